import type {BoxedImage, Exporter} from './exporter.js';
import type {Size} from '../../geometry/point.js';
import {ClassList} from './class-list.js';
import {fileNameOf} from './file-names.js';
import {JsonList} from './json-list.js';

/**
 * Boxes as COCO has them for object detection: one JSON file for all images. Ids count from 1, as 0 stands for the
 * background in many readers; boxes are `[left, top, width, height]` in pixels from 0. `coco_url` holds the full
 * reference, since `file_name` is only its last part, where two images may agree.
 */
export const coco: Exporter = {
  name: 'coco',
  title: 'COCO',

  async *write(images, labels = []) {
    const classes = new ClassList(labels);
    const imageList = new JsonList();
    const annotations = new JsonList();
    for await (const image of images) addImage(image, classes, imageList, annotations);
    const content = dataset('Boxes labelled with gt-elements', imageList, annotations, classes);
    yield {path: 'annotations.json', content};
  },
};

/** The file of a dataset. */
export function dataset(
  description: string,
  images: JsonList,
  annotations: JsonList,
  classes: ClassList,
): Blob {
  const categories = classes.labels.map((name, index) => ({id: index + 1, name, supercategory: ''}));
  return new Blob(
    [
      `{"info":${JSON.stringify({description})},"licenses":[],"images":[`,
      ...images.pieces,
      '],"annotations":[',
      ...annotations.pieces,
      `],"categories":${JSON.stringify(categories)}}\n`,
    ],
    {type: 'application/json'},
  );
}

/** Adds an image to the list and gives its id. */
export function addToImages(reference: string, {width, height}: Size, images: JsonList): number {
  const id = images.count + 1;
  images.add({id, width, height, file_name: fileNameOf(reference), coco_url: reference});
  return id;
}

function addImage(
  {reference, size, boxes}: BoxedImage,
  classes: ClassList,
  images: JsonList,
  annotations: JsonList,
): void {
  const image_id = addToImages(reference, size, images);
  for (const {label, box} of boxes) {
    annotations.add({
      id: annotations.count + 1,
      image_id,
      category_id: classes.numberOf(label) + 1,
      bbox: [box.left, box.top, box.width, box.height],
      area: box.width * box.height,
      segmentation: [],
      iscrowd: 0,
    });
  }
}
