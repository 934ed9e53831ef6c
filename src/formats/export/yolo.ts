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

/** A JSON string, which is a YAML string too, once what YAML takes for an end of a line is written by its number. */
function quoted(label: string): string {
  const escaped = (end: string): string => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(label).replace(/[\u0085\u2028\u2029]/g, escaped);
}

/** What tools of this format read first: where things are, and what the classes are called. */
function dataYaml(labels: readonly string[]): string {
  const names = labels.map((label, number) => `  ${number}: ${quoted(label)}\n`).join('');
  return `path: .\ntrain: images\nval: images\nnames:${names === '' ? ' {}' : ''}\n${names}`;
}
