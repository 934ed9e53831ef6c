import {warningAt, errorAt, fail, ok, type Problem, type Result} from '../base/result.js';
import type {Size} from '../geometry/point.js';
import {documentOf, emptyDocument, type AnnotationDocument} from '../model/document.js';
import {regionId, tileId, type AnyRecord, type RegionRecord, type TileRecord} from '../model/record.js';
import type {TileRuns} from '../raster/tiles.js';
import {isLabelOf, unknownPriorLabel} from './choices.js';
import type {StatedRegion} from './mask-answer.js';
import type {ReadMask} from '../raster/mask-file.js';
import type {MaskAtHand} from './mask-file.js';
import type {Task} from './task.js';

/** The document that a mask stands for. A mask without labelled pixels says that there is nothing to label. */
export function documentOfMask(
  mask: MaskAtHand,
  regions: readonly StatedRegion[],
  task: Task,
): Result<AnnotationDocument> {
  if (mask === 'left-out') return ok(emptyDocument);
  const stored = task.frame?.stored;
  const refused = stored && otherSize(mask, stored);
  if (refused) return fail(refused);
  const labels = new Map(regions.map(({number, label}) => [number, label]));
  const records: AnyRecord[] = [
    ...mask.numbers.map((number, order): RegionRecord => ({
      id: regionId(number),
      kind: 'region',
      order,
      number,
      label: labels.get(number) ?? String(number),
    })),
    ...mask.tiles.map((tile): TileRecord => ({id: tileId(tile), kind: 'tile', order: 0, ...tile})),
  ];
  if (records.length === 0 && mask.unknownPixels === 0)
    records.push({id: 'nothing', kind: 'nothing', order: 0});
  return ok(documentOf(records), [...unknownColors(mask, labels), ...unknownLabels(records, task)]);
}

/** A mask of another size belongs to another picture. It is never stretched: nobody could tell what became of it. */
export function otherSize({size}: ReadMask, picture: Size): Problem | undefined {
  if (size.width === picture.width && size.height === picture.height) return undefined;
  return errorAt(
    'mask',
    'mask/other-size',
    `The earlier mask has ${size.width} × ${size.height} pixels, and the picture ${picture.width} × ${picture.height}. A mask must have the size of its picture, so it is not used.`,
  );
}

/** The most colours that are named one by one. */
const mostNamed = 5;

function unknownColors(
  {unknown, unknownPixels}: ReadMask,
  labels: ReadonlyMap<number, string>,
): readonly Problem[] {
  if (unknownPixels === 0) return [];
  const named = unknown.slice(0, mostNamed).map(({color, count, takenFor}) => {
    const taken = takenFor === undefined ? '' : `, taken for “${labels.get(takenFor) ?? takenFor}”`;
    return `${color} (${count}${taken})`;
  });
  const more = unknown.length > named.length ? ' and others' : '';
  const [pixels, have] = unknownPixels === 1 ? ['pixel', 'has a colour'] : ['pixels', 'have colours'];
  return [
    warningAt(
      'mask',
      'mask/unknown-colors',
      `${unknownPixels} ${pixels} of the earlier mask ${have} that no label has: ${named.join(', ')}${more}. What is near no label's colour is left unlabelled.`,
    ),
  ];
}

function unknownLabels(records: readonly AnyRecord[], task: Task): readonly Problem[] {
  const labels = new Set(records.flatMap((record) => (record.kind === 'region' ? [record.label] : [])));
  return [...labels].filter((label) => !isLabelOf(task, label)).map(unknownPriorLabel);
}

/** True when both say the same about every pixel. */
export function isSameMask(a: AnnotationDocument, b: AnnotationDocument): boolean {
  if (a === b) return true;
  let count = 0;
  for (const record of a.records.values()) {
    if (!isOfMask(record)) continue;
    const twin = b.records.get(record.id);
    if (!twin || !isSame(record, twin)) return false;
    count++;
  }
  for (const record of b.records.values()) if (isOfMask(record)) count--;
  return count === 0;
}

function isOfMask({kind}: AnyRecord): boolean {
  return kind === 'region' || kind === 'tile' || kind === 'nothing';
}

function isSame(a: AnyRecord, b: AnyRecord): boolean {
  if (a === b) return true;
  if (a.kind === 'region') return b.kind === 'region' && a.label === b.label;
  if (a.kind === 'tile') return b.kind === 'tile' && sameRuns(a.runs, b.runs);
  return a.kind === b.kind;
}

function sameRuns(a: TileRuns, b: TileRuns): boolean {
  return a === b || (a.length === b.length && a.every((byte, index) => byte === b[index]));
}
