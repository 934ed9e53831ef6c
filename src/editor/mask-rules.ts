import type {ImagePoint} from '../geometry/point.js';
import type {RegionRecord} from '../model/record.js';
import type {LabelMap} from '../raster/label-map.js';
import type {WriteRule} from '../raster/map-writer.js';
import {refused, type Outcome} from './act.js';
import type {MaskBoard, MaskState, WriteMode} from './mask-board.js';
import type {MaskContext} from './mask-context.js';
import {MaskStroke, type StrokeTarget} from './mask-stroke.js';
import {nameRegions} from './mask-words.js';

/** A region that is painted: one of the document, or one that is made with its first pixels. */
export type RegionTarget = Pick<RegionRecord, 'number' | 'label'>;

export interface StrokeOptions {
  /** A shape, fill or segment rather than a hand's stroke: each may begin an instance of its own (INS-2). */
  readonly isFill?: boolean;
  /** What was set when the person acted, for what takes a while: label, instance and mode count as they were then. */
  readonly state?: MaskState;
}

/** Nobody changes what is locked, nor what nobody sees: no tool does, in no mode. */
export function isProtected(board: MaskBoard, number: number): boolean {
  return number > 0 && (board.isLocked(number) || board.isHidden(number));
}

/** Why no pixel may be changed at all now. */
export function refusedNow({board, words, isReadonly}: MaskContext): Outcome | undefined {
  if (isReadonly) return refused('read-only', words.isReadonly);
  if (!board.map) return refused('no-picture', words.noPicture);
  if (board.stroke) return refused('busy', words.isPainting);
  if (board.state.isAllHidden) return refused('hidden', words.isAllHidden);
  return undefined;
}

/** Why the pixels of a region may not be changed. */
export function refusedFor(context: MaskContext, target: RegionTarget): Outcome | undefined {
  const {board, words} = context;
  const {lockedLabels, hiddenLabels} = board.state;
  if (lockedLabels.has(target.label)) return refused('locked', words.isLocked(target.label));
  if (hiddenLabels.has(target.label)) return refused('hidden', words.isHidden(target.label));
  if (board.isLocked(target.number)) return refused('locked', words.isLocked(nameRegions(context, [target])));
  if (board.isHidden(target.number)) return refused('hidden', words.isHidden(nameRegions(context, [target])));
  return undefined;
}

/** Which pixels may change: those in `numbers`, or all but the protected ones. */
export function ruleOf(board: MaskBoard, numbers?: Iterable<number>): WriteRule {
  const regions = board.regions;
  const isFree = regions.every(({number}) => !isProtected(board, number));
  if (!numbers && isFree) return undefined;
  let most = 0;
  for (const {number} of regions) most = Math.max(most, number);
  const rule = new Uint8Array(Math.max(most, ...(numbers ?? [])) + 1);
  if (numbers) for (const number of numbers) rule[number] = 1;
  else rule.fill(1);
  for (const {number} of regions) if (isProtected(board, number)) rule[number] = 0;
  return rule;
}

/** Which pixels painting may change, by the mode. `seed` is the number under the first press. */
export function paintRule(board: MaskBoard, mode: WriteMode, seed: number | undefined): WriteRule {
  if (mode === 'behind') return ruleOf(board, [0]);
  return ruleOf(board, mode === 'inside' && seed !== undefined ? [seed] : undefined);
}

/** A number that no region has: the one that is wished for, if it is free, else the smallest. */
export function freeNumber(
  board: MaskBoard,
  wished = 1,
  taken: ReadonlySet<number> = new Set(),
): number | undefined {
  const isFree = (number: number) => !board.region(number) && !taken.has(number);
  if (wished > 0 && wished <= mostOf(board.map) && isFree(wished)) return wished;
  const most = Math.min(mostOf(board.map), board.regions.length + taken.size + 1);
  for (let number = 1; number <= most; number++) if (isFree(number)) return number;
  return undefined;
}

function mostOf(map: LabelMap | undefined): number {
  return map?.data.BYTES_PER_ELEMENT === 2 ? 65_535 : 255;
}

