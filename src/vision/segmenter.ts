import type {Box} from '../geometry/box.js';
import type {ImagePoint, Size} from '../geometry/point.js';
import type {PixelBox} from '../raster/pixel-box.js';
import type {Spans} from '../raster/spans.js';

/** Places that belong to a thing, and places that do not. */
export interface SegmentHints {
  readonly plus: readonly ImagePoint[];
  readonly minus: readonly ImagePoint[];
}

/** How a person points at a thing. All places are in the stored pixel grid. */
export type SegmentPrompt =
  /** Its topmost, bottommost, leftmost and rightmost points, in any order, and corrections of what was found by them. */
  | ({readonly kind: 'extremes'; readonly points: readonly ImagePoint[]} & Partial<SegmentHints>)
  /** A box around it, and corrections of what was found by it. */
  | ({readonly kind: 'box'; readonly box: Box} & Partial<SegmentHints>)
  | ({readonly kind: 'points'} & SegmentHints);

/** Pixels of a picture: four bytes each (red, green, blue, alpha), row by row. */
export interface PicturePixels extends Size {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
}

/** The picture that is on the stage, in its stored pixel grid. */
export interface SegmentPicture {
  /** The same picture has the same key, so that what was computed for it can be kept. */
  readonly key: string;
  readonly size: Size;
  /** The pixels of a part of it, made smaller to `size` where that is given. */
  read(box: PixelBox, size?: Size): Promise<PicturePixels>;
}

/**
 * Finds the pixels of a thing that a person points at. The kit has one that works without a model; a page may give
 * another. A call that is aborted rejects with the signal's reason.
 */
export interface Segmenter {
  readonly name: string;
  /** Prepares a picture that is, or will soon be, on the stage, such as the embedding of a model. */
  prepare?(picture: SegmentPicture, signal: AbortSignal): Promise<void>;
  segment(picture: SegmentPicture, prompt: SegmentPrompt, signal: AbortSignal): Promise<Spans>;
  /** Gives up everything that is kept. */
  dispose?(): void;
}
