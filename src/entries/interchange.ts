/**
 * Boxes to and from other formats, and masks to them: COCO, YOLO, Pascal VOC and plain PNG files. Runs in pages, workers and Node.
 *
 * @module
 */
export {boxedImage} from '../formats/export/boxed-image.js';
export {coco} from '../formats/export/coco.js';
export {cocoMasks} from '../formats/export/coco-masks.js';
export type {
  BoxedImage,
  ExportedFile,
  Exporter,
  LabelledBox,
  MaskedImage,
  MaskExporter,
  MaskRegion,
} from '../formats/export/exporter.js';
export {indexMasks} from '../formats/export/index-masks.js';
export {maskedImage, type ReadFile} from '../formats/export/masked-image.js';
export {vocMasks} from '../formats/export/voc-masks.js';
export {voc} from '../formats/export/voc.js';
export {yolo} from '../formats/export/yolo.js';
export {yoloMasks} from '../formats/export/yolo-masks.js';
export type {LabelMap, RegionNumbers} from '../raster/label-map.js';
export type {ImportedBoxes, ImportOptions} from '../formats/import/box-lines.js';
export {importCoco} from '../formats/import/coco.js';
export {importYolo, type YoloFile, type YoloImage, type YoloOptions} from '../formats/import/yolo.js';
