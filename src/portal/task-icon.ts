import circleDot from 'lucide/dist/esm/icons/circle-dot.mjs';
import listChecks from 'lucide/dist/esm/icons/list-checks.mjs';
import paintbrush from 'lucide/dist/esm/icons/paintbrush.mjs';
import shapes from 'lucide/dist/esm/icons/shapes.mjs';
import vectorSquare from 'lucide/dist/esm/icons/vector-square.mjs';
import type {IconShapes} from '../elements/shared/icon.js';
import type {JobTaskType} from './job.js';

const icons: Record<JobTaskType, IconShapes> = {
  classification: circleDot,
  'multi-label': listChecks,
  bbox: vectorSquare,
  'semantic-segmentation': paintbrush,
  'instance-segmentation': shapes,
};

/** The sign of a task type. */
export const taskIcon = (taskType: JobTaskType): IconShapes => icons[taskType];
