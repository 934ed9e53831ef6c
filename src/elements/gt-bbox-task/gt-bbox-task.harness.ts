import {fixture, html} from '@open-wc/testing';
import type {Box} from '../../geometry/box.js';
import type {BoxRecord} from '../../model/record.js';
import {recordsOf} from '../../model/document.js';
import {mountTask, StageHarness, type Setting} from '../stage/stage.harness.js';
import type {GtBboxTask} from './gt-bbox-task.js';

export {
  painted,
  type Modifier,
  type OnPage,
  type Place,
  type PointerKind,
  type Setting,
} from '../stage/stage.harness.js';

/** Uses a bounding box task as a person does. */
export class BboxHarness extends StageHarness<GtBboxTask> {
  /** A task that shows `picture`, ready for input; it goes away after the test. */
  static async of(
    picture: Blob,
    properties: Partial<GtBboxTask> = {},
    setting: Setting = {},
  ): Promise<BboxHarness> {
    return BboxHarness.in(await fixture<HTMLElement>(html`<div></div>`), picture, properties, setting);
  }

  /** A task in a part of the page that stays until it is removed. */
  static async in(
    page: HTMLElement,
    picture: Blob,
    properties: Partial<GtBboxTask> = {},
    setting: Setting = {},
  ): Promise<BboxHarness> {
    return new BboxHarness(await mountTask('gt-bbox-task', page, picture, properties, setting));
  }

  /** What the list says of all boxes. */
  get areAllHidden(): boolean {
    return this.root.querySelector('gt-box-list')?.boxes.every(({isHidden}) => isHidden) ?? false;
  }

  /** What the worker has drawn, in order of creation. */
  get records(): readonly BoxRecord[] {
    return recordsOf(this.element.document, 'box');
  }

  get boxes(): readonly Box[] {
    return this.records.map(({box}) => box);
  }
}
