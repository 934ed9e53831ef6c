import {pixelBoxes} from './pixel-boxes.js';
import type {Size} from '../../geometry/point.js';
import type {ClassList} from './class-list.js';
import type {BoxedImage, Exporter, LabelledBox} from './exporter.js';
import {fraction, yoloFiles} from './yolo-files.js';

/**
 * Boxes as YOLO's readers want them: one text file per image with a line `class x y width height` per box, where x and
 * y are the centre and all four are fractions of the image's size. Classes count from 0; an image without boxes has an
 * empty file. Boxes are on whole pixels and inside the image, since readers refuse fractions outside 0 to 1.
 *
 * `data.yaml` names the classes, `images.json` tells which image belongs to a label file and how large it is, which
 * the format itself does not say.
 */
export const yolo: Exporter = {
  name: 'yolo',
  title: 'YOLO',

  write: (images, labels = []) => yoloFiles(images, labels, ({size}) => size, rows),
};

function rows(image: BoxedImage, classes: ClassList): string {
  return pixelBoxes(image)
    .map((box) => row(box, image.size, classes))
    .join('');
}

function row({label, box}: LabelledBox, size: Size, classes: ClassList): string {
  const {left, top, width, height} = box;
  const numbers = [
    fraction(left + width / 2, size.width),
    fraction(top + height / 2, size.height),
    fraction(width, size.width),
    fraction(height, size.height),
  ];
  return `${classes.numberOf(label)} ${numbers.join(' ')}\n`;
}
