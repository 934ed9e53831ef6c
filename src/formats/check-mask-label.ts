import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import type {Label} from '../model/label.js';
import {backgroundName, isBackground, rgbOf} from '../raster/colors.js';
import {checkConfidence, type Report} from './label-report.js';
import {quote} from './parse-line.js';

/** What is wrong with the label of a mask: the address of its file, and the map that tells what its pixels mean. */
export function checkMaskLabel(
  value: JsonValue,
  metadata: JsonObject,
  labels: readonly Label[] | undefined,
  report: Report,
): void {
  if (typeof value !== 'string' || value === '')
    report.error('value', 'not-a-reference', 'The label is not the address of a mask file.');
  const map = member(metadata, 'internal-color-map');
  if (map === undefined || !isJsonObject(map)) {
    report.error('internal-color-map', 'no-color-map', 'The metadata has no object "internal-color-map".');
    return;
  }
  const colors = new Map<number, string>();
  for (const [id, entry] of Object.entries(map)) checkClass(id, entry, labels, colors, report);
  const background = member(map, '0');
  const name = background !== undefined && isJsonObject(background) && member(background, 'class-name');
  if (name !== backgroundName) {
    report.warning(
      'internal-color-map',
      'no-background',
      `The class 0 of the "internal-color-map" is not "${backgroundName}", as it is in masks of labeling jobs.`,
    );
  }
}

function checkClass(
  id: string,
  entry: JsonValue,
  labels: readonly Label[] | undefined,
  colors: Map<number, string>,
  report: Report,
): void {
  const at = `internal-color-map.${id}`;
  if (!/^\d{1,5}$/.test(id)) {
    report.error(at, 'class-id', `The key ${quote(id)} of the "internal-color-map" is not a class id.`);
  }
  const fields = isJsonObject(entry) ? entry : {};
  const name = member(fields, 'class-name');
  if (typeof name !== 'string' || name === '')
    report.error(at, 'no-class-name', `The class ${id} has no "class-name".`);
  else if (labels && !isBackground(Number(id), name) && !labels.some(({label}) => label === name))
    report.warning(at, 'class-name', `The class ${id} is ${quote(name)}, which is not in the label list.`);
  const color = member(fields, 'hex-color');
  const rgb = typeof color === 'string' && /^#[0-9a-f]{6}$/i.test(color) ? rgbOf(color) : undefined;
  if (rgb === undefined)
    report.error(at, 'hex-color', `The class ${id} has no "hex-color" such as "#2ca02c".`);
  else if (colors.has(rgb))
    report.error(at, 'same-color', `The classes ${colors.get(rgb)} and ${id} have the same colour.`);
  else colors.set(rgb, id);
  const confidence = member(fields, 'confidence');
  if (confidence === undefined) report.warning(at, 'no-confidence', `The class ${id} has no confidence.`);
  else checkConfidence(confidence, at, report);
}
