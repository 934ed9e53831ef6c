import type {Orientation} from '../geometry/orientation.js';
import type {MaskMeaning, ReadMask} from '../raster/mask-file.js';

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

/** A mask that is there; `left-out`: it could not be loaded, and the worker begins without it. */
export type MaskAtHand = ReadMask | 'left-out';
