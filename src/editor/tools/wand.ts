import {isJsonObject, member, type JsonValue} from '../../base/json.js';
import {flagIn, listIn, numberIn, oneOf, within} from '../../base/json-readers.js';
import {distance, type ImagePoint, type Size} from '../../geometry/point.js';
import {areaOf, type Spans} from '../../raster/spans.js';
import {hasPixel, joined, noSpans, without} from '../../raster/span-sets.js';
import {done, refused, type Outcome} from '../act.js';
import type {MaskToolOptions} from '../mask-board.js';
import type {MaskContext} from '../mask-context.js';
import type {WandRequest} from '../mask-work.js';
import {pointIn, writtenPoint} from '../read-drawn.js';
import type {PointerInput} from '../tool.js';
import {Answers} from './answers.js';
import {erases, foundIn, PreviewTool, readablePicture, type Found} from './preview-tool.js';

/** One press of the wand: pixels like the one under it are added to the preview, or removed from it. */
interface Touch {
  readonly request: WandRequest;
  readonly removes: boolean;
  /** By how much a drag changed the tolerance. */
  readonly raised: number;
}

/** What is open: the touches so far. */
interface Touches {
  readonly touches: readonly Touch[];
}

/** CSS pixels of a drag that raise the tolerance by one. */
const dragPerStep = 2;
const mostTolerance = 255;

/**
 * Finds pixels that look like the one that is pressed. A drag away from there raises the tolerance; more presses add to
 * what was found, with Alt they take away; Enter or a click on it makes it a step.
 */
export class WandTool extends PreviewTool<Touches> {
  readonly #answers: Answers<WandRequest, Spans>;
  #held: Touch | undefined;
  /** What was found last, shown until more is known of the same place. */
  #latest: {readonly at: ImagePoint; readonly spans: Spans} | undefined;
  /** Set while the pointer is pressed on pixels that were found: a click makes a step of them. */
  #isOnPixels = false;

