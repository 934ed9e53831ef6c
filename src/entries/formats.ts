/**
 * Manifests, labels and answers as data: no elements, no page. Runs in Node, in workers and in pages.
 *
 * @module
 */
import {
  beginManifest as beginManifestWith,
  openManifest as openManifestWith,
  type Manifest,
  type OpenOptions,
} from '../formats/manifest.js';
import {indexInWorker} from '../workers/index-in-worker.js';

export type {JsonArray, JsonObject, JsonValue} from '../base/json.js';
export type {Problem, Result} from '../base/result.js';
export {readLabelCategories, writeLabelCategories, type LabelCategories} from '../formats/category-config.js';
export {checkLabel, checkOutputLine} from '../formats/check-label.js';
export {checkManifest} from '../formats/check-manifest.js';
export {mediumOf, sourceOf, textOf, type ManifestEntry, type Medium, type Source} from '../formats/entry.js';
export {extendLine} from '../formats/extend-line.js';
export {indexHere, type LineIndexer} from '../formats/index-lines.js';
export {manifestOfCsv, readCsv, type CsvOptions} from '../formats/input/csv-manifest.js';
export {manifestOfImages, type ImageManifest} from '../formats/input/image-manifest.js';
export {manifestOfText, type MadeManifest} from '../formats/input/text-manifest.js';
export {kindOfType, type LabelKind} from '../formats/label-types.js';
export {labelsOf, likelyKind, overwriteWarning, type FoundLabel} from '../formats/labels-of.js';
export {readLabels} from '../formats/labels.js';
export type {LineBatch} from '../formats/line-scanner.js';
export type {Manifest, OpenOptions} from '../formats/manifest.js';
export {
  creationDate,
  jobNameInMetadata,
  metadataOf,
  readCreationDate,
  type JobFacts,
} from '../formats/metadata.js';
export {maskPath} from '../formats/mask-path.js';
export {checkJobName, checkLabelAttributeName, defaultLabelAttributeName} from '../formats/names.js';
export {outputManifest} from '../formats/output-manifest.js';
export {parseLine} from '../formats/parse-line.js';
export {
  portablePath,
  readWorkerResponse,
  workerResponsePath,
  writeWorkerResponse,
  type WorkerAnswer,
} from '../formats/worker-response.js';
export type {AnnotationDocument} from '../model/document.js';
export type {Label} from '../model/label.js';
export type {Box} from '../geometry/box.js';
export {boxStatus, removedBoxes, type BoxStatus} from '../model/box-status.js';
export type {
  AnyRecord,
  BoxAttributes,
  BoxRecord,
  ChoiceRecord,
  CommentRecord,
  Kind,
  NothingRecord,
  RecordId,
} from '../model/record.js';
export {bbox, type BboxAnswer, type BoundingBox} from '../tasks/bbox.js';
export {classification, type ClassificationAnswer} from '../tasks/classification.js';
export {instanceSegmentation, type InstanceSegmentationAnswer} from '../tasks/instance-segmentation.js';
export {priorAnswer, toLine, type LineFacts} from '../tasks/line.js';
export {multiLabel, type MultiLabelAnswer} from '../tasks/multi-label.js';
export type {MaskAtHand, MaskRequest} from '../tasks/mask-file.js';
export {semanticSegmentation, type SemanticSegmentationAnswer} from '../tasks/semantic-segmentation.js';
export type {BoxAttribute, Coordinates, LabelParts, Task, TaskType} from '../tasks/task.js';
export {likelyTaskType, taskTypes} from '../tasks/task-types.js';

/**
 * Opens a manifest of any size and waits until all its lines are known. Large files are read through in a worker
 * where there are workers. A string is the text of the manifest, not an address.
 */
export function openManifest(source: Blob | string, options: OpenOptions = {}): Promise<Manifest> {
  return openManifestWith(source, {index: indexInWorker, ...options});
}

/**
 * Opens a manifest and gives it as soon as its first items can be read, in a few milliseconds whatever its size.
 * `manifest.indexed` tells when all lines are known.
 */
export function beginManifest(source: Blob | string, options: OpenOptions = {}): Promise<Manifest> {
  return beginManifestWith(source, {index: indexInWorker, ...options});
}
