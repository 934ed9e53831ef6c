import {bottomOf, rightOf, touches} from '../geometry/box.js';
import type {Orientation} from '../geometry/orientation.js';
import type {ImagePoint} from '../geometry/point.js';
import {documentOf, recordsOf} from '../model/document.js';
import type {BoxRecord, RecordId} from '../model/record.js';
import {en} from '../strings/en.js';
import type {Outcome} from './act.js';
import {Drawing} from './drawing.js';
import {Editor} from './editor.js';
import type {ShapeIndex} from './shape-index.js';
import type {PointerInput, Tool, ToolContext} from './tool.js';

/** A box record in a few words. */
export function boxRecord(
  id: RecordId,
  [left, top, width, height]: readonly [number, number, number, number],
  more: Partial<BoxRecord> = {},
): BoxRecord {
  return {
    id,
    kind: 'box',
    order: Number(id.replace(/\D/g, '')),
    label: 'car',
    box: {left, top, width, height},
    ...more,
  };
}

/** A picture with boxes and everything that acts and tools need, without a screen. */
export class DrawingBoard implements ToolContext {
  readonly editor = new Editor();
  readonly drawing = new Drawing(this.editor);
  readonly words = en.boxes;
  readonly language = 'en';
  readonly told: Outcome[] = [];
  /** The time of the next commit. */
  now = 0;
  isReadonly = false;
  /** Looks at every box: slow and obviously right. */
  readonly index: ShapeIndex = {
    search: (area) => this.records.filter(({box}) => touches(box, area)),
    visit: (left, top, right, bottom, found) => {
      const area = {left, top, width: right - left, height: bottom - top};
      for (const [number, {box}] of this.records.entries()) {
        if (touches(box, area)) found(number, box.left, box.top, rightOf(box), bottomOf(box));
      }
    },
    recordAt: (number) => this.records[number],
    size: 0,
  };

  constructor(width = 100, height = 80, records: readonly BoxRecord[] = [], orientation: Orientation = 1) {
    this.editor.open(documentOf(records));
    this.drawing.set({frame: {stored: {width, height}, orientation}, label: 'car'});
  }

  get records(): readonly BoxRecord[] {
    return recordsOf(this.editor.state.document, 'box');
  }

  /** Left, top, width and height of each box, in order of creation. */
  get boxes(): readonly (readonly number[])[] {
    return this.records.map(({box: {left, top, width, height}}) => [left, top, width, height]);
  }

  get selection(): readonly RecordId[] {
    return [...this.drawing.state.selection];
  }

  get steps(): readonly string[] {
    return this.editor.state.history.done.map(({name}) => name);
  }

  get lastTold(): string | undefined {
    return this.told.at(-1)?.message;
  }

  select(...ids: RecordId[]): void {
    this.drawing.set({selection: new Set(ids)});
  }

  commit(name: string, changes: Parameters<Editor['commit']>[2], mergeKey?: string): void {
    if (!this.isReadonly) this.editor.commit(name, this.now, changes, mergeKey);
    this.now += 1000;
  }

  tell(outcome: Outcome): void {
    this.told.push(outcome);
  }
}

/** A person who takes their time: no two inputs are near enough to be a double click. */
let clockMs = 0;

/** A pointer at a place of the picture. */
export function pointerAt(x: number, y: number, more: Partial<PointerInput> = {}): PointerInput {
  const at: ImagePoint = {x, y};
  return {
    at,
    scale: 1,
    pointer: 'mouse',
    timeMs: (clockMs += 1000),
    shift: false,
    alt: false,
    control: false,
    space: false,
    ...more,
  };
}

export function click(tool: Tool, x: number, y: number, more?: Partial<PointerInput>): void {
  tool.press(pointerAt(x, y, more));
  tool.click(pointerAt(x, y, more));
}

/** The first half of a drag: the pointer is still down. */
export function startDrag(tool: Tool, from: readonly [number, number], to: readonly [number, number]): void {
  tool.press(pointerAt(...from));
  tool.dragStart(pointerAt(...from));
  tool.drag(pointerAt(...to));
}

/** A drag through places: pressed at the first, released at the last. */
export function drag(
  tool: Tool,
  places: readonly (readonly [number, number])[],
  more?: Partial<PointerInput>,
): void {
  const [first = [0, 0], ...rest] = places;
  tool.press(pointerAt(first[0], first[1], more));
  tool.dragStart(pointerAt(first[0], first[1], more));
  let last = first;
  for (const place of rest) {
    tool.drag(pointerAt(place[0], place[1], more));
    last = place;
  }
  tool.dragEnd(pointerAt(last[0], last[1], more));
}
