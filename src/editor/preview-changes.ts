import type {WriteRule} from '../raster/map-writer.js';
import {changing, numbersOf, selectedRegions} from './mask-acts/changing.js';
import type {MaskContext} from './mask-context.js';
import type {PreviewPixels} from './mask-preview.js';
import {paintRule, planStroke} from './mask-rules.js';

const noPixel: WriteRule = new Uint8Array(1);

/**
 * Which of the pixels of a preview a commit would change, by their numbers, as of now: `rule[n]` is 1 where those of
 * number n would become others. Nothing: all of them would.
 */
export function changedBy(
  context: MaskContext,
  {erases, seed, isFill = false, isMove = false}: PreviewPixels,
): WriteRule {
  const {board, isReadonly} = context;
  if (isReadonly || board.state.isAllHidden) return noPixel;
  if (isMove) return changedByMove(context);
  const plan = planStroke(context, erases ? 'erase' : 'paint', seed, {isFill});
  if ('done' in plan) return noPixel;
  const {target, rule} = plan;
  const own = target === 'nothing' ? 0 : target.number;
  // A region that begins here has no pixel yet that could stay.
  if (!rule && own > 0 && !board.region(own)) return undefined;
  const changed = rule ? rule.slice() : ofAll(context);
  changed[own] = 0;
  return changed;
}

/** Where regions were that move, nothing is any more. */
function changedByMove(context: MaskContext): WriteRule {
  const {board} = context;
  const which = changing(context, selectedRegions(context));
  if ('done' in which) return noPixel;
  const rule = paintRule(board, board.state.mode, undefined);
  if (!rule) return undefined;
  const changed = rule.slice();
  for (const number of numbersOf(which.regions)) changed[number] = changed[0] ?? 0;
  return changed;
}

function ofAll({board: {regions}}: MaskContext): Uint8Array<ArrayBuffer> {
  const most = regions.reduce((max, {number}) => Math.max(max, number), 0);
  return new Uint8Array(most + 1).fill(1);
}
