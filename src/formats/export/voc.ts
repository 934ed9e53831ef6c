import {pixelBoxes} from './pixel-boxes.js';
import type {BoxedImage, Exporter, LabelledBox} from './exporter.js';
import {FileNames, fileNameOf} from './file-names.js';

/**
 * Boxes as Pascal VOC has them: one XML file per image. VOC counts pixels from 1 and names the first and the last pixel
 * of a box, so a box over the whole of a 640 pixels wide image has xmin 1 and xmax 640 (the devkit's own files, and how
 * detectron2 reads them). Boxes are on whole pixels and inside the image.
 */
export const voc: Exporter = {
  name: 'voc',
  title: 'Pascal VOC',

  async *write(images) {
    const names = new FileNames();
    for await (const image of images) {
      yield {path: `Annotations/${names.stemOf(image.reference)}.xml`, content: annotation(image)};
    }
  },
};

function annotation(image: BoxedImage): string {
  const {reference, size} = image;
  return `<?xml version="1.0" encoding="UTF-8"?>
<annotation>
  <folder></folder>
  <filename>${escaped(fileNameOf(reference))}</filename>
  <path>${escaped(reference)}</path>
  <source>
    <database>Unknown</database>
  </source>
  <size>
    <width>${size.width}</width>
    <height>${size.height}</height>
    <depth>3</depth>
  </size>
  <segmented>0</segmented>
${pixelBoxes(image).map(object).join('')}</annotation>
`;
}

function object({label, box}: LabelledBox): string {
  const {left, top, width, height} = box;
  return `  <object>
    <name>${escaped(label)}</name>
    <pose>Unspecified</pose>
    <truncated>0</truncated>
    <difficult>0</difficult>
    <bndbox>
      <xmin>${left + 1}</xmin>
      <ymin>${top + 1}</ymin>
      <xmax>${left + width}</xmax>
      <ymax>${top + height}</ymax>
    </bndbox>
  </object>
`;
}

const entities: {readonly [character: string]: string} = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text for XML. Characters that XML 1.0 cannot hold at all become the replacement character. */
function escaped(text: string): string {
  return text
    .replace(/[&<>"']/g, (character) => entities[character] as string)
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
