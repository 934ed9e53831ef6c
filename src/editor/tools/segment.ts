import {isJsonObject, member, type JsonValue} from '../../base/json.js';
import {listIn} from '../../base/json-readers.js';
import {boxAround, boxBetween, centreOf, type Box} from '../../geometry/box.js';
import {intoPicture} from '../../geometry/box-in-picture.js';
import {distance, type ImagePoint, type Size} from '../../geometry/point.js';
import {noSpans} from '../../raster/span-sets.js';
import {areaOf, type Spans} from '../../raster/spans.js';
import type {SegmentHints, SegmentPrompt} from '../../vision/segmenter.js';
import {done, refused, type Outcome} from '../act.js';
import type {MaskContext} from '../mask-context.js';
import type {PreviewMark} from '../mask-preview.js';
import {boxIn, pointIn, writtenBox, writtenPoint} from '../read-drawn.js';
import {speck} from '../reach.js';
import type {PointerInput} from '../tool.js';
import {Answers} from './answers.js';
import {isDoubleClick} from './double-click.js';
import {erases, foundIn, PreviewTool, readablePicture, type Found} from './preview-tool.js';

const dotsNeeded = 4;

/** What a person has pointed at so far. */
interface Pointing extends SegmentHints {
  /** Extreme points of the thing, up to four. */
  readonly dots: readonly ImagePoint[];
  readonly box?: Box;
  /** What is asked by all that; nothing while dots are missing. */
  readonly prompt?: SegmentPrompt;
}

const nothingYet: Pointing = {dots: [], plus: [], minus: []};

/** A drag: of a new box, or of the next dot. */
interface Drag {
  readonly from: ImagePoint;
  readonly to: ImagePoint;
  readonly isDot: boolean;
}

/**
 * Has a segmenter find the pixels of a thing: by four extreme points, by a box that is dragged around it, or by places
 * that belong to it. What was found can be corrected by clicks, with Alt or the secondary button by places that do not
 * belong to it; Enter makes it a step.
 */
export class SegmentTool extends PreviewTool<Pointing> {
  readonly #answers: Answers<SegmentPrompt, Spans>;
  #drag: Drag | undefined;
  #lastClick: PointerInput | undefined;
  /** What was found last, shown while something better is looked for. */
  #latest = noSpans;

  constructor(context: MaskContext) {
    super(context, 'segment');
    this.#answers = new Answers(
      (prompt, signal) => this.#find(prompt, signal),
      (prompt) => this.#settled(prompt),
    );
  }

  hover(): void {}

  /** A click of the secondary button: a place that does not belong to the thing; before that, one dot back. */
  secondary(input: PointerInput): boolean {
    if (!this.open?.prompt) return this.stepBack();
    if (!this.isConfirmed) this.#hint(input, true);
    return true;
  }

  protected pressed(): void {}

  protected clicked(input: PointerInput): void {
    const isDouble = isDoubleClick(this.#lastClick, input);
    this.#lastClick = input;
    // Somebody who ends with a double click means one click.
    if (isDouble && (this.open?.prompt || !this.open)) return;
    const picture = readablePicture(this.context);
    if ('done' in picture) this.context.tell(picture);
    else if (this.#wantsDots) this.#addDot(input.at);
    else this.#hint(input, erases(input));
  }

  protected dragBegan({at}: PointerInput): void {
    const picture = readablePicture(this.context);
    if ('done' in picture) {
      this.context.tell(picture);
      return;
    }
    const from = this.#into(at);
    if (from) this.#drag = {from, to: from, isDot: this.#wantsDots && this.open !== undefined};
  }

  protected dragged({at}: PointerInput): void {
    const to = this.#into(at);
    if (!this.#drag || !to) return;
    this.#drag = {...this.#drag, to};
    this.show();
  }

  protected dragEnded(input: PointerInput): void {
    this.dragged(input);
    const drag = this.#drag;
    this.#drag = undefined;
    if (drag?.isDot) this.#addDot(drag.to);
    else if (drag && distance(drag.from, drag.to) * input.scale >= speck)
      this.#ask({...nothingYet, box: boxOf(drag)});
    else this.show();
  }

  protected dropGesture(): void {
    this.#drag = undefined;
  }

  protected get held(): Pointing | undefined {
    const drag = this.#drag;
    return drag && !drag.isDot ? withPrompt({...nothingYet, box: boxOf(drag)}) : undefined;
  }

  protected find(open: Pointing): Found | Outcome | undefined {
    const {words, language} = this.context;
    const {prompt, dots} = open;
    if (!prompt) return refused('unfinished', words.dotsMissing(dotsNeeded - dots.length, language));
    if (!this.#answers.isSettled(prompt)) return undefined;
    const spans = this.#answers.of(prompt) ?? noSpans;
    return spans.length > 0 ? {spans, seed: seedOf(prompt)} : refused('nothing-there', words.nothingFound);
  }

  protected write(steps: readonly Pointing[]): JsonValue {
    return steps.map(writtenPointing);
  }

  protected read(drawn: JsonValue, size: Size): readonly Pointing[] | undefined {
    return listIn(drawn, (step) => pointingIn(step, size));
  }

  protected show(): void {
    const {board} = this.context;
    const {open} = this;
    const drag = this.#drag;
    const prompt = open?.prompt;
    this.#answers.want(prompt ? [prompt] : []);
    if (!open && !drag) {
      this.#latest = noSpans;
      board.set({preview: undefined});
      return;
    }
    const box = drag && !drag.isDot ? boxOf(drag) : open?.box;
    const isBusy = prompt !== undefined && !this.#answers.isSettled(prompt);
    const spans = prompt ? (this.#answers.of(prompt) ?? this.#latest) : noSpans;
    const marks = marksOf(open ?? nothingYet);
    if (drag?.isDot) marks.push({at: drag.to, kind: 'extreme'});
    board.set({
      preview: {
        marks,
        ...(box && {box}),
        ...(prompt &&
          spans.length > 0 && {pixels: {spans, erases: false, seed: seedOf(prompt), isFill: true}}),
        ...(isBusy && {isBusy}),
      },
    });
  }

  get #wantsDots(): boolean {
    const {open} = this;
    if (!open) return this.context.board.state.toolOptions.segmentMode === 'extremes';
    return open.prompt === undefined;
  }

  #into(at: ImagePoint): ImagePoint | undefined {
    return this.size && intoPicture(at, this.size);
  }

  #addDot(at: ImagePoint): void {
    const dot = this.#into(at);
    if (!dot) return;
    const dots = [...(this.open?.dots ?? []), dot];
    this.#ask({...nothingYet, dots});
    const {context} = this;
    if (dots.length < dotsNeeded) context.tell(done(context.words.dots(dots.length, context.language), 0));
  }

  /** A click says that a place belongs to the thing, or does not. */
  #hint({at}: PointerInput, isMinus: boolean): void {
    const {context, size} = this;
    const open = this.open ?? nothingYet;
    if (!size || at.x < 0 || at.y < 0 || at.x >= size.width || at.y >= size.height) return;
    if (isMinus && !this.open) {
      context.tell(refused('unfinished', context.words.plusFirst));
      return;
    }
    const {plus, minus} = open;
    this.#ask({...open, plus: isMinus ? plus : [...plus, at], minus: isMinus ? [...minus, at] : minus});
  }

  #ask(pointing: Pointing): void {
    this.step(withPrompt(pointing));
  }

  #settled(prompt: SegmentPrompt): void {
    const {context} = this;
    const spans = this.#answers.of(prompt);
    if (!spans) context.tell(refused('failed', context.words.lookFailed));
    else if (!this.isConfirmed && spans.length === 0)
      context.tell(refused('nothing-there', context.words.nothingFound));
    else if (!this.isConfirmed)
      context.tell(done(context.words.found(context.words.pixels(areaOf(spans), context.language)), 0));
    this.#latest = spans ?? noSpans;
    this.arrived();
  }

  async #find(prompt: SegmentPrompt, signal: AbortSignal): Promise<Spans> {
    const picture = readablePicture(this.context);
    if ('done' in picture || !this.size) return noSpans;
    return foundIn(this.size, await picture.segment(prompt, signal));
  }
}

