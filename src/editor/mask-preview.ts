import type {Box} from '../geometry/box.js';
import type {ImagePoint} from '../geometry/point.js';
import type {PixelBox} from '../raster/pixel-box.js';
import type {Spans} from '../raster/spans.js';
import type {CellGrid} from './mask-work.js';

/** A place that is marked while something is being made. */
export interface PreviewMark {
  readonly at: ImagePoint;
  /** `first` is the corner that closes the outline; `plus` and `minus` belong to the thing or do not. */
  readonly kind: 'corner' | 'first' | 'extreme' | 'plus' | 'minus';
}

/** Pixels that a commit would paint or erase, as far as mode, locks and what is hidden let it. */
export interface PreviewPixels {
  readonly spans: Spans;
  readonly erases: boolean;
  /** Where the hand began: what is there decides what may change, in some modes. */
  readonly seed?: ImagePoint;
  /** All at once instead of by a hand's stroke; see `StrokeOptions.isFill`. */
  readonly isFill?: boolean;
  /** The selected regions would come to lie here. */
  readonly isMove?: boolean;
}

/** What is being made on a mask and is in no document yet. Every part of it is painted. */
export interface MaskPreview {
  readonly pixels?: PreviewPixels;
  /** An open outline in picture pixels; its last point follows the pointer. */
  readonly path?: readonly ImagePoint[];
  readonly marks?: readonly PreviewMark[];
  readonly box?: Box;
  /** What the picture is divided into: borders of cells, seen in an area around what is pointed at. */
  readonly cells?: {readonly grids: readonly CellGrid[]; readonly around: PixelBox};
  /** True while pixels are being looked for. */
  readonly isBusy?: boolean;
}
