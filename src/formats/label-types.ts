/** What kind of task a label came from, whatever the data was. The names of the task types where there are any. */
export type LabelKind =
  | 'classification'
  | 'multi-label'
  | 'bbox'
  | 'semantic-segmentation'
  | 'instance-segmentation'
  | 'ner'
  | 'verification'
  | 'video'
  | 'point-cloud'
  | 'custom';

const kinds = new Map<string, LabelKind>([
  ['groundtruth/image-classification', 'classification'],
  ['groundtruth/text-classification', 'classification'],
  ['groundtruth/video-classification', 'classification'],
  ['groundtruth/image-classification-multilabel', 'multi-label'],
  ['groundtruth/text-classification-multilabel', 'multi-label'],
  ['groundtruth/video-classification-multilabel', 'multi-label'],
  ['groundtruth/object-detection', 'bbox'],
  ['groundtruth/semantic-segmentation', 'semantic-segmentation'],
  ['groundtruth/text-span', 'ner'],
  ['groundtruth/label-verification', 'verification'],
  ['groundtruth/video-object-detection', 'video'],
  ['groundtruth/video-object-tracking', 'video'],
  ['groundtruth/point_cloud_object_detection', 'point-cloud'],
  ['groundtruth/point_cloud_object_tracking', 'point-cloud'],
  ['groundtruth/point_cloud_single_frame_semantic_segmentation', 'point-cloud'],
  ['groundtruth/custom', 'custom'],
]);

/** The kind a `type` of the metadata stands for; `undefined` for types nobody has described. Takes any case. */
export function kindOfType(type: string): LabelKind | undefined {
  return kinds.get(type.toLowerCase());
}

/** Types whose label is a reference: their attribute name ends in `-ref`, and no other type's does. */
export const typesByReference: ReadonlySet<string> = new Set([
  'groundtruth/semantic-segmentation',
  'groundtruth/video-object-detection',
  'groundtruth/video-object-tracking',
  'groundtruth/point_cloud_object_tracking',
  'groundtruth/point_cloud_single_frame_semantic_segmentation',
]);
