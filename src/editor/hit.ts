import {areaOf, contains, distanceToEdges} from '../geometry/box.js';
import type {ImagePoint} from '../geometry/point.js';
import type {BoxRecord} from '../model/record.js';
import {handleAt, sideAt, type Handle} from './box-handles.js';
import type {Drawing} from './drawing.js';
import {reaches} from './reach.js';
import type {ShapeIndex} from './shape-index.js';
import type {PointerInput} from './tool.js';

/** What is under a pointer, and which part of it. */
export type Hit =
  | {readonly part: 'handle' | 'side'; readonly record: BoxRecord; readonly handle: Handle}
  | {readonly part: 'outline' | 'interior'; readonly record: BoxRecord};

/** Where and with what somebody points. */
export type Pointing = Pick<PointerInput, 'at' | 'scale' | 'pointer'>;

/** The box that shows handles: the only one selected, if it is visible and may be changed. */
export function boxWithHandles(drawing: Drawing): BoxRecord | undefined {
  if (drawing.state.selection.size !== 1) return undefined;
  const [record] = drawing.selected;
  return record && !drawing.isHidden(record) && !drawing.isLocked(record) ? record : undefined;
}

/** The handle of the selection under a pointer: what every tool can grab. */
export function handleHit(drawing: Drawing, {at, scale, pointer}: Pointing): Hit | undefined {
  const record = boxWithHandles(drawing);
  const handle = record && handleAt(record.box, at, scale, pointer);
  return handle && {part: 'handle', record, handle};
}

/**
 * What a press at a place takes hold of (HIT-1): a handle of the selection, its outline, the nearest outline of
 * another box, the inside of the selection, the smallest other box around the place. Hidden boxes are never hit.
 * Locked ones are; whoever changes boxes must ask.
 */
export function hitAt(drawing: Drawing, index: ShapeIndex, pointing: Pointing): Hit | undefined {
  return handleHit(drawing, pointing) ?? sideHit(drawing, pointing) ?? bodyHit(drawing, index, pointing);
}

function sideHit(drawing: Drawing, {at, scale, pointer}: Pointing): Hit | undefined {
  const record = boxWithHandles(drawing);
  const handle = record && sideAt(record.box, at, scale, pointer);
  return handle && {part: 'side', record, handle};
}

type Part = 'outline' | 'interior';

/** A box under the pointer, and how well it fits: what has the smaller rank goes first, then the smaller measure. */
interface Candidate {
  readonly record: BoxRecord;
  readonly part: Part;
  readonly rank: number;
  /** Distance to an outline, area around an inside. */
  readonly measure: number;
}

/** Negative when `a` goes before `b`. Of two that fit equally well, the newer one lies above. */
function compare(a: Candidate, b: Candidate): number {
  return a.rank - b.rank || a.measure - b.measure || b.record.order - a.record.order;
}

function bodyHit(drawing: Drawing, index: ShapeIndex, pointing: Pointing): Hit | undefined {
  const {selection} = drawing.state;
  let best: Candidate | undefined;
  forEachUnder(index, pointing, (row, part, measure) => {
    const isSelected = selection.size > 0 && selection.has(index.recordAt(row)?.id ?? '');
    const rank = (part === 'outline' ? 0 : 2) + (isSelected ? 0 : 1);
    // Most boxes lose by these alone, and this runs for dozens of boxes at every move of the pointer.
    if (best && (rank > best.rank || (rank === best.rank && measure > best.measure))) return;
    const record = index.recordAt(row);
    if (!record || drawing.isHidden(record)) return;
    const candidate = {record, part, rank, measure};
    if (!best || compare(candidate, best) < 0) best = candidate;
  });
  return best && {part: best.part, record: best.record};
}

/**
 * All visible boxes under a place, the one that is hit first on top. It does not depend on what is selected, so that
 * clicking again and again goes through all of them (HIT-2).
 */
export function stackAt(drawing: Drawing, index: ShapeIndex, pointing: Pointing): readonly BoxRecord[] {
  const found: Candidate[] = [];
  forEachUnder(index, pointing, (row, part, measure) => {
    const record = index.recordAt(row);
    if (!record || drawing.isHidden(record)) return;
    found.push({record, part, rank: part === 'outline' ? 0 : 1, measure});
  });
  return found.sort(compare).map(({record}) => record);
}

/** The smallest visible box around a place. */
export function smallestAt(drawing: Drawing, index: ShapeIndex, at: ImagePoint): BoxRecord | undefined {
  let best: BoxRecord | undefined;
  for (const record of index.search({left: at.x, top: at.y, width: 0, height: 0})) {
    if (!contains(record.box, at) || drawing.isHidden(record)) continue;
    const difference = best ? areaOf(record.box) - areaOf(best.box) : -1;
    if (difference < 0 || (difference === 0 && best && record.order > best.order)) best = record;
  }
  return best;
}

/** Hidden boxes too: most can be told apart by their place alone, which is all this looks at. */
function forEachUnder(
  index: ShapeIndex,
  {at, scale, pointer}: Pointing,
  take: (row: number, part: Part, measure: number) => void,
): void {
  const {x, y} = at;
  const within = reaches[pointer].outline / scale;
  index.visit(x - within, y - within, x + within, y + within, (row, left, top, right, bottom) => {
    const away = distanceToEdges(left, top, right, bottom, at);
    if (away <= within) return take(row, 'outline', away);
    if (x < left || x > right || y < top || y > bottom) return;
    const box = index.recordAt(row)?.box;
    if (box) take(row, 'interior', areaOf(box));
  });
}
