import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import {errorAt, fail, ok, type Result} from '../base/result.js';
import type {Label} from '../model/label.js';
import {readLabels} from './labels.js';

/** What a label category configuration file tells. */
export interface LabelCategories {
  /** In the order that defines the class ids. */
  readonly labels: readonly Label[];
  /** Markup or plain text, untrusted. */
  readonly shortInstruction?: string;
  readonly fullInstruction?: string;
  /** `2018-11-28` for images and text, `2020-03-01` for video frames and point clouds. */
  readonly version?: string;
  /** The whole file, for fields of video frames and point clouds. */
  readonly config: JsonObject;
}

/** Reads a label category configuration file of any form. Labels that cannot be used are reported and left out. */
export function readLabelCategories(text: string): Result<LabelCategories> {
  let config: JsonValue;
  try {
    config = JSON.parse(text.replace(/^\ufeff/, '')) as JsonValue;
  } catch (error) {
    return fail(errorAt('file', 'categories/syntax', `The label categories are not JSON: ${String(error)}.`));
  }
  if (!isJsonObject(config) || !Array.isArray(member(config, 'labels'))) {
    return fail(
      errorAt(
        'file',
        'categories/no-labels',
        'The file has no list "labels". A label category file looks like {"document-version": "2018-11-28", "labels": [{"label": "cat"}]}.',
      ),
    );
  }
  const labels = readLabels(member(config, 'labels'));
  if (!labels.ok) return labels;
  const instructions = member(config, 'instructions');
  const short = textIn(instructions, 'shortInstruction', 'shortIntroduction');
  const full = textIn(instructions, 'fullInstruction', 'fullIntroduction');
  const version = textIn(config, 'document-version', 'documentVersion');
  return ok(
    {
      labels: labels.value,
      ...(short === undefined ? {} : {shortInstruction: short}),
      ...(full === undefined ? {} : {fullInstruction: full}),
      ...(version === undefined ? {} : {version}),
      config,
    },
    labels.warnings,
  );
}

/** The text of the configuration file for image and text tasks. Instructions are written only when there are any. */
export function writeLabelCategories(
  labels: readonly Label[],
  instructions: {readonly short?: string; readonly full?: string} = {},
): string {
  const {short, full} = instructions;
  return JSON.stringify({
    'document-version': '2018-11-28',
    labels: labels.map(({label, shortDisplayName}) =>
      shortDisplayName === undefined ? {label} : {label, shortDisplayName},
    ),
    ...(short === undefined && full === undefined
      ? {}
      : {instructions: {shortInstruction: short ?? '', fullInstruction: full ?? ''}}),
  });
}

function textIn(value: JsonValue | undefined, ...keys: readonly string[]): string | undefined {
  if (value === undefined || !isJsonObject(value)) return undefined;
  return keys.map((key) => member(value, key)).find((found) => typeof found === 'string');
}
