import type {ImagePoint} from '../../geometry/point.js';
import type {PixelBox} from '../../raster/pixel-box.js';
import {SpanList, type Spans} from '../../raster/spans.js';
import type {SegmentPrompt} from '../../vision/segmenter.js';
import type {CellGrid, PictureWork, WandRequest} from '../mask-work.js';

/** A question that waits until a test answers it. */
export interface Question {
  readonly kind: 'wand' | 'superpixels' | 'segment' | 'edgePath';
  /** What was asked, in a few words. */
  readonly text: string;
  readonly signal: AbortSignal | undefined;
  /** Gives the answer, and waits until whoever asked has dealt with it. */
  answer(): Promise<void>;
  fail(): Promise<void>;
}

/** All pixels of a box. */
export function boxSpans({left, top, right, bottom}: PixelBox): Spans {
  const list = new SpanList();
  for (let y = top; y < bottom; y++) list.add(y, left, right);
  return list.spans;
}

/** More turns than any chain of promises in a tool takes. */
async function dealtWith(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
}

const round = ({x, y}: ImagePoint): string => `${x},${y}`;

/**
 * A picture that a test answers for. The wand finds a square around its place, with the tolerance as its half side;
 * superpixels are squares in grids of four by four; a segmenter finds the box of the points it is given; edges go
 * sideways first, then up or down.
 */
export class SlowPicture implements PictureWork {
  problem: string | undefined = undefined;
  readonly asked: Question[] = [];

  /** Questions that wait and that nobody has given up. */
  get open(): readonly Question[] {
    return this.asked.filter(({signal}) => !this.#settled.has(signal) && signal?.aborted !== true);
  }

  get openTexts(): readonly string[] {
    return this.open.map(({text}) => text);
  }

  /** Answers all that is asked, also what is asked because of an answer. */
  async answerAll(): Promise<void> {
    for (let [next] = this.open; next; [next] = this.open) await next.answer();
  }

  wand(request: WandRequest, signal?: AbortSignal): Promise<Spans> {
    const [x, y] = [Math.floor(request.at.x), Math.floor(request.at.y)];
    const side = request.tolerance;
    const spans = boxSpans({left: x - side, top: y - side, right: x + side + 1, bottom: y + side + 1});
    return this.#ask('wand', `${round(request.at)} ±${side}`, spans, signal);
  }

  superpixels(at: ImagePoint, cellSize: number, signal?: AbortSignal): Promise<CellGrid> {
    const side = cellSize * 4;
    const [left, top] = [Math.floor(at.x / side) * side, Math.floor(at.y / side) * side];
    const cells = Int32Array.from({length: side * side}, (_, index) => {
      const [x, y] = [index % side, Math.floor(index / side)];
      return Math.floor(x / cellSize) + 4 * Math.floor(y / cellSize);
    });
    const grid = {box: {left, top, right: left + side, bottom: top + side}, cells};
    return this.#ask('superpixels', `${left},${top} ${cellSize}`, grid, signal);
  }

  segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Spans> {
    const points =
      prompt.kind === 'box'
        ? [
            {x: prompt.box.left, y: prompt.box.top},
            {x: prompt.box.left + prompt.box.width, y: prompt.box.top + prompt.box.height},
          ]
        : prompt.kind === 'extremes'
          ? prompt.points
          : [];
    const all = [...points, ...(prompt.plus ?? [])];
    const [xs, ys] = [all.map(({x}) => Math.floor(x)), all.map(({y}) => Math.floor(y))];
    const [right, bottom] = [Math.max(...xs), Math.max(...ys)];
    const spans = boxSpans({left: Math.min(...xs), top: Math.min(...ys), right, bottom});
    const hints = `${'+'.repeat(prompt.plus?.length ?? 0)}${'-'.repeat(prompt.minus?.length ?? 0)}`;
    return this.#ask('segment', `${prompt.kind}${hints && ` ${hints}`}`, spans, signal);
  }

  edgePath(from: ImagePoint, to: ImagePoint, signal?: AbortSignal): Promise<readonly ImagePoint[]> {
    const path = [from, {x: to.x, y: from.y}, to];
    return this.#ask('edgePath', `${round(from)} → ${round(to)}`, path, signal);
  }

  readonly #settled = new Set<AbortSignal | undefined>();

  #ask<T>(kind: Question['kind'], text: string, answer: T, signal: AbortSignal | undefined): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (how: () => void) => {
        this.#settled.add(signal);
        how();
        return dealtWith();
      };
      this.asked.push({
        kind,
        text,
        signal,
        answer: () => settle(() => resolve(answer)),
        fail: () => settle(() => reject(new Error('It went wrong.'))),
      });
    });
  }
}
