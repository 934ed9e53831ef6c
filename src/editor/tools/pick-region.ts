import type {ImagePoint, Point} from '../../geometry/point.js';
import {spansOfNumber} from '../../raster/region-spans.js';
import {boundsOfSpans, eachSpan, SpanList, type Spans} from '../../raster/spans.js';
import {done, refused, type Outcome} from '../act.js';
import {changing, selectedRegions} from '../mask-acts/changing.js';
import {cutRegion} from '../mask-acts/cut-region.js';
import {moveRegions, reachableMove} from '../mask-acts/move-regions.js';
import {selectRegions} from '../mask-acts/select-regions.js';
import type {MaskContext} from '../mask-context.js';
import type {MaskTool} from '../mask-tool.js';
import {nameRegions} from '../mask-words.js';
import type {PointerInput} from '../tool.js';

/**
 * Selects the region under the pointer: everything with its number, however many parts it has. Shift adds it to the
 * selection or takes it out. A drag that begins on a selected region moves what is selected; with Alt, or after
 * `beginCut`, it cuts the selected instance in two.
 */
export class PickRegionTool implements MaskTool {
  readonly #context: MaskContext;
  #pressed: PointerInput | undefined;
  #move: {readonly from: ImagePoint; readonly spans: Spans} | undefined;
  /** The line along which it cuts. */
  #knife: ImagePoint[] | undefined;
  #last: PointerInput | undefined;
  /** Set while the next drag, or the next two clicks, are a cut. */
  #cut: {readonly from?: ImagePoint} | undefined;
  #cursor = 'default';

  constructor(context: MaskContext) {
    this.#context = context;
    context.editor.subscribe((_state, cause) => {
      if (cause !== 'commit') this.cancel();
    });
  }

  get isDrawing(): boolean {
    return this.#isDragging || this.#cut !== undefined;
  }

  get cursor(): string {
    return this.#cut ? 'crosshair' : this.#cursor;
  }

  /** Makes a cut of what comes next: a drag, or two clicks. For those who have no Alt key, or no pointer. */
  beginCut(): Outcome {
    const context = this.#context;
    const {board, words} = context;
    if (!board.hasInstances) return refused('unchanged', words.noInstances);
    if (board.state.selection.size !== 1) return refused('nothing-selected', words.selectToCut);
    const which = changing(context, selectedRegions(context));
    if ('done' in which) return which;
    this.cancel();
    this.#cut = {};
    board.set({hovered: undefined});
    return done(words.drawCut, 0);
  }

  get isCutting(): boolean {
    return this.#cut !== undefined;
  }

  hover({at}: PointerInput): void {
    const {board} = this.#context;
    if (this.#cut) {
      if (this.#cut.from) board.set({preview: {path: [this.#cut.from, at]}});
      return;
    }
    const number = this.#seen(at);
    this.#cursor = number === 0 ? 'default' : this.#isMovable(number) ? 'move' : 'pointer';
    board.set({hovered: number === 0 ? undefined : number});
  }

  leave(): void {
    this.#context.board.set({hovered: undefined});
  }

  press(input: PointerInput): void {
    this.#pressed = input;
  }

  click({at, shift, control}: PointerInput): void {
    if (!this.#pressed) return;
    this.#pressed = undefined;
    if (this.#cut) {
      this.#clickCut(this.#cut, at);
      return;
    }
    const context = this.#context;
    const {board, words} = context;
    const number = this.#seen(at);
    const selected = [...board.state.selection];
    const adds = shift || control;
    if (number === 0) {
      if (adds || selected.length === 0) return;
      selectRegions(context, []);
      context.tell(done(words.selectedNone, 0));
      return;
    }
    const isSelected = selected.includes(number);
    const others = selected.filter((other) => other !== number);
    selectRegions(context, !adds ? [number] : isSelected ? others : [...selected, number]);
    const regions = [...board.state.selection].flatMap((other) => board.region(other) ?? []);
    context.tell(
      regions.length === 0
        ? done(words.selectedNone, 0)
        : done(words.selectedSeveral(nameRegions(context, regions)), regions.length),
    );
  }

  dragStart({at, alt}: PointerInput): void {
    const {map, state, hasInstances} = this.#context.board;
    if (this.#pressed && (this.#cut || (alt && hasInstances && state.selection.size === 1))) {
      this.#knife = [...(this.#cut?.from ? [this.#cut.from] : []), at];
      return;
    }
    if (!this.#pressed || !map || !this.#isMovable(this.#seen(at))) return;
    const which = changing(this.#context, selectedRegions(this.#context));
    if ('done' in which) return;
    const list = new SpanList();
    for (const {number} of which.regions) eachSpan(spansOfNumber(map, number), list.add);
    this.#move = {from: at, spans: list.spans};
  }

  /** Shows where the pixels would come to lie. */
  drag(input: PointerInput): void {
    const {at, trail = []} = input;
    this.#last = input;
    if (this.#knife) {
      this.#knife.push(...trail, at);
      this.#context.board.set({preview: {path: [...this.#knife]}});
    }
    if (!this.#move) return;
    const {x, y} = this.#by(at);
    const list = new SpanList();
    eachSpan(this.#move.spans, (row, start, end) => list.add(row + y, start + x, end + x));
    this.#context.board.set({preview: {pixels: {spans: list.spans, erases: false, isMove: true}}});
  }

  dragEnd(input: PointerInput): void {
    this.drag(input);
    const {at} = input;
    const knife = this.#knife;
    const by = this.#by(at);
    const isMove = this.#move !== undefined;
    this.cancel();
    if (knife) this.#context.tell(cutRegion(this.#context, knife));
    if (isMove && (by.x !== 0 || by.y !== 0)) this.#context.tell(moveRegions(this.#context, by));
  }

  cancelPress(): boolean {
    return this.cancel();
  }

  giveUp(): boolean {
    return this.cancel();
  }

  cancel(): boolean {
    const isThere = this.#pressed !== undefined || this.#cut !== undefined;
    if (this.isDrawing) this.#context.board.set({preview: undefined});
    this.#pressed = undefined;
    this.#move = undefined;
    this.#knife = undefined;
    this.#cut = undefined;
    return isThere;
  }

  stepBack(): boolean {
    return this.isDrawing && this.cancel();
  }

  settle(): boolean {
    const isThere = this.#isDragging;
    if (isThere && this.#last) this.dragEnd(this.#last);
    return isThere;
  }

  get #isDragging(): boolean {
    return this.#move !== undefined || this.#knife !== undefined;
  }

  #clickCut({from}: {readonly from?: ImagePoint}, at: ImagePoint): void {
    const context = this.#context;
    if (!from) {
      this.#cut = {from: at};
      context.board.set({preview: {path: [at]}});
      context.tell(done(context.words.cutFrom, 0));
      return;
    }
    this.cancel();
    context.tell(cutRegion(context, [from, at]));
  }

  #by({x, y}: ImagePoint): Point {
    const {map} = this.#context.board;
    const bounds = this.#move && boundsOfSpans(this.#move.spans);
    if (!this.#move || !bounds || !map) return {x: 0, y: 0};
    const {from} = this.#move;
    return reachableMove({x: x - from.x, y: y - from.y}, [bounds], map);
  }

  /** The number of the region that is seen at a place. */
  #seen(at: ImagePoint): number {
    const {board} = this.#context;
    const number = board.numberAt(at);
    return number > 0 && board.region(number) && !board.isHidden(number) ? number : 0;
  }

  #isMovable(number: number): boolean {
    const {board, isReadonly} = this.#context;
    return number > 0 && !isReadonly && board.state.selection.has(number) && !board.isLocked(number);
  }
}
