import {isJsonObject} from '../base/json.js';
import {fail, ok, type Result} from '../base/result.js';
import type {Label} from '../model/label.js';
import {readLabelCategories} from './category-config.js';
import {readLabels} from './labels.js';
import {parseLenientJson} from './lenient-json.js';

/** Labels out of a text, and the instructions where it was a label category file. */
export interface LabelsInText {
  readonly labels: readonly Label[];
  /** Markup or plain text, untrusted. */
  readonly shortInstruction?: string;
  readonly fullInstruction?: string;
}

/**
 * Labels as people paste them: a label category file, a JSON list in either kind of quotation marks, a label a line,
 * or one line with commas between them.
 */
export function labelsInText(text: string): Result<LabelsInText> {
  const trimmed = text.replace(/^\ufeff/, '').trim();
  if (/^[[{]/.test(trimmed)) {
    const parsed = parseLenientJson(trimmed);
    if (parsed.ok) return isJsonObject(parsed.value) ? categories(trimmed) : listed(parsed.value);
    // A label may begin with a bracket; a list that does not end is told as one.
    if (trimmed.startsWith('{') || !trimmed.includes('\n')) return listed(trimmed);
  }
  const lines = trimmed.split(/\r\n|\n|\r/);
  const names = lines.length === 1 ? trimmed.split(',') : lines;
  return listed(names.map((name) => name.trim()).filter((name) => name !== ''));
}

function categories(text: string): Result<LabelsInText> {
  const read = readLabelCategories(text);
  if (!read.ok) return read;
  const {config: _config, version: _version, ...rest} = read.value;
  return ok(rest, read.warnings);
}

function listed(source: unknown): Result<LabelsInText> {
  const read = readLabels(source);
  return read.ok ? ok({labels: read.value}, read.warnings) : fail(...read.problems);
}
