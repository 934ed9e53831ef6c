import {backgroundColor, backgroundName, maskColors} from '../../raster/colors.js';
import {encodeInstancePng, encodeMaskPng} from '../../raster/png/encode-mask.js';
import {ClassList} from './class-list.js';
import type {ExportedFile, MaskedImage, MaskExporter} from './exporter.js';
import {FileNames} from './file-names.js';
import {imageFacts} from './yolo-files.js';

/** Classes that a value of one byte can stand for, beside the background. */
export const mostClasses = 254;

/** In what formats with one PNG file per image differ. */
interface PngFormat {
  readonly classFolder: string;
  readonly thingFolder: string;
  /** That many colours, for the values from 1. */
  colors(count: number): readonly string[];
  /** The colour of value 0. */
  readonly background: string;
  /** What stands beside the masks. */
  others(
    labels: readonly string[],
    colors: readonly string[],
    stems: readonly string[],
    facts: readonly string[],
  ): ExportedFile[];
}

/**
 * Masks as PNG files whose pixel values are the numbers of classes, from 1 in the order of the list; 0 is the
 * background. `classes.json` tells what they mean, `images.json` which image a mask is of. Where regions are things, the
 * folder `things` has a second file whose values are the numbers of the things; from 255 things on, their colours are.
 */
export const indexMasks: MaskExporter = {
  name: 'index-masks',
  title: 'PNG with class numbers',
  write: (images, labels) =>
    writePngs(images, labels, {
      classFolder: 'masks',
      thingFolder: 'things',
      background: backgroundColor,
      colors: maskColors,
      others: (names, colors, _, facts) => [
        {
          path: 'classes.json',
          content: `${JSON.stringify([
            {id: 0, name: backgroundName, color: backgroundColor},
            ...names.map((name, index) => ({id: index + 1, name, color: colors[index]})),
          ])}\n`,
        },
        {path: 'images.json', content: `[\n${facts.join(',\n')}\n]\n`},
      ],
    }),
};

/** The files of a format with one PNG file per image. */
export async function* writePngs(
  images: Iterable<MaskedImage> | AsyncIterable<MaskedImage>,
  labels: readonly string[] = [],
  format: PngFormat,
): AsyncIterable<ExportedFile> {
  const classes = new ClassList(labels);
  const names = new FileNames();
  const stems: string[] = [];
  const facts: string[] = [];
  const palette = [format.background, ...format.colors(mostClasses)];
  for await (const {reference, map, regions, hasThings} of images) {
    const stem = names.stemOf(reference);
    stems.push(stem);
    facts.push(imageFacts(reference, map, stem));
    const last = Math.max(0, ...regions.map(({number}) => number));
    const ids = new Uint8Array(Math.max(256, last + 1));
    for (const {number, label} of regions) {
      const id = classes.numberOf(label) + 1;
      if (id > mostClasses)
        throw new RangeError(
          `There are more than ${mostClasses} classes. A mask of one byte per pixel has no room for them.`,
        );
      ids[number] = id;
    }
    yield {
      path: `${format.classFolder}/${stem}.png`,
      content: new Blob([await encodeMaskPng({...map, palette, ids})], {type: 'image/png'}),
    };
    if (!hasThings) continue;
    const colors = format.colors(Math.max(last, mostClasses));
    const things =
      last > mostClasses
        ? encodeInstancePng({...map, colors})
        : encodeMaskPng({
            ...map,
            palette: [format.background, ...colors],
            ids: ids.map((_, number) => number),
          });
    yield {
      path: `${format.thingFolder}/${stem}.png`,
      content: new Blob([await things], {type: 'image/png'}),
    };
  }
  yield* format.others(classes.labels, palette.slice(1), stems, facts);
}
