import type {BoxedImage, Exporter} from './exporter.js';
import {ClassList} from './class-list.js';
import {fileNameOf} from './file-names.js';

/** Characters of JSON that are put together before they are handed to the blob. */
const pieceSize = 1024 * 1024;

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
    const categories = classes.labels.map((name, index) => ({id: index + 1, name, supercategory: ''}));
    const content = new Blob(
      [
        '{"info":{"description":"Boxes labelled with gt-elements"},"licenses":[],"images":[',
        ...imageList.pieces,
        '],"annotations":[',
        ...annotations.pieces,
        `],"categories":${JSON.stringify(categories)}}\n`,
      ],
      {type: 'application/json'},
    );
    yield {path: 'annotations.json', content};
  },
};

function addImage(
  {reference, size: {width, height}, boxes}: BoxedImage,
  classes: ClassList,
  images: JsonList,
  annotations: JsonList,
): void {
  const image_id = images.count + 1;
  images.add({id: image_id, width, height, file_name: fileNameOf(reference), coco_url: reference});
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

/** The items of a JSON list that may be longer than a string can be. */
class JsonList {
  readonly #closed: Blob[] = [];
  #open = '';
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The list's text between its brackets. */
  get pieces(): readonly (Blob | string)[] {
    return [...this.#closed, this.#open];
  }

  add(item: object): void {
    this.#open += `${this.#count === 0 ? '' : ','}\n${JSON.stringify(item)}`;
    this.#count++;
    if (this.#open.length < pieceSize) return;
    this.#closed.push(new Blob([this.#open]));
    this.#open = '';
  }
}
