import type {Box} from '../../geometry/box.js';
import {movedBy, moveWithin, settled} from '../../geometry/box-in-picture.js';
import type {Point, Size} from '../../geometry/point.js';
import {editable, placeBoxes, type Editable} from '../acts/change-boxes.js';
import {withBox} from '../box-records.js';
import type {PointerInput, ToolContext} from '../tool.js';
import {areCurrent, previewChange, type Gesture} from './gesture.js';

/**
 * Moves the selected boxes that are not locked. They keep their sizes and their distances; Shift keeps them on one
 * axis. Boxes move by whole pixels in the end, so that all of them move equally far.
 */
export class MoveGesture implements Gesture {
  readonly #context: ToolContext;
  readonly #moving: Editable;
  readonly #from: PointerInput;

  constructor(context: ToolContext, from: PointerInput) {
    this.#context = context;
    this.#moving = editable(context, context.drawing.selected);
    this.#from = from;
  }

  drag(input: PointerInput): void {
    const {drawing} = this.#context;
    const size = drawing.state.frame?.stored;
    if (!size) return;
    const by = this.#moveTo(input, size);
    const moved = this.#moving.records.map((record) => withBox(record, movedBy(record.box, by, size)));
    previewChange(drawing, moved, false);
  }

  end(input: PointerInput): void {
    const {drawing} = this.#context;
    const size = drawing.state.frame?.stored;
    if (size && areCurrent(drawing, this.#moving.records)) {
      const {x, y} = this.#moveTo(input, size);
      const by = {x: Math.round(x), y: Math.round(y)};
      if (by.x !== 0 || by.y !== 0) {
        const place = (box: Box): Box => settled(movedBy(box, by, size), box, size);
        this.#context.tell(placeBoxes(this.#context, this.#moving, ({box}) => place(box), 'move'));
      }
    }
    drawing.set({preview: undefined});
  }

  #moveTo({at, shift}: PointerInput, size: Size): Point {
    let x = at.x - this.#from.at.x;
    let y = at.y - this.#from.at.y;
    if (shift) {
      if (Math.abs(x) >= Math.abs(y)) y = 0;
      else x = 0;
    }
    return moveWithin(
      this.#moving.records.map(({box}) => box),
      {x, y},
      size,
    );
  }
}
