import type {Size} from '../../geometry/point.js';
import {contoursOf} from '../../raster/contours.js';
import {packRunLengths, runLengthsOf} from '../../raster/rle.js';
import {spansByNumber} from '../../raster/spans-by-number.js';
import {areaOf, boundsOfSpans, type Spans} from '../../raster/spans.js';
import {ClassList} from './class-list.js';
import {addToImages, dataset} from './coco.js';
import type {MaskedImage, MaskExporter} from './exporter.js';
import {JsonList} from './json-list.js';

/**
 * Masks as COCO has them: one JSON file for all images, one annotation for each region. A region without holes becomes
 * polygons along the sides of its pixels, one for each part; one with holes becomes run lengths, since COCO's polygons
 * know no holes. Either gives the same pixels back.
 *
 * `iscrowd` is 0 throughout: readers leave crowds out of training. Run lengths are COCO's short text.
 */
export const cocoMasks: MaskExporter = {
  name: 'coco-masks',
  title: 'COCO segmentation',

  async *write(images, labels = []) {
    const classes = new ClassList(labels);
    const imageList = new JsonList();
    const annotations = new JsonList();
    for await (const image of images) addImage(image, classes, imageList, annotations);
    const content = dataset('Masks labelled with gt-elements', imageList, annotations, classes);
    yield {path: 'annotations.json', content};
  },
};

function addImage(
  {reference, map, regions}: MaskedImage,
  classes: ClassList,
  images: JsonList,
  annotations: JsonList,
): void {
  const image_id = addToImages(reference, map, images);
  const pixels = spansByNumber(map);
  for (const {number, label} of regions) {
    const spans = pixels.get(number);
    const bounds = spans && boundsOfSpans(spans);
    if (!bounds) continue;
    const {left, top, right, bottom} = bounds;
    annotations.add({
      id: annotations.count + 1,
      image_id,
      category_id: classes.numberOf(label) + 1,
      bbox: [left, top, right - left, bottom - top],
      area: areaOf(spans),
      segmentation: segmentation(spans, map),
      iscrowd: 0,
    });
  }
}

function segmentation(spans: Spans, size: Size): object {
  const {outer, holes} = contoursOf(spans);
  if (holes.length === 0) return outer.map((ring) => [...ring]);
  return {size: [size.height, size.width], counts: packRunLengths(runLengthsOf(spans, size))};
}
