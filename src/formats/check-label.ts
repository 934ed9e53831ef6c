import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import type {Problem} from '../base/result.js';
import type {Label} from '../model/label.js';
import {checkBoxLabel} from './check-box-label.js';
import {checkMaskLabel} from './check-mask-label.js';
import {sourceOf, type ManifestEntry} from './entry.js';
import {checkConfidence, checkName, checkUnused, classIdOf, mapOf, Report} from './label-report.js';
import {kindOfType} from './label-types.js';
import {readCreationDate} from './metadata.js';
import {checkLabelAttributeName} from './names.js';
import {parseLine, quote} from './parse-line.js';

/** Everything that is wrong with one line of an output manifest and the label that stands on it under `attribute`. */
export function checkOutputLine(
  text: string,
  attribute: string,
  labels?: readonly Label[],
  lineNumber = 1,
): readonly Problem[] {
  const result = parseLine(text, lineNumber);
  if (!result.ok) return result.problems;
  return [...(result.warnings ?? []), ...checkLabel(result.value, attribute, labels)];
}

/**
 * Everything that is wrong with the label under `attribute`. Errors contradict the format or the label list;
 * warnings are forms that occur in real files and that the kit itself does not write.
 */
export function checkLabel(
  entry: ManifestEntry,
  attribute: string,
  labels?: readonly Label[],
): readonly Problem[] {
  const value = member(entry, attribute);
  const metadata = member(entry, `${attribute}-metadata`);
  const report = new Report(attribute);
  if (!isJsonObject(metadata)) {
    report.error('metadata', 'no-metadata', `There is no object "${attribute}-metadata" beside the label.`);
    return report.problems;
  }
  const reason = member(metadata, 'failure-reason');
  if (value === undefined) {
    if (reason === undefined)
      report.error('value', 'no-value', `There is metadata, but no label "${attribute}".`);
    else report.warning('value', 'failed', `The object was not labelled: ${quote(String(reason))}`);
    return report.problems;
  }
  const type = checkCommon(metadata, report);
  if (type !== undefined) {
    // Some published files name the wrong type for a label that is a reference: then the value decides.
    const isReference = typeof value === 'string' && attribute.endsWith('-ref');
    for (const problem of checkLabelAttributeName(attribute, isReference ? undefined : type))
      report.add(problem);
    const kind = kindOfType(type);
    if (kind === 'classification' || kind === 'verification') checkOneClass(value, metadata, labels, report);
    if (kind === 'multi-label') checkClasses(value, metadata, labels, report);
    if (kind === 'bbox') checkBoxLabel(value, metadata, labels, report);
    const isOfThings = kind === 'custom' && Object.hasOwn(metadata, 'internal-color-map');
    if (kind === 'semantic-segmentation' || isOfThings) checkMaskLabel(value, metadata, labels, report);
    checkSource(entry, type, report);
  }
  return report.problems;
}

/** The fields all types share. Gives the type in lower case, if there is one. */
function checkCommon(metadata: JsonObject, report: Report): string | undefined {
  const jobName = member(metadata, 'job-name') ?? member(metadata, 'job_name');
  if (typeof jobName !== 'string' || jobName === '') {
    report.error('job-name', 'no-job-name', 'The metadata has no "job-name" text.');
  } else if (!/^labeling-job\/./.test(jobName) || jobName !== jobName.toLowerCase()) {
    report.warning(
      'job-name',
      'job-name-form',
      `The job name ${quote(jobName)} is not "labeling-job/" and a name in lower case.`,
    );
  }

  const human = member(metadata, 'human-annotated');
  if (human !== 'yes' && human !== 'no') {
    report.error('human-annotated', 'human-annotated', 'The field "human-annotated" is not "yes" or "no".');
  }

  const date = member(metadata, 'creation-date') ?? member(metadata, 'creation_date');
  if (typeof date !== 'string' || readCreationDate(date) === undefined) {
    report.error(
      'creation-date',
      'no-creation-date',
      'The metadata has no "creation-date" that can be read.',
    );
  } else if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}$/.test(date)) {
    report.warning(
      'creation-date',
      'creation-date-form',
      `The date ${quote(date)} is not written with microseconds and without a zone.`,
    );
  }

  for (const key of ['job_name', 'creation_date']) {
    if (Object.hasOwn(metadata, key)) {
      report.warning(key, 'underscore', `The field "${key}" is written with a hyphen by labeling jobs.`);
    }
  }

  const type = member(metadata, 'type');
  if (typeof type !== 'string' || type === '') {
    report.error('type', 'no-type', 'The metadata has no "type" text.');
    return undefined;
  }
  if (kindOfType(type) === undefined) {
    report.warning('type', 'unknown-type', `The type ${quote(type)} is not one of Ground Truth.`);
  } else if (type !== type.toLowerCase()) {
    report.warning('type', 'type-case', `The type ${quote(type)} is written in lower case by labeling jobs.`);
  }
  return type.toLowerCase();
}

function checkOneClass(
  value: JsonValue,
  metadata: JsonObject,
  labels: readonly Label[] | undefined,
  report: Report,
): void {
  const isVerification = String(member(metadata, 'type')).toLowerCase() === 'groundtruth/label-verification';
  const id = classIdOf(value, report, {textIsRight: isVerification});
  if (id !== undefined) checkName(id, member(metadata, 'class-name'), 'class-name', labels, report);
  checkConfidence(member(metadata, 'confidence'), 'confidence', report);
}

function checkClasses(
  value: JsonValue,
  metadata: JsonObject,
  labels: readonly Label[] | undefined,
  report: Report,
): void {
  if (!Array.isArray(value)) {
    report.error('value', 'not-a-list', 'The label is not a list of class ids.');
    return;
  }
  const ids = (value as readonly JsonValue[]).flatMap((item) => classIdOf(item, report) ?? []);
  if (new Set(ids).size !== ids.length)
    report.error('value', 'duplicate-class', 'A class id stands in the list twice.');
  const names = mapOf(metadata, ['class-map', 'class_map'], report);
  const confidences = mapOf(metadata, ['confidence-map'], report);
  for (const id of new Set(ids)) {
    if (names) checkName(id, member(names, String(id)), 'class-map', labels, report);
    if (!confidences) continue;
    const confidence = member(confidences, String(id));
    if (confidence === undefined) {
      report.error(
        'confidence-map',
        'confidence-map',
        `The "confidence-map" has no confidence for the class ${id}.`,
      );
    } else {
      checkConfidence(confidence, 'confidence-map', report);
    }
  }
  checkUnused(names, new Set(ids), 'class-map', report);
  checkUnused(confidences, new Set(ids), 'confidence-map', report);
}

/** Text types go with `source`, image and video types with `source-ref`. */
function checkSource(entry: ManifestEntry, type: string, report: Report): void {
  const isText = type.startsWith('groundtruth/text-');
  const isPicture = type.startsWith('groundtruth/image-') || type.startsWith('groundtruth/video-');
  const key = sourceOf(entry)?.key;
  if ((isText && key === 'source-ref') || (isPicture && key === 'source')) {
    report.warning(
      'type',
      'type-and-source',
      `The type "${type}" does not go with the data, which is in "${key}".`,
    );
  }
}