  constructor(context: MaskContext) {
    super(context, 'wand');
    this.#answers = new Answers(
      (request, signal) => this.#find(request, signal),
      (request) => this.#settled(request),
    );
    context.board.subscribe(({toolOptions}, before) => {
      if (toolOptions !== before.toolOptions) this.#setOptions(toolOptions);
    });
  }

  hover(): void {}

  protected pressed(input: PointerInput): void {
    const {open} = this;
    this.#isOnPixels = open !== undefined && !erases(input) && hasPixel(this.#pixelsOf(open), input.at);
    if (!this.#isOnPixels) this.#touch(input);
  }

  protected clicked(): void {
    if (this.#isOnPixels) this.confirm();
    else this.#keep();
  }

  protected dragBegan(from: PointerInput): void {
    if (this.#isOnPixels) this.#touch(from);
    this.#isOnPixels = false;
  }

  protected dragged({at, scale}: PointerInput): void {
    const held = this.#held;
    if (!held) return;
    const raised = Math.round((distance(held.request.at, at) * scale) / dragPerStep);
    if (raised === held.raised) return;
    const {toolOptions} = this.context.board.state;
    this.#held = {...held, raised, request: requestOf(held.request.at, toolOptions, raised)};
    this.show();
  }

  protected dragEnded(input: PointerInput): void {
    this.dragged(input);
    this.#keep();
  }

  protected dropGesture(): void {
    this.#held = undefined;
    this.#isOnPixels = false;
  }

  protected get held(): Touches | undefined {
    return this.#held && {touches: [...(this.open?.touches ?? []), this.#held]};
  }

  protected find(open: Touches): Found | Outcome | undefined {
    const [first] = open.touches;
    if (!first || this.#isWaiting(open)) return undefined;
    const spans = this.#pixelsOf(open);
    if (spans.length === 0) return refused('nothing-there', this.context.words.nothingFound);
    return {spans, seed: first.request.at};
  }

  protected write(steps: readonly Touches[]): JsonValue {
    return (steps.at(-1)?.touches ?? []).map(writtenTouch);
  }

  protected read(drawn: JsonValue, size: Size): readonly Touches[] | undefined {
    const touches = listIn(drawn, (touch) => touchIn(touch, size));
    return touches?.map((_, index) => ({touches: touches.slice(0, index + 1)}));
  }

  protected show(): void {
    const {board} = this.context;
    const shown = this.held ?? this.open;
    const firm = (this.open?.touches ?? []).map(({request}) => request);
    this.#answers.want(firm, this.#held?.request);
    if (!shown) {
      board.set({preview: undefined});
      return;
    }
    const isBusy = this.#isWaiting(shown);
    const spans = this.#pixelsOf(shown);
    const seed = shown.touches[0]?.request.at ?? {x: 0, y: 0};
    board.set({preview: {pixels: {spans, erases: false, seed, isFill: true}, ...(isBusy && {isBusy})}});
  }

  #touch(input: PointerInput): void {
    const {context, size} = this;
    const {at} = input;
    const picture = readablePicture(context);
    const isInside = size && at.x >= 0 && at.y >= 0 && at.x < size.width && at.y < size.height;
    const removes = erases(input);
    if ('done' in picture) context.tell(picture);
    else if (isInside && removes && !this.open)
      context.tell(refused('nothing-there', context.words.nothingToRemove));
    else if (isInside) {
      this.#held = {request: requestOf(at, context.board.state.toolOptions, 0), removes, raised: 0};
      this.show();
    }
  }

  /** The held touch becomes a step of the drawing. */
  #keep(): void {
    const {held} = this;
    this.#held = undefined;
    if (!held) return;
    this.step(held);
    this.#tellFound();
  }

  #settled(request: WandRequest): void {
    const spans = this.#answers.of(request);
    if (spans) this.#latest = {at: request.at, spans};
    else this.#forget(request);
    this.arrived();
    this.#tellFound();
  }

  /** A touch that found nothing because something went wrong is none. */
  #forget(request: WandRequest): void {
    const {context, open} = this;
    const last = open?.touches.at(-1);
    if (this.#held?.request === request) this.#held = undefined;
    if (last?.request === request) this.alter(undefined);
    context.tell(refused('failed', context.words.lookFailed));
  }

  #tellFound(): void {
    const {context, open} = this;
    if (!open || this.isPressed || this.isConfirmed || this.#isWaiting(open)) return;
    const count = areaOf(this.#pixelsOf(open));
    context.tell(done(context.words.found(context.words.pixels(count, context.language)), 0));
  }

  #isWaiting({touches}: Touches): boolean {
    return touches.some(({request}) => !this.#answers.isSettled(request));
  }

  #pixelsOf({touches}: Touches): Spans {
    let pixels = noSpans;
    for (const {request, removes} of touches) {
      const isLatest = this.#latest?.at === request.at;
      const spans = this.#answers.of(request) ?? (isLatest ? this.#latest?.spans : undefined);
      if (!spans) continue;
      if (pixels.length === 0 && !removes) pixels = spans;
      else pixels = removes ? without(pixels, spans) : joined(pixels, spans);
    }
    return pixels;
  }

  /** What is changed beside the picture goes for the last touch too. */
  #setOptions(options: MaskToolOptions): void {
    const touches = this.open?.touches ?? [];
    const last = touches.at(-1);
    if (!last || this.isPressed || this.isConfirmed) return;
    const request = requestOf(last.request.at, options, last.raised);
    const isSame = (Object.keys(request) as (keyof WandRequest)[]).every(
      (key) => request[key] === last.request[key],
    );
    if (!isSame) this.alter({touches: [...touches.slice(0, -1), {...last, request}]});
  }

  async #find(request: WandRequest, signal: AbortSignal): Promise<Spans> {
    const picture = readablePicture(this.context);
    if ('done' in picture || !this.size) return noSpans;
    return foundIn(this.size, await picture.wand(request, signal));
  }
}

function writtenTouch({request: {at, ...settings}, removes, raised}: Touch): JsonValue {
  return {at: writtenPoint(at), ...settings, removes, raised};
}

function touchIn(value: JsonValue, size: Size): Touch | undefined {
  if (!isJsonObject(value)) return undefined;
  const at = pointIn(member(value, 'at'), size);
  const tolerance = within(0, mostTolerance)(member(value, 'tolerance'));
  const isContiguous = flagIn(member(value, 'isContiguous'));
  const neighbours = oneOf(4, 8)(member(value, 'neighbours'));
  const smoothing = oneOf(0, 1, 2, 3)(member(value, 'smoothing'));
  if (!at || tolerance === undefined || isContiguous === undefined) return undefined;
  if (neighbours === undefined || smoothing === undefined) return undefined;
  return {
    request: {at, tolerance, isContiguous, neighbours, smoothing},
    removes: flagIn(member(value, 'removes')) ?? false,
    raised: numberIn(member(value, 'raised')) ?? 0,
  };
}

function requestOf(at: ImagePoint, options: MaskToolOptions, raised: number): WandRequest {
  const {tolerance, isContiguous, neighbours, smoothing} = options;
  return {at, tolerance: Math.min(mostTolerance, tolerance + raised), isContiguous, neighbours, smoothing};
}
