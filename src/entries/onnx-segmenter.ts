/**
 * `gt-elements/onnx-segmenter.js`: finds things with a model of the page's own, by ONNX Runtime Web, which the page
 * installs (`npm install onnxruntime-web`). Set it as the `segmenter` of a segmentation task.
 */
export {
  OnnxSegmenter,
  type OnnxModel,
  type OnnxRuntime,
  type OnnxSegmenterOptions,
} from '../segmenters/onnx-segmenter.js';
export {samInput, type EncoderInput} from '../segmenters/sam-input.js';
export type {
  PicturePixels,
  SegmentHints,
  SegmentPicture,
  SegmentPrompt,
  Segmenter,
} from '../vision/segmenter.js';
