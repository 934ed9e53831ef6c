import {isJsonObject, member, objectFrom, type JsonObject, type JsonValue} from '../base/json.js';
import {backgroundColor, backgroundName, rgbOf} from '../raster/colors.js';

/** One entry of the `internal-color-map` beside a mask. */
export interface ColorMapEntry {
  /** The number of the class: in masks made by jobs, the value of its pixels. Missing when the key is no such number. */
  readonly id?: number;
  /** The name of the class; its key where it has none. */
  readonly name: string;
  /** As it is spelled. Missing when there is none that can be read. */
  readonly color?: string;
  /** As it stands there. */
  readonly entry: JsonValue;
}

/** The `internal-color-map` of a label's metadata, in the order of the line; `undefined` when there is none. */
export function readColorMap(metadata: JsonObject): readonly ColorMapEntry[] | undefined {
  const map = member(metadata, 'internal-color-map') ?? member(metadata, 'color-map');
  if (map === undefined || !isJsonObject(map)) return undefined;
  return Object.entries(map).map(([key, entry]) => {
    const fields = isJsonObject(entry) ? entry : {};
    const name = typeof entry === 'string' ? entry : member(fields, 'class-name');
    const color = member(fields, 'hex-color') ?? member(fields, 'color');
    const id = /^\d{1,5}$/.test(key) ? Number(key) : undefined;
    return {
      ...(id !== undefined && id <= 65_535 && {id}),
      name: typeof name === 'string' && name !== '' ? name : key,
      ...(typeof color === 'string' && rgbOf(color) !== undefined && {color}),
      entry,
    };
  });
}

/** A class or thing of a mask as it goes out: what its pixels are. */
export interface MaskClass {
  readonly id: number;
  readonly label: string;
  readonly color: string;
  /** Its entry in an earlier map, to stand again as it is. */
  readonly entry?: JsonValue;
}

/** The `internal-color-map` of these classes, the background first, with the confidence of one worker. */
export function writeColorMap(classes: readonly MaskClass[], background?: JsonValue): JsonObject {
  const entryOf = (name: string, color: string): JsonObject => ({
    'class-name': name,
    'hex-color': color,
    confidence: 0,
  });
  return objectFrom([
    ['0', background ?? entryOf(backgroundName, backgroundColor)],
    ...classes.map(({id, label, color, entry}): [string, JsonValue] => [
      String(id),
      entry ?? entryOf(label, color),
    ]),
  ]);
}
