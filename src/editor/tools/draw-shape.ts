import type {JsonValue} from '../../base/json.js';
import {intoPicture} from '../../geometry/box-in-picture.js';
import {boxAround} from '../../geometry/box.js';
import {distance, type ImagePoint, type Size} from '../../geometry/point.js';
import {thinLine} from '../../geometry/thin-line.js';
import {fillPolygon} from '../../raster/polygon-fill.js';
import {SpanList, type Spans} from '../../raster/spans.js';
import {done, refused, type Outcome} from '../act.js';
import type {MaskContext} from '../mask-context.js';
import type {PreviewMark} from '../mask-preview.js';
import {reaches} from '../reach.js';
import type {PointerInput} from '../tool.js';
import {isDoubleClick} from './double-click.js';
import {Magnet} from './magnet.js';
import {
  hasThreeCorners,
  inSteps,
  movedOutline,
  outlineCorners,
  outlineIn,
  outlinePoints,
  writtenOutline,
  type Leg,
  type Outline,
} from './outline.js';
import {pixelMiddle, rectangleBetween} from './rectangle.js';
import {erases, PreviewTool, type Found} from './preview-tool.js';

/** How far apart the points of a freehand line are, and how far the thinned line may be from them, in CSS pixels. */
const freehand = {step: 3, tolerance: 0.75} as const;

/** A line that the pressed pointer is drawing. */
interface Drag {
  readonly points: ImagePoint[];
  /** Where it would end: with Shift, in a straight line from the last point. */
  tip: ImagePoint;
}

/**
 * Fills outlines: a click adds a corner, a drag a freehand line, and both mix. A click on the first corner, a double
 * click or Enter closes the outline and fills it; with Alt, its pixels are erased. With the magnet on, the ways between
 * clicked corners follow the edges of the picture. Set to rectangles, a drag or two clicks fill all pixels between two.
 */
export class DrawShapeTool extends PreviewTool<Outline> {
  readonly carriesBySpace = true;
  readonly #magnet: Magnet;
  #drag: Drag | undefined;
  #pointer: PointerInput | undefined;
  #lastClick: PointerInput | undefined;

  constructor(context: MaskContext) {
    super(context, 'shape');
    this.#magnet = new Magnet(context, () => this.arrived());
  }

  hover(input: PointerInput): void {
    this.#carry(input);
    this.#pointer = input;
    this.show();
  }

  leave(): void {
    this.#pointer = undefined;
    this.show();
  }

  /** Removes the last corner. */
  secondary(): boolean {
    return this.stepBack();
  }

  protected pressed(input: PointerInput): void {
    this.#pointer = input;
  }

