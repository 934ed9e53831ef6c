import type {PixelBox} from './pixel-box.js';

/**
 * A set of pixels as stretches of rows: three numbers each, `y, start, end` (`end` not included). Every shape becomes
 * this before it is painted, wherever it was found: strokes, polygons, flood fills, what a segmenter saw.
 */
export type Spans = Int32Array<ArrayBuffer>;

/** What takes the stretches of a shape, one by one. They may lie outside the picture and over each other. */
export type SpanSink = (y: number, start: number, end: number) => void;

/** Collects stretches. Its memory grows by doubling, so that millions of them cost no more than they must. */
export class SpanList {
  #data = new Int32Array(192);
  #length = 0;

  readonly add: SpanSink = (y, start, end) => {
    if (this.#length + 3 > this.#data.length) {
      const larger = new Int32Array(this.#data.length * 2);
      larger.set(this.#data);
      this.#data = larger;
    }
    this.#data[this.#length++] = y;
    this.#data[this.#length++] = start;
    this.#data[this.#length++] = end;
  };

  /** The stretches so far. */
  get spans(): Spans {
    return this.#data.slice(0, this.#length);
  }
}

/** Hands every stretch on. */
export function eachSpan(spans: Spans, sink: SpanSink): void {
  for (let at = 0; at < spans.length; at += 3)
    sink(spans[at] as number, spans[at + 1] as number, spans[at + 2] as number);
}

/** How many pixels they cover, counting those that two stretches cover twice. */
export function areaOf(spans: Spans): number {
  let area = 0;
  for (let at = 0; at < spans.length; at += 3) area += (spans[at + 2] as number) - (spans[at + 1] as number);
  return area;
}

/** The smallest box around them; nothing when there are none. */
export function boundsOfSpans(spans: Spans): PixelBox | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  eachSpan(spans, (y, start, end) => {
    if (start < left) left = start;
    if (end > right) right = end;
    if (y < top) top = y;
    if (y >= bottom) bottom = y + 1;
  });
  return right > left ? {left, top, right, bottom} : undefined;
}
