import circleDot from 'lucide/dist/esm/icons/circle-dot.mjs';
import listChecks from 'lucide/dist/esm/icons/list-checks.mjs';
import vectorSquare from 'lucide/dist/esm/icons/vector-square.mjs';
import type {IconShapes} from '../elements/shared/icon.js';
import type {JobTaskType} from './job.js';

const icons: Record<JobTaskType, IconShapes> = {
  classification: circleDot,
  'multi-label': listChecks,
  bbox: vectorSquare,
};

/** The sign of a task type. */
export const taskIcon = (taskType: JobTaskType): IconShapes => icons[taskType];
