import type {ImagePoint, Size} from '../geometry/point.js';
import type {Area} from '../raster/components.js';
import type {PixelBox} from '../raster/pixel-box.js';
import type {Spans} from '../raster/spans.js';
import type {TileRecord} from '../model/record.js';
import type {SegmentPrompt} from '../vision/segmenter.js';

/** A mask on its way to whoever works on it elsewhere: the tiles of a document are small, its pixels are not. */
export interface MaskData {
  readonly size: Size;
  readonly tiles: readonly Pick<TileRecord, 'column' | 'row' | 'runs'>[];
}

/** A correction of the pixels of one region, in pixels of area where it has a measure. */
export type FixUp =
  /** Holes of up to `most` pixels that are wholly inside it. */
  | {readonly kind: 'fill-holes'; readonly most: number}
  /** Parts of up to `most` pixels that do not touch the rest. */
  | {readonly kind: 'remove-islands'; readonly most: number}
  /** One pixel more on all sides. */
  | {readonly kind: 'grow'}
  /** One pixel less on all sides. */
  | {readonly kind: 'shrink'};

/**
 * Work on masks that takes longer than a frame, done beside the page where the browser lets it. Whatever is asked later
 * is answered later. A call that is aborted rejects with the signal's reason.
 */
export interface MaskWork {
  /** The pixels that are connected (by their sides) with the one at `at` and have its number; or all of that number. */
  area(mask: MaskData, at: ImagePoint, reach: 'connected' | 'all', signal?: AbortSignal): Promise<Spans>;
  /** The pixels to add for `fill-holes` and `grow`, and those to take away for the others. */
  fixUp(mask: MaskData, number: number, fixUp: FixUp, signal?: AbortSignal): Promise<Spans>;
  /** The connected areas of a number, the largest first; at most `most`. Number 0: what nobody has labelled. */
  areasOf(mask: MaskData, number: number, most: number, signal?: AbortSignal): Promise<readonly Area[]>;
}

/** What the wand takes: pixels that look like the one it was put on. */
export interface WandRequest {
  readonly at: ImagePoint;
  /** 0 to 255: by how much a pixel's red, green or blue may differ from that of the seed. */
  readonly tolerance: number;
  /** False: also pixels that are not connected with the seed. */
  readonly isContiguous: boolean;
  readonly neighbours: 4 | 8;
  /** 0 to 3: how much ragged borders are evened out. */
  readonly smoothing: 0 | 1 | 2 | 3;
}

/** The superpixels of a part of the picture. */
export interface CellGrid {
  readonly box: PixelBox;
  /** The cell of each pixel of the box, row by row. Numbers mean nothing beyond this grid. */
  readonly cells: Int32Array<ArrayBuffer>;
}

/** Work that reads the picture's own pixels, at its own resolution, so that no zoom changes what it finds. */
export interface PictureWork {
  /** Why the pixels cannot be read, as a sentence; nothing when they can. */
  readonly problem: string | undefined;
  wand(request: WandRequest, signal?: AbortSignal): Promise<Spans>;
  /** The superpixels around a place: a fixed part of the picture that contains it. `cellSize` in pixels, 16 to 256. */
  superpixels(at: ImagePoint, cellSize: number, signal?: AbortSignal): Promise<CellGrid>;
  /** The pixels of the thing that a prompt points at. */
  segment(prompt: SegmentPrompt, signal?: AbortSignal): Promise<Spans>;
  /** The line along edges of the picture from one place to another, both included, in steps of at most some pixels. */
  edgePath(from: ImagePoint, to: ImagePoint, signal?: AbortSignal): Promise<readonly ImagePoint[]>;
}
