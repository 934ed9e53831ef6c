import type {Orientation} from '../geometry/orientation.js';
import type {Size} from '../geometry/point.js';
import type {TilePlace, TileRuns} from '../raster/tiles.js';

/** What some pixels of a mask file stand for: known by their value, by their colour, or by both. */
export interface MaskMeaning {
  /** The number of the region they belong to; 0: none. */
  readonly number: number;
  /** The value of the pixels, in files whose palette agrees with the colours. */
  readonly id?: number;
  /** `#rrggbb` in either case. */
  readonly color?: string;
}

/** A mask file that an answer or a label stands for, and how to understand it. */
export interface MaskRequest {
  /** The same for what gives the same regions: under this the mask stands in `Task.masks`. */
  readonly key: string;
  /** Where it is: a reference like that of a picture, or the file itself. */
  readonly source: {readonly reference: string} | {readonly base64: string};
  readonly meanings: readonly MaskMeaning[];
  /** How the file lies over the stored grid. Missing until the picture is known, where that decides. */
  readonly orientation?: Orientation;
}

/** A mask file that has been read, in the stored grid. */
export interface ReadMask {
  readonly size: Size;
  /** Tiles that have labelled pixels. The numbers in them are those of the request. */
  readonly tiles: readonly (TilePlace & {readonly runs: TileRuns})[];
  /** The numbers that occur, ascending, without 0. */
  readonly numbers: readonly number[];
  /** Pixels of colours that mean nothing, which are left unlabelled; the most frequent first. */
  readonly unknown: readonly {readonly color: string; readonly count: number}[];
}

/** A mask that is there; `left-out`: it could not be loaded, and the worker begins without it. */
export type MaskAtHand = ReadMask | 'left-out';

/** How the pixels of a document become those of a mask file. */
export interface MaskPlan {
  /** The size of the stored grid. */
  readonly size: Size;
  /** How the file lies over the stored grid. */
  readonly orientation: Orientation;
  /** Region number → value of the file's pixels. */
  readonly ids: ReadonlyMap<number, number>;
  /** The colour of each value that means something, by value. All others are white. */
  readonly colors: ReadonlyMap<number, string>;
}
