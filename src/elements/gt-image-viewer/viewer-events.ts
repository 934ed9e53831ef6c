import type {Problem} from '../../base/result.js';
import type {Orientation} from '../../geometry/orientation.js';
import type {LoadedImage} from '../../media/load-image.js';

/**
 * A picture on screen, as those need it who look into its pixels: the bytes exactly as they came (missing when only the
 * browser may read them), and the stored pixel grid with the orientation that stands it upright.
 */
export type ShownPicture = Pick<LoadedImage, 'blob' | 'width' | 'height' | 'orientation' | 'readable'>;

/** Detail of `gt-image-ready`. */
export interface ImageReadyDetail {
  /** Size of the stored pixel grid, before the picture is turned upright. */
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
  /** False when the server keeps the page from reading the picture's bytes and pixels. */
  readonly readable: boolean;
}

/** Detail of `gt-error`. */
export interface ImageErrorDetail {
  readonly code: 'image-load-failed';
  readonly message: string;
  /** The exact reason; its `code` is one of `media/…`. */
  readonly cause: Problem;
}

/** Detail of `gt-skip`. */
export interface ImageSkipDetail {
  /** Why there is nothing to label: the code of the problem, such as `media/expired`. */
  readonly reason: string;
}
