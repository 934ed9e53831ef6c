import {TaskHarness} from '../shared/task.harness.js';
import type {GtClassificationTask} from './gt-classification-task.js';

/** Knows where things are in a rendered classification task. */
export class ClassificationHarness extends TaskHarness<GtClassificationTask> {}
