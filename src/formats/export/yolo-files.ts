import type {Size} from '../../geometry/point.js';
import {extensionOf} from '../entry.js';
import {ClassList} from './class-list.js';
import type {ExportedFile} from './exporter.js';
import {FileNames} from './file-names.js';

/** All files of this format: one of labels for each image, and two about all of them. */
export async function* yoloFiles<Image extends {readonly reference: string}>(
  images: Iterable<Image> | AsyncIterable<Image>,
  labels: readonly string[],
  sizeOf: (image: Image) => Size,
  rowsOf: (image: Image, classes: ClassList) => string,
): AsyncIterable<ExportedFile> {
  const classes = new ClassList(labels);
  const names = new FileNames();
  const list: string[] = [];
  for await (const image of images) {
    const stem = names.stemOf(image.reference);
    list.push(imageFacts(image.reference, sizeOf(image), stem));
    yield {path: `labels/${stem}.txt`, content: rowsOf(image, classes)};
  }
  yield {path: 'data.yaml', content: dataYaml(classes.labels)};
  yield {path: 'images.json', content: `[\n${list.join(',\n')}\n]\n`};
}

/** Which image a label file belongs to, and how large it is. */
export function imageFacts(reference: string, {width, height}: Size, stem: string): string {
  const extension = extensionOf(reference) || 'jpg';
  return JSON.stringify({file: `images/${stem}.${extension}`, reference, width, height});
}

/** Six decimals as usual; more only for images so large that a pixel would get lost. */
export function fraction(part: number, whole: number): string {
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
