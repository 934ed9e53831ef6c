import {boxBetween, holds, touches, type Box} from '../../geometry/box.js';
import type {RecordId} from '../../model/record.js';
import {done} from '../act.js';
import {nameBoxes} from '../box-words.js';
import type {PointerInput, ToolContext} from '../tool.js';
import type {Gesture} from './gesture.js';

/**
 * A frame that selects what it touches, with Alt only what it contains (SEL-1). Shift, Ctrl or ⌘ adds to the selection. It leaves
 * out what is hidden or locked: a locked box is often one behind all others.
 */
export class MarqueeGesture implements Gesture {
  readonly #context: ToolContext;
  readonly #from: PointerInput;

  constructor(context: ToolContext, from: PointerInput) {
    this.#context = context;
    this.#from = from;
  }

  drag({at}: PointerInput): void {
    this.#context.drawing.set({preview: {kind: 'marquee', box: boxBetween(this.#from.at, at)}});
  }

  end({at, alt, shift, control}: PointerInput): void {
    const {drawing, words} = this.#context;
    const taken = this.#taken(boxBetween(this.#from.at, at), alt);
    const selection = new Set([...(shift || control ? drawing.state.selection : []), ...taken]);
    drawing.set({preview: undefined, selection});
    const {selected} = drawing;
    const message =
      selected.length > 0 ? words.selectedSeveral(nameBoxes(this.#context, selected)) : words.selectedNone;
    this.#context.tell(done(message, selected.length));
  }

  #taken(area: Box, whole: boolean): readonly RecordId[] {
    const {drawing, index} = this.#context;
    return index
      .search(area)
      .filter((record) => !drawing.isHidden(record) && !drawing.isLocked(record))
      .filter(({box}) => (whole ? holds(area, box) : touches(area, box)))
      .sort((a, b) => a.order - b.order)
      .map(({id}) => id);
  }
}
