import {isJsonObject, member} from '../../base/json.js';
import {errorAt, fail, ok, warningAt, type Result} from '../../base/result.js';
import {backgroundColor, isBackground} from '../../raster/colors.js';
import {mostInBytes, type RegionNumbers} from '../../raster/label-map.js';
import {readInstancePng, readMaskPng, type DecodedMask} from '../../raster/png/decode-mask.js';
import {readColorMap, type ColorMapEntry} from '../color-map.js';
import {sourceOf, type ManifestEntry} from '../entry.js';
import {labelsOf} from '../labels-of.js';
import type {MaskedImage, MaskRegion} from './exporter.js';

/** Gives the bytes of the file that a label refers to, or nothing when there is no such file. */
export type ReadFile = (reference: string) => Promise<Uint8Array | ArrayBuffer | Blob | undefined>;

/**
 * The image of an entry and what its pixels are by the mask under `attribute`; `undefined` when it is not labelled.
 * `readFile` fetches the mask file. Pixels of a colour that the label does not explain are told of.
 */
export async function maskedImage(
  entry: ManifestEntry,
  attribute: string,
  readFile: ReadFile,
): Promise<Result<MaskedImage> | undefined> {
  const value = member(entry, attribute);
  if (value === undefined) return undefined;
  const reference = sourceOf(entry)?.value ?? '';
  const metadata = member(entry, `${attribute}-metadata`);
  const classes = metadata !== undefined && isJsonObject(metadata) ? readColorMap(metadata) : undefined;
  const refused = (code: string, why: string) =>
    fail<MaskedImage>(
      errorAt(attribute, code, `The label "${attribute}" of ${reference} ${why} It is left out.`),
    );
  if (typeof value !== 'string' || value === '')
    return refused('export/no-mask', 'is not the address of a mask.');
  if (!classes)
    return refused(
      'export/no-color-map',
      'has no "internal-color-map", so nobody knows what its pixels mean.',
    );
  const file = await readFile(value).catch(() => undefined);
  if (!file) return refused('export/no-file', `refers to ${value}, which cannot be read.`);
  const decoded = await decode(file instanceof Blob ? await file.arrayBuffer() : file, classes);
  if (!decoded.ok) return decoded;
  const {width, height, data, background, unknownPixels} = decoded.value;
  const regions = regionsOf(classes, data, background);
  const warnings =
    unknownPixels > 0
      ? [
          warningAt(
            attribute,
            'export/unknown-colors',
            `${unknownPixels} pixels of the mask of ${reference} have colours that its "internal-color-map" does not name. Those near a class count as it, the others as background.`,
          ),
        ]
      : [];
  const hasThings =
    labelsOf(entry).find((label) => label.attribute === attribute)?.kind === 'instance-segmentation';
  return ok({reference, map: {width, height, data}, regions, hasThings}, warnings);
}

async function decode(
  bytes: Uint8Array | ArrayBuffer,
  classes: readonly ColorMapEntry[],
): Promise<Result<DecodedMask<RegionNumbers>>> {
  const byId = new Map(classes.map((entry) => [entry.id, entry]));
  const last = Math.max(0, ...classes.map(({id = 0}) => id));
  const colorOf = (id: number) => byId.get(id)?.color ?? backgroundColor;
  if (last > mostInBytes)
    return readInstancePng(
      bytes,
      Array.from({length: last}, (_, index) => colorOf(index + 1)),
    );
  return readMaskPng(
    bytes,
    Object.fromEntries(
      classes.flatMap(({id, name, color}) =>
        id === undefined || color === undefined
          ? []
          : [[String(id), {'class-name': name, 'hex-color': color}]],
      ),
    ),
  );
}

/** The regions of the classes. Number 0 is none: where 0 is a class, it changes places with the background. */
function regionsOf(classes: readonly ColorMapEntry[], data: RegionNumbers, background: number): MaskRegion[] {
  const numberOf = (id: number) => (id === background ? 0 : id === 0 ? background : id);
  if (background !== 0) {
    for (let at = 0; at < data.length; at++) {
      const id = data[at] as number;
      if (id === 0 || id === background) data[at] = background - id;
    }
  }
  return classes
    .flatMap(({id, name}) => {
      const number = id === undefined || isBackground(id, name) ? 0 : numberOf(id);
      return number === 0 ? [] : [{number, label: name}];
    })
    .sort((a, b) => a.number - b.number);
}
