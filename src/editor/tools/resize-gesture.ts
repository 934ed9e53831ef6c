import {sameBox, type Box} from '../../geometry/box.js';
import {settled} from '../../geometry/box-in-picture.js';
import {resized} from '../../geometry/box-resize.js';
import type {BoxRecord} from '../../model/record.js';
import {placeBoxes} from '../acts/change-boxes.js';
import {sidesOf, type Handle} from '../box-handles.js';
import {withBox} from '../box-records.js';
import {handleHit} from '../hit.js';
import type {PointerInput, ToolContext} from '../tool.js';
import {areCurrent, previewChange, type Gesture} from './gesture.js';

/**
 * Drags a handle or a side of a box. Shift keeps the ratio, Alt moves both sides. The box changes by as much as the
 * pointer moves, so it does not jump when a handle is grabbed beside its middle.
 */
export class ResizeGesture implements Gesture {
  readonly #context: ToolContext;
  readonly #record: BoxRecord;
  readonly #handle: Handle;
  readonly #from: PointerInput;

  constructor(context: ToolContext, record: BoxRecord, handle: Handle, from: PointerInput) {
    this.#context = context;
    this.#record = record;
    this.#handle = handle;
    this.#from = from;
  }

  drag(input: PointerInput): void {
    const box = this.#boxAt(input);
    if (box) previewChange(this.#context.drawing, [withBox(this.#record, box)], true);
  }

  end(input: PointerInput): void {
    const {drawing} = this.#context;
    const box = this.#boxAt(input);
    const size = drawing.state.frame?.stored;
    if (box && size && areCurrent(drawing, [this.#record])) {
      const before = settled(this.#record.box, this.#record.box, size);
      const after = settled(box, this.#record.box, size);
      if (!sameBox(before, after)) {
        const only = {records: [this.#record], lockedCount: 0};
        this.#context.tell(placeBoxes(this.#context, only, () => after, 'resize'));
      }
    }
    drawing.set({preview: undefined});
  }

  #boxAt({at, shift, alt}: PointerInput): Box | undefined {
    const size = this.#context.drawing.state.frame?.stored;
    if (!size) return undefined;
    const by = {x: at.x - this.#from.at.x, y: at.y - this.#from.at.y};
    const shape = {keepsRatio: shift, isSymmetric: alt};
    return resized(this.#record.box, sidesOf(this.#handle), by, size, shape);
  }
}

/** Takes hold of a handle of the selection. `undefined` when there is none at that place. */
export function grabHandle(context: ToolContext, from: PointerInput): ResizeGesture | undefined {
  const hit = handleHit(context.drawing, from);
  return hit?.part === 'handle' ? new ResizeGesture(context, hit.record, hit.handle, from) : undefined;
}