/** The region of a label in a semantic mask; a new instance of it otherwise. */
export function regionFor(context: MaskContext, label: string): RegionTarget | Outcome {
  const {board, words, labels} = context;
  const present = board.hasInstances ? undefined : board.regions.find((region) => region.label === label);
  if (present) return present;
  const number = freeNumber(board, board.hasInstances ? 1 : labels.indexOf(label) + 1);
  return number === undefined ? refused('full', words.isFull) : {number, label};
}

/** What painting paints now: the active label's region, or the present instance, or a new one. */
export function paintTarget(
  context: MaskContext,
  {isFill = false, state = context.board.state}: StrokeOptions = {},
): RegionTarget | Outcome {
  const {board, words} = context;
  const {label, instance, isNewPerFill} = state;
  if (label === '') return refused('no-label', words.noLabel);
  const goesOn = instance !== undefined && !(isFill && isNewPerFill);
  const present = board.hasInstances && goesOn ? board.region(instance) : undefined;
  return present ?? regionFor(context, label);
}

/** What a stroke makes of pixels, and which of them it may change. */
export interface StrokePlan {
  readonly target: StrokeTarget;
  readonly rule: WriteRule;
}

/**
 * Begins to paint or to erase, by the board's state: label or instance, mode, locks, what is hidden. `seed` is where
 * the hand began: what is there decides what `inside` means, and what an eraser of one instance takes.
 */
export function beginStroke(
  context: MaskContext,
  act: 'paint' | 'erase',
  seed?: ImagePoint,
  options: StrokeOptions = {},
): MaskStroke | Outcome {
  const {board} = context;
  const no = refusedNow(context);
  if (no || !board.map) return no ?? refused('no-picture', context.words.noPicture);
  const plan = planStroke(context, act, seed, options);
  return 'done' in plan ? plan : new MaskStroke(board, board.map, plan.target, plan.rule);
}

/** What {@link beginStroke} would begin; it changes nothing. */
export function planStroke(
  context: MaskContext,
  act: 'paint' | 'erase',
  seed?: ImagePoint,
  options: StrokeOptions = {},
): StrokePlan | Outcome {
  const {board} = context;
  const state = options.state ?? board.state;
  const under = seed && board.numberAt(seed);
  const held = state.mode === 'inside' && under ? board.region(under) : undefined;
  const refusedUnder = held && refusedFor(context, held);
  if (refusedUnder) return refusedUnder;
  if (act === 'erase') return planErasing(context, state, under);
  const target = paintTarget(context, options);
  if ('done' in target) return target;
  return refusedFor(context, target) ?? {target, rule: paintRule(board, state.mode, under)};
}

/** An eraser knows no `behind`: there is nothing to take away where nothing is labelled. */
function planErasing(
  context: MaskContext,
  state: MaskState,
  under: number | undefined,
): StrokePlan | Outcome {
  const {board, words} = context;
  const {mode} = state;
  if (!state.erasesOwnOnly) {
    const rule = paintRule(board, mode === 'inside' ? 'inside' : 'over', under);
    return {target: 'nothing', rule};
  }
  const own = ownNumber(board, state, under);
  const region = own === undefined ? undefined : board.region(own);
  if (!region) return refused('nothing-there', words.nothingToErase);
  const isOther = mode === 'inside' && under !== undefined && under !== own;
  return (
    refusedFor(context, region) ?? {target: 'nothing', rule: ruleOf(board, isOther ? [] : [region.number])}
  );
}

/** The region an eraser takes that leaves the others alone: the present one, else that under the hand. */
function ownNumber(
  board: MaskBoard,
  {instance, label}: MaskState,
  under: number | undefined,
): number | undefined {
  if (!board.hasInstances) return board.regions.find((region) => region.label === label)?.number;
  return instance ?? under;
}

/** Begins to turn the pixels of some regions into another's, or into nobody's. They are not protected. */
export function strokeOver(
  context: MaskContext,
  target: StrokeTarget,
  numbers: Iterable<number>,
): MaskStroke | Outcome {
  const {board, words} = context;
  const no = refusedNow(context);
  if (no || !board.map) return no ?? refused('no-picture', words.noPicture);
  return new MaskStroke(board, board.map, target, ruleOf(board, numbers));
}