const boxOf = ({from, to}: Drag): Box => boxBetween(from, to);

/** What is asked by all that a person has pointed at. */
function withPrompt({dots, box, plus, minus}: Pointing): Pointing {
  const hints = plus.length + minus.length > 0 ? {plus, minus} : {};
  if (box) return {dots, box, plus, minus, prompt: {kind: 'box', box, ...hints}};
  if (dots.length === dotsNeeded)
    return {dots, plus, minus, prompt: {kind: 'extremes', points: dots, ...hints}};
  if (dots.length > 0) return {dots, plus, minus};
  return {dots, plus, minus, prompt: {kind: 'points', plus, minus}};
}

function writtenPointing({dots, plus, minus, box}: Pointing): JsonValue {
  return {
    dots: dots.map(writtenPoint),
    plus: plus.map(writtenPoint),
    minus: minus.map(writtenPoint),
    ...(box && {box: writtenBox(box)}),
  };
}

function pointingIn(value: JsonValue, size: Size): Pointing | undefined {
  if (!isJsonObject(value)) return undefined;
  const places = (name: string) => listIn(member(value, name), (place) => pointIn(place, size));
  const [dots, plus, minus] = [places('dots'), places('plus'), places('minus')];
  const isBoxed = member(value, 'box') !== undefined;
  const box = boxIn(member(value, 'box'), size);
  if (!dots || !plus || !minus || dots.length > dotsNeeded || (isBoxed && !box)) return undefined;
  if (!box && dots.length === 0 && plus.length === 0) return undefined;
  return withPrompt({dots, plus, minus, ...(box && {box})});
}

/** A place that is likely on the thing. */
function seedOf(prompt: SegmentPrompt): ImagePoint {
  const [plus] = prompt.plus ?? [];
  if (plus) return plus;
  const box =
    prompt.kind === 'box' ? prompt.box : prompt.kind === 'extremes' ? boxAround(prompt.points) : undefined;
  return box ? centreOf(box) : {x: 0, y: 0};
}

function marksOf({dots, plus, minus}: Pointing): PreviewMark[] {
  return [
    ...dots.map((at): PreviewMark => ({at, kind: 'extreme'})),
    ...plus.map((at): PreviewMark => ({at, kind: 'plus'})),
    ...minus.map((at): PreviewMark => ({at, kind: 'minus'})),
  ];
}
