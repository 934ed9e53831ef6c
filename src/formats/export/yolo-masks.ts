import type {Size} from '../../geometry/point.js';
import {Components} from '../../raster/components.js';
import {contoursOf, type Ring} from '../../raster/contours.js';
import {joinRings} from '../../raster/join-rings.js';
import {spansByNumber} from '../../raster/spans-by-number.js';
import type {Spans} from '../../raster/spans.js';
import type {ClassList} from './class-list.js';
import type {MaskedImage, MaskExporter} from './exporter.js';
import {fraction, yoloFiles} from './yolo-files.js';

/**
 * Masks as YOLO's readers want them: one text file per image with a line `class x1 y1 x2 y2 …` per thing, all numbers
 * being fractions of the image's size. A line is one polygon along the sides of pixels: holes, and the further parts of
 * a thing, hang on by bridges without width, so that filling it gives the same pixels. Where regions are no things, each
 * connected part of a region is a line.
 *
 * `data.yaml` names the classes, `images.json` tells which image belongs to a label file and how large it is.
 */
export const yoloMasks: MaskExporter = {
  name: 'yolo-masks',
  title: 'YOLO segmentation',

  write: (images, labels = []) => yoloFiles(images, labels, ({map}) => map, rows),
};

function rows({map, regions, hasThings}: MaskedImage, classes: ClassList): string {
  const pixels = spansByNumber(map);
  return regions
    .flatMap(({number, label}) => {
      const spans = pixels.get(number);
      if (!spans) return [];
      const name = classes.numberOf(label);
      return polygons(spans, hasThings).map((ring) => `${name} ${fractions(ring, map)}\n`);
    })
    .join('');
}

/** One ring for all of a thing, or one for each connected part with its holes. */
function polygons(spans: Spans, isThing: boolean): Ring[] {
  const {outer, holes} = contoursOf(spans);
  if (isThing) return [joinRings([...outer, ...holes])];
  const components = new Components(spans);
  // Rings begin at the left end of their highest side, those of holes at its right end: the pixels are below and above.
  const parts = new Map(outer.map((ring) => [components.partAt(ring[0]!, ring[1]!), [ring]]));
  for (const ring of holes) parts.get(components.partAt(ring[0]! - 1, ring[1]! - 1))?.push(ring);
  return Array.from(parts.values(), joinRings);
}

function fractions(ring: Ring, {width, height}: Size): string {
  return Array.from(ring, (part, index) => fraction(part, index % 2 === 0 ? width : height)).join(' ');
}
