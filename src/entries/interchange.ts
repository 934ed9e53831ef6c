/**
 * Boxes to and from other formats: COCO, YOLO and Pascal VOC. Runs in pages, workers and Node.
 *
 * @module
 */
export {boxedImage} from '../formats/export/boxed-image.js';
export {coco} from '../formats/export/coco.js';
export type {BoxedImage, ExportedFile, Exporter, LabelledBox} from '../formats/export/exporter.js';
export {voc} from '../formats/export/voc.js';
export {yolo} from '../formats/export/yolo.js';
export type {ImportedBoxes, ImportOptions} from '../formats/import/box-lines.js';
export {importCoco} from '../formats/import/coco.js';
export {importYolo, type YoloFile, type YoloImage, type YoloOptions} from '../formats/import/yolo.js';
