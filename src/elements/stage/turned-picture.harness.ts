import {turnedJpeg} from '../../../test/helpers/pictures.js';
import type {Orientation} from '../../geometry/orientation.js';
import {paintPatch} from './circumstances.harness.js';

/** The size in the file of a picture whose sides differ, with a patch that has another distance to each of them. */
export const stored = {width: 112, height: 80};

/** Where the patch is once the picture is turned upright, worked out by hand for each of the eight. */
export const upright: Readonly<Record<Orientation, readonly [number, number, number, number]>> = {
  1: [16, 16, 48, 32],
  2: [48, 16, 48, 32],
  3: [48, 32, 48, 32],
  4: [16, 32, 48, 32],
  5: [16, 16, 32, 48],
  6: [32, 16, 32, 48],
  7: [32, 48, 32, 48],
  8: [16, 48, 32, 48],
};

/** That picture, with a file that says to turn it so. */
export function turnedPicture(orientation: Orientation): ReturnType<typeof turnedJpeg> {
  // In units of 16 pixels: on the blocks of a JPEG, so that compression keeps its edges.
  return turnedJpeg(stored.width, stored.height, orientation, (context) =>
    paintPatch(context, 16, {left: 1, top: 1, width: 3, height: 2}),
  );
}
