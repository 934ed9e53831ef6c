import {fixture, html, waitUntil} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import {bytesOfBase64} from '../../base/base64.js';
import type {Size} from '../../geometry/point.js';
import {recordsOf} from '../../model/document.js';
import type {RegionRecord} from '../../model/record.js';
import {emptyMap, type LabelMap} from '../../raster/label-map.js';
import {decodeMaskPng, type DecodedMask} from '../../raster/png/decode-mask.js';
import {decodeTile} from '../../raster/tiles.js';
import type {GtInstanceSegmentationTask} from '../gt-instance-segmentation-task/gt-instance-segmentation-task.js';
import type {GtSegmentationTask} from '../gt-segmentation-task/gt-segmentation-task.js';
import {TaskHarness} from '../shared/task.harness.js';
import {mountTask, painted, StageHarness, type Place, type Setting} from '../stage/stage.harness.js';

/** A pixel by its column and row. */
export type Pixel = readonly [x: number, y: number];

/** Pixels as text, the same for the same pixels in whatever order. */
export const pixelText = (pixels: Iterable<Pixel>): string =>
  [...new Set(Array.from(pixels, ([x, y]) => `${x},${y}`))].toSorted().join(' ');

export type MaskTag = 'gt-segmentation-task' | 'gt-instance-segmentation-task';
export type MaskTask = GtSegmentationTask | GtInstanceSegmentationTask;

/** Uses a segmentation task as a person does. */
export class MaskHarness extends StageHarness<MaskTask> {
  /** What does not lie over the picture. */
  readonly frame: TaskHarness<MaskTask>;

  constructor(element: MaskTask) {
    super(element);
    this.frame = new TaskHarness(element);
  }

  /** A task that shows `picture`, ready for input; it goes away after the test. */
  static async of(
    picture: Blob,
    properties: Partial<MaskTask> = {},
    setting: Setting = {},
    tag: MaskTag = 'gt-segmentation-task',
  ): Promise<MaskHarness> {
    return MaskHarness.in(await fixture<HTMLElement>(html`<div></div>`), picture, properties, setting, tag);
  }

  /** A task in a part of the page that stays until it is removed. */
  static async in(
    page: HTMLElement,
    picture: Blob,
    properties: Partial<MaskTask> = {},
    setting: Setting = {},
    tag: MaskTag = 'gt-segmentation-task',
  ): Promise<MaskHarness> {
    return new MaskHarness(await mountTask(tag, page, picture, properties as object, setting));
  }

  /** The size of the picture as it is stored. */
  get size(): Size {
    return this.viewer.sight!.frame.stored;
  }

  /** All pixels as the document has them, by the number of their region. */
  get map(): LabelMap {
    const map = emptyMap(this.viewer.sight!.frame.stored, Infinity);
    for (const tile of recordsOf(this.element.document, 'tile')) decodeTile(tile.runs, map, tile);
    return map;
  }

  /** The label of a pixel; nothing where it has none. */
  labelAt([x, y]: Place): string | undefined {
    const {data, width} = this.map;
    const number = data[y * width + x];
    return recordsOf(this.element.document, 'region').find((region) => region.number === number)?.label;
  }

  /** The pixels of a label, or all that have one. */
  pixels(label?: string): readonly Pixel[] {
    const {data, width} = this.map;
    const wanted = new Set(
      recordsOf(this.element.document, 'region')
        .filter((region) => label === undefined || region.label === label)
        .map(({number}) => number),
    );
    const pixels: Pixel[] = [];
    for (const [place, number] of data.entries())
      if (wanted.has(number)) pixels.push([place % width, Math.floor(place / width)]);
    return pixels;
  }

  /** The same as text. */
  text(label?: string): string {
    return pixelText(this.pixels(label));
  }

  /** How many pixels have a label, by label. */
  get counts(): Readonly<Record<string, number>> {
    const labels = new Set(recordsOf(this.element.document, 'region').map(({label}) => label));
    return Object.fromEntries([...labels].map((label) => [label, this.pixels(label).length]));
  }

  /** One of several ways to have something, in the bars over the picture. */
  choice(name: string): HTMLInputElement {
    return this.#field(`[type="radio"]`, name);
  }

  /** Types a number into a field of the bars, and goes back to the stage. */
  async type(name: string, value: number): Promise<void> {
    const field = this.#field(`[type="number"]`, name);
    field.focus();
    field.select();
    await sendKeys({type: String(value)});
    await sendKeys({press: 'Enter'});
    this.element.focus();
    await this.element.updateComplete;
  }

  #field(selector: string, name: string): HTMLInputElement {
    const fields = [...this.root.querySelectorAll<HTMLInputElement>(`.tools ${selector}`)];
    const nameOf = (field: HTMLInputElement) =>
      field.ariaLabel ?? field.closest('label')?.textContent?.trim();
    const found = fields.find((field) => nameOf(field) === name);
    if (!found) throw new Error(`There is no field “${name}”.`);
    return found;
  }

  /** Presses at the first place, moves over the others and releases at the last. */
  async stroke(...places: readonly Place[]): Promise<void> {
    const [first = [0, 0], ...others] = places;
    await this.mouse('Moved', first);
    await this.mouse('Pressed', first);
    for (const place of others) await this.mouse('Moved', place);
    await this.mouse('Released', others.at(-1) ?? first);
    await painted();
  }

  /** A button of the bars over the picture, by its name. */
  button(name: string): HTMLButtonElement {
    const buttons = [...this.root.querySelectorAll<HTMLButtonElement>('.tools button')];
    const found = buttons.find(({ariaLabel}) => ariaLabel === name);
    if (!found) throw new Error(`There is no button “${name}”.`);
    return found;
  }

  get regions(): readonly RegionRecord[] {
    return recordsOf(this.element.document, 'region');
  }

  /** Pixels, history and answer: what must not change. */
  get state(): string {
    return JSON.stringify([this.text(), this.counts, this.steps, this.element.value]);
  }

  /** The bar with the settings of the tool in use. */
  get options(): HTMLElement {
    return this.root.querySelector<HTMLElement>('.options')!;
  }

  /** What was found waits for an answer. */
  get isAnswerOffered(): boolean {
    return this.root.querySelector('.options .accept') !== null;
  }

  /** Waits until so many steps are done: fills and finds are made beside the page. */
  async stepsAre(count: number, what = 'the history'): Promise<void> {
    await waitUntil(() => this.steps === count, `${what}: ${count} steps`, {interval: 10, timeout: 8000});
  }

  /** Waits until screen readers have been told something. */
  async says(text: string): Promise<void> {
    await waitUntil(() => this.frame.status.includes(text), `says “${text}”`, {interval: 20, timeout: 6000});
  }

  /** The mask file of the complete answer. */
  async png(): Promise<DecodedMask & {readonly base64: string}> {
    const base64 = (await this.element.getAnswer())?.labeledImage?.pngImageData ?? '';
    return {...(await decodeMaskPng(bytesOfBase64(base64) as Uint8Array)), base64};
  }
}
