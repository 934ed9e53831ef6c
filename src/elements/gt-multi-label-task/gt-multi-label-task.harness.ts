import {TaskHarness} from '../shared/task.harness.js';
import type {GtMultiLabelTask} from './gt-multi-label-task.js';

/** Knows where things are in a rendered multi-label task. */
export class MultiLabelHarness extends TaskHarness<GtMultiLabelTask> {
  get count(): string {
    return this.picker.shadowRoot?.querySelector('.bar span')?.textContent?.trim() ?? '';
  }

  get selectNone(): HTMLButtonElement | null {
    return this.picker.shadowRoot?.querySelector<HTMLButtonElement>('.bar button') ?? null;
  }
}
