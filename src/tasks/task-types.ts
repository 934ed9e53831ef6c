import type {ManifestEntry} from '../formats/entry.js';
import {likelyKind} from '../formats/labels-of.js';
import {bbox} from './bbox.js';
import {classification} from './classification.js';
import {instanceSegmentation} from './instance-segmentation.js';
import {multiLabel} from './multi-label.js';
import {semanticSegmentation} from './semantic-segmentation.js';
import type {TaskType} from './task.js';

/** Every task type of the kit, by name. */
export const taskTypes: ReadonlyMap<string, TaskType> = new Map<string, TaskType>([
  [classification.name, classification as TaskType],
  [multiLabel.name, multiLabel as TaskType],
  [bbox.name, bbox as TaskType],
  [semanticSegmentation.name, semanticSegmentation as TaskType],
  [instanceSegmentation.name, instanceSegmentation as TaskType],
]);

/** The task type an entry seems to be meant for, by the labels it has; `undefined` when nothing on it tells. */
export function likelyTaskType(entry: ManifestEntry): TaskType | undefined {
  return taskTypes.get(likelyKind(entry) ?? '');
}
