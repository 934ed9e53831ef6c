import {hexOf, rgbOf} from '../../raster/colors.js';
import type {MaskExporter} from './exporter.js';
import {writePngs} from './index-masks.js';

/**
 * Masks as Pascal VOC has them: `SegmentationClass` has a PNG file per image with the numbers of the classes, from 1 in
 * the order of the list, in VOC's own colours; 0 is the background. Where regions are things, `SegmentationObject` has
 * the numbers of the things. VOC's value 255, for pixels that nobody wants to judge, does not occur.
 *
 * `labelmap.txt` names the classes and their colours, `ImageSets/Segmentation/default.txt` lists the images.
 */
export const vocMasks: MaskExporter = {
  name: 'voc-masks',
  title: 'Pascal VOC segmentation',
  write: (images, labels) =>
    writePngs(images, labels, {
      classFolder: 'SegmentationClass',
      thingFolder: 'SegmentationObject',
      background: '#000000',
      colors: (count) => Array.from({length: count}, (_, index) => vocColor(index + 1)),
      others: (names, colors, stems) => [
        {
          path: 'labelmap.txt',
          content: [
            '# label:color_rgb:parts:actions',
            'background:0,0,0::',
            ...names.map(
              (name, index) => `${name.replace(/[:\r\n]/g, ' ')}:${channels(colors[index] ?? '')}::`,
            ),
            '',
          ].join('\n'),
        },
        {path: 'ImageSets/Segmentation/default.txt', content: stems.map((stem) => `${stem}\n`).join('')},
      ],
    }),
};

/** VOC's colour of a value: its bits dealt out to red, green and blue by turns, to the highest places first. */
export function vocColor(value: number): string {
  let rgb = 0;
  for (let bit = 0; bit < 24; bit++) {
    const place = 7 - Math.floor(bit / 3) + [16, 8, 0][bit % 3]!;
    rgb |= ((value >> bit) & 1) << place;
  }
  return hexOf(rgb);
}

function channels(color: string): string {
  const rgb = rgbOf(color) ?? 0;
  return [rgb >> 16, (rgb >> 8) & 255, rgb & 255].join(',');
}
