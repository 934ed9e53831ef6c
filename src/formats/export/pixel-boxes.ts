import {onLattice, wholePicture} from '../../geometry/box-in-picture.js';
import {intersectionOverUnion} from '../../geometry/box.js';
import type {BoxedImage, LabelledBox} from './exporter.js';

/** The boxes on whole pixels and inside the image, for formats that know no others. What lies outside is left out. */
export function pixelBoxes({boxes, size}: BoxedImage): readonly LabelledBox[] {
  return boxes
    .filter(({box}) => intersectionOverUnion(box, wholePicture(size)) > 0)
    .map(({label, box}) => ({label, box: onLattice(box, size)}));
}
