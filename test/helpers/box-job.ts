import {BboxHarness} from '../../src/elements/gt-bbox-task/gt-bbox-task.harness.js';
import type {GtBboxTask} from '../../src/elements/gt-bbox-task/gt-bbox-task.js';
import type {BoxRequest} from '../../src/elements/gt-box-list/box-request.js';
import type {GtBoxList} from '../../src/elements/gt-box-list/gt-box-list.js';
import type {RecordId} from '../../src/model/record.js';
import {StageJob, type JobKind, type JobOptions} from './stage-job.js';

const boxes: JobKind<BboxHarness> = {
  jobName: 'boxes',
  makeTask: (labels) => Object.assign(document.createElement('gt-bbox-task'), {labels}),
  harnessOf: (task) => new BboxHarness(task as GtBboxTask),
};

/** A job of boxes. */
export class BoxJob extends StageJob<BboxHarness> {
  static open(options: JobOptions): Promise<BoxJob> {
    return new BoxJob(options, boxes).opened();
  }

  get #list(): GtBoxList {
    return this.task.root.querySelector('gt-box-list')!;
  }

  /** The id of a box by its place in the order of creation. */
  idAt(index: number): RecordId {
    return this.task.records[index]!.id;
  }

  /** Asks for something as the list beside the stage does. */
  ask(request: BoxRequest): void {
    this.#list.dispatchEvent(new CustomEvent<BoxRequest>('gt-box-request', {detail: request}));
  }

  /** The rows of the list on screen: `car 40 × 30`. */
  async rows(): Promise<string[]> {
    await this.task.element.updateComplete;
    await this.#list.updateComplete;
    const rows = [...this.#list.shadowRoot!.querySelectorAll('.item:not(.group, .removed)')];
    const text = (row: Element, part: string) => row.querySelector(part)?.textContent?.trim() ?? '';
    return rows.map((row) => `${text(row, '.name')} ${text(row, '.measure')}`);
  }
}
