import {waitUntil} from '@open-wc/testing';
import {MaskHarness, type MaskTag, type MaskTask} from '../../src/elements/mask-task/mask-task.harness.js';
import {StageJob, type JobKind, type JobOptions} from './stage-job.js';

const masks = (tag: MaskTag): JobKind<MaskHarness> => ({
  jobName: 'masks',
  labelAttributeName: 'areas-ref',
  makeTask: (labels) => Object.assign(document.createElement(tag), {labels}),
  harnessOf: (task) => new MaskHarness(task as MaskTask),
});

/** A job of masks. */
export class MaskJob extends StageJob<MaskHarness> {
  static open(options: JobOptions, tag: MaskTag = 'gt-segmentation-task'): Promise<MaskJob> {
    return new MaskJob(options, masks(tag)).opened();
  }

  /** Sets the size of the tip in use, by an event made up on the spot. */
  async setSize(size: number): Promise<void> {
    await this.task.element.updateComplete;
    const field = this.task.options.querySelector<HTMLInputElement>('[type="number"]')!;
    field.value = String(size);
    field.dispatchEvent(new Event('change', {bubbles: true}));
  }

  /** Waits until the mask is there that the item starts with. */
  async maskIsThere(): Promise<void> {
    await waitUntil(() => this.task.element.value !== undefined, 'the earlier mask is there', {
      interval: 2,
      timeout: 8000,
    });
  }
}