  protected clicked(input: PointerInput): void {
    const before = this.#lastClick;
    this.#pointer = this.#lastClick = input;
    if (input.space) return;
    if (this.#isRectangle) {
      if (!isDoubleClick(before, input)) this.#addCorner(input);
      return;
    }
    const corner = this.#cornerAt(input);
    const isOnLast = corner !== undefined && this.#last !== undefined && distance(this.#last, corner) === 0;
    // The keyboard has no double clicks: a second press on the same spot is one.
    const isDouble = isDoubleClick(before, input) || (isOnLast && Number.isNaN(input.timeMs));
    if (isDouble || this.#closes(input)) {
      this.confirm({alt: erases(input)});
    } else if (corner && !isOnLast) {
      const edge = this.#magnet.edgeTo(this.#last, corner);
      this.step(this.#with({points: [corner], ...(edge && {edge})}));
      const {words, language} = this.context;
      this.context.tell(done(words.corners(this.open?.legs.length ?? 0, language), 0));
    }
  }

  protected dragBegan(from: PointerInput): void {
    const start = this.#into(from.at);
    if (start && !from.space) this.#drag = {points: [start], tip: start};
  }

  protected dragged(input: PointerInput): void {
    const drag = this.#drag;
    if (!drag) this.#carry(input);
    else if (this.#isRectangle) drag.tip = this.#into(input.at) ?? drag.tip;
    else if (input.shift && this.size) drag.tip = inSteps(drag.points.at(-1)!, input.at, this.size);
    else for (const at of [...(input.trail ?? []), input.at]) this.#follow(drag, at, input.scale);
    this.#pointer = input;
    this.show();
  }

  protected dragEnded(input: PointerInput): void {
    this.dragged(input);
    const drag = this.#drag;
    this.#drag = undefined;
    if (!drag) return;
    if (this.#isRectangle && this.size) {
      this.step(rectangleBetween(drag.points[0]!, drag.tip, this.size));
      this.confirm({alt: erases(input)});
      return;
    }
    const outline = this.#with(legOf(drag, input.scale));
    const first = outline.legs[0]?.points[0];
    const reach = reaches[input.pointer].close / input.scale;
    const hasLeft = first && drag.points.some((point) => distance(first, point) > reach);
    this.step(outline);
    if (hasLeft && this.#closes(input)) this.confirm({alt: erases(input)});
  }

  protected dropGesture(): void {
    this.#drag = undefined;
  }

  protected get held(): Outline | undefined {
    const drag = this.#drag;
    if (drag && this.#isRectangle && this.size) return rectangleBetween(drag.points[0]!, drag.tip, this.size);
    return drag && this.#with(legOf(drag, this.#pointer?.scale ?? 1));
  }

  protected find(open: Outline): Found | Outcome | undefined {
    const {words} = this.context;
    const seed = open.seed ?? open.legs[0]?.points[0];
    if (!seed || !hasThreeCorners(open))
      return refused('unfinished', this.#isRectangle ? words.rectangleFrom : words.outlineNeedsCorners);
    const closed = this.#magnet.closed(open);
    if (this.#magnet.isWaiting(closed)) return undefined;
    const spans = fillOf(outlinePoints(closed, this.#magnet.pathOf));
    return spans.length > 0 ? {spans, seed} : refused('unfinished', words.outlineIsEmpty);
  }

  protected write(steps: readonly Outline[]): JsonValue {
    return writtenOutline(steps.at(-1) ?? {legs: []});
  }

  protected read(drawn: JsonValue, size: Size): readonly Outline[] | undefined {
    const legs = outlineIn(drawn, size)?.legs;
    return legs?.map((_, index) => ({legs: legs.slice(0, index + 1)}));
  }

  protected show(): void {
    const {board} = this.context;
    const drawn = this.#drawn;
    if (!drawn) {
      this.#magnet.look({legs: []});
      board.set({preview: undefined});
      return;
    }
    const outline = this.isConfirmed ? this.#magnet.closed(drawn) : drawn;
    const tip = this.#tip(drawn);
    this.#magnet.look(outline, tip);
    const legs = tip ? [...outline.legs, this.#magnet.legTo(outline, tip)] : outline.legs;
    const path = outlinePoints({legs}, this.#magnet.pathOf);
    const spans = fillOf(path);
    const isErasing = this.#pointer !== undefined && erases(this.#pointer);
    const seed = drawn.seed ?? drawn.legs[0]?.points[0] ?? {x: 0, y: 0};
    board.set({
      preview: {
        ...(drawn.seed ? {box: boxAround(path)!} : {path, marks: marksOf(drawn)}),
        ...(spans.length > 0 && {pixels: {spans, erases: isErasing, seed, isFill: true}}),
        ...(this.isConfirmed && {isBusy: true}),
      },
    });
  }

  get #isRectangle(): boolean {
    return this.context.board.state.toolOptions.shapeKind === 'rectangle';
  }

  /** What is shown: all that is open, with the line of the pressed pointer, or with a rectangle up to the pointer. */
  get #drawn(): Outline | undefined {
    const {open, size} = this;
    const drag = this.#drag;
    if (drag) return this.#isRectangle ? this.held : this.#with({points: [...drag.points, drag.tip]});
    const first = open?.legs[0]?.points[0];
    const isBegun = this.#isRectangle && first && size && !hasThreeCorners(open);
    return isBegun && this.#pointer ? rectangleBetween(first, this.#pointer.at, size) : open;
  }

  /** The first corner of a rectangle, or the one that completes it. */
  #addCorner(input: PointerInput): void {
    const {open, size, context} = this;
    const first = open?.legs[0]?.points[0];
    if (!size) return;
    if (!open || !first) {
      this.step({legs: [{points: [pixelMiddle(input.at, size)]}]});
      context.tell(done(context.words.rectangleFrom, 0));
    } else {
      if (!hasThreeCorners(open)) this.alter(rectangleBetween(first, input.at, size));
      this.confirm({alt: erases(input)});
    }
  }

  get #last(): ImagePoint | undefined {
    return this.open?.legs.at(-1)?.points.at(-1);
  }

  #into(at: ImagePoint): ImagePoint | undefined {
    return this.size && intoPicture(at, this.size);
  }

  #cornerAt({at, shift, timeMs}: PointerInput): ImagePoint | undefined {
    const {size} = this;
    if (!size) return undefined;
    const last = this.#last;
    if (shift && last) return inSteps(last, at, size);
    return intoPicture(Number.isNaN(timeMs) ? fromBorderPixel(at, size) : at, size);
  }

  /** True where a click closes the outline. */
  #closes({at, scale, pointer}: PointerInput): boolean {
    const {open} = this;
    const first = open?.legs[0]?.points[0];
    return (
      first !== undefined && hasThreeCorners(open!) && distance(first, at) * scale <= reaches[pointer].close
    );
  }

  #with(leg: Leg): Outline {
    return {legs: [...(this.open?.legs ?? []), leg]};
  }

  #follow(drag: Drag, at: ImagePoint, scale: number): void {
    const point = this.#into(at);
    if (!point) return;
    drag.tip = point;
    if (distance(drag.points.at(-1)!, point) * scale >= freehand.step) drag.points.push(point);
  }

  /** With Space held, what is drawn moves with the pointer. */
  #carry({at, space}: PointerInput): void {
    const {open, size} = this;
    const before = this.#pointer?.at;
    if (!space || !open || !size || !before) return;
    const by = {x: at.x - before.x, y: at.y - before.y};
    this.alter(movedOutline(open, by, size, this.#magnet.pathOf));
  }

  /** Where the line to the pointer ends. */
  #tip(drawn: Outline): ImagePoint | undefined {
    const pointer = this.#pointer;
    if (!pointer || this.#drag || this.isConfirmed || this.#isRectangle) return undefined;
    return this.#closes(pointer) ? drawn.legs[0]?.points[0] : this.#cornerAt(pointer);
  }
}

/** The keyboard goes from pixel to pixel, and means the border of the picture by the pixels there. */
function fromBorderPixel({x, y}: ImagePoint, {width, height}: Size): ImagePoint {
  const settle = (place: number, most: number) => (place < 1 ? 0 : place > most - 1 ? most : place);
  return {x: settle(x, width), y: settle(y, height)};
}

function legOf({points, tip}: Drag, scale: number): Leg {
  const last = points.at(-1);
  const all = last && distance(last, tip) === 0 ? points : [...points, tip];
  return {points: thinLine(all, freehand.tolerance / scale)};
}

function fillOf(points: readonly ImagePoint[]): Spans {
  const list = new SpanList();
  if (points.length > 2) fillPolygon([points], list.add);
  return list.spans;
}

function marksOf(outline: Outline): readonly PreviewMark[] {
  const first = hasThreeCorners(outline) ? 'first' : 'corner';
  return outlineCorners(outline).map((at, index) => ({at, kind: index === 0 ? first : 'corner'}));
}
