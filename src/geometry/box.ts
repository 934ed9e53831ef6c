/**
 * A rectangle on the pixel lattice of a picture: `left` 0 and `width` W cover the whole width of a picture of W pixels.
 * Lengths are picture pixels, the origin is the top left corner of the stored grid unless a name says otherwise.
 */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}
