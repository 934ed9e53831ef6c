import {pixelBoxes} from './pixel-boxes.js';
import type {Size} from '../../geometry/point.js';
import {ClassList} from './class-list.js';
import type {BoxedImage, Exporter, LabelledBox} from './exporter.js';
import {extensionOf} from '../entry.js';
import {FileNames} from './file-names.js';

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

  async *write(images, labels = []) {
    const classes = new ClassList(labels);
    const names = new FileNames();
    const list: string[] = [];
    for await (const image of images) {
      const stem = names.stemOf(image.reference);
      list.push(JSON.stringify(imageFacts(image, stem)));
      yield {
        path: `labels/${stem}.txt`,
        content: pixelBoxes(image)
          .map((box) => row(box, image.size, classes))
          .join(''),
      };
    }
    yield {path: 'data.yaml', content: dataYaml(classes.labels)};
    yield {path: 'images.json', content: `[\n${list.join(',\n')}\n]\n`};
  },
};

function imageFacts({reference, size}: BoxedImage, stem: string): object {
  const extension = extensionOf(reference) || 'jpg';
  const {width, height} = size;
  return {file: `images/${stem}.${extension}`, reference, width, height};
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

/** Six decimals as usual; more only for images so large that a pixel would get lost. */
function fraction(part: number, whole: number): string {
  return (part / whole).toFixed(Math.max(6, Math.ceil(Math.log10(whole)) + 2));
}

/** JSON strings are YAML strings too, whatever is in them. */
function dataYaml(labels: readonly string[]): string {
  const names = labels.map((label, number) => `  ${number}: ${JSON.stringify(label)}\n`).join('');
  return `path: .\ntrain: images\nval: images\nnames:${names === '' ? ' {}' : ''}\n${names}`;
}
