import {toggled, without, withAll} from '../../base/sets.js';
import type {RegionRecord} from '../../model/record.js';
import {done, refused, type Outcome} from '../act.js';
import type {MaskBoard, MaskState} from '../mask-board.js';
import type {MaskContext} from '../mask-context.js';
import {nameRegions} from '../mask-words.js';
import {numbersOf, selectedRegions} from './changing.js';

/** Sets what is hidden. What nobody sees is not selected either, so that no key changes it unseen. */
function hide(board: MaskBoard, part: Partial<MaskState>): void {
  board.set(part);
  const {selection} = board.state;
  const seen = [...selection].filter((number) => !board.isHidden(number));
  if (seen.length < selection.size) board.set({selection: new Set(seen)});
}

/** Hides regions, those selected unless others are given; shows them when all of them are hidden already. */
export function toggleHidden(context: MaskContext, given?: readonly RegionRecord[]): Outcome {
  const {board, words} = context;
  const regions = given ?? selectedRegions(context);
  if (regions.length === 0) return refused('nothing-selected', words.nothingSelected);
  const {hiddenNumbers} = board.state;
  const numbers = numbersOf(regions);
  const what = nameRegions(context, regions);
  if (numbers.every((number) => hiddenNumbers.has(number))) {
    hide(board, {hiddenNumbers: without(hiddenNumbers, numbers)});
    return done(words.showed(what), regions.length);
  }
  hide(board, {hiddenNumbers: withAll(hiddenNumbers, numbers)});
  return done(words.hid(what), regions.length);
}

/** Hides everything with a label, or shows it. */
export function toggleHiddenLabel({board, words}: MaskContext, label: string): Outcome {
  hide(board, {hiddenLabels: toggled(board.state.hiddenLabels, label)});
  return done(board.state.hiddenLabels.has(label) ? words.hid(label) : words.showed(label));
}

/** Hides everything for a moment, or ends that. What is selected stays selected. */
export function toggleAllHidden({board, words}: MaskContext): Outcome {
  const isAllHidden = !board.state.isAllHidden;
  board.set({isAllHidden});
  return done(isAllHidden ? words.hidAll : words.showedAll);
}

export function showAll({board, words}: MaskContext): Outcome {
  board.set({isAllHidden: false, hiddenNumbers: new Set(), hiddenLabels: new Set()});
  return done(words.showedAll);
}

/** Hides all other regions; shows all when only these are shown already. */
export function showOnly(context: MaskContext, given?: readonly RegionRecord[]): Outcome {
  const {board, words} = context;
  const regions = given ?? selectedRegions(context);
  if (regions.length === 0) return refused('nothing-selected', words.nothingSelected);
  const kept = new Set(numbersOf(regions));
  const others = numbersOf(board.regions).filter((number) => !kept.has(number));
  const isHidden = (number: number) => board.isHidden(number);
  if (others.length > 0 && others.every(isHidden) && ![...kept].some(isHidden)) return showAll(context);
  const labels = regions.map(({label}) => label);
  const hiddenLabels = without(board.state.hiddenLabels, labels);
  hide(board, {isAllHidden: false, hiddenNumbers: new Set(others), hiddenLabels});
  return done(words.onlyShown(nameRegions(context, regions)), regions.length);
}

/** Hides all other labels; shows all when only this one is shown already. */
export function showOnlyLabel(context: MaskContext, label: string): Outcome {
  const {board, words, labels} = context;
  const others = new Set([...labels, ...board.regions.map((region) => region.label)]);
  others.delete(label);
  const {hiddenLabels} = board.state;
  const isSo = !hiddenLabels.has(label) && [...others].every((other) => hiddenLabels.has(other));
  if (others.size > 0 && isSo) return showAll(context);
  hide(board, {isAllHidden: false, hiddenLabels: others});
  return done(words.onlyShown(label));
}

/** Locks regions, those selected unless others are given; unlocks them when all of them are locked already. */
export function toggleLocked(context: MaskContext, given?: readonly RegionRecord[]): Outcome {
  const {board, words} = context;
  const regions = given ?? selectedRegions(context);
  if (regions.length === 0) return refused('nothing-selected', words.nothingSelected);
  const {lockedNumbers, lockedLabels} = board.state;
  const numbers = numbersOf(regions);
  const what = nameRegions(context, regions);
  if (!numbers.every((number) => board.isLocked(number))) {
    board.set({lockedNumbers: withAll(lockedNumbers, numbers)});
    return done(words.locked(what), regions.length);
  }
  const held = regions.find(({label}) => lockedLabels.has(label));
  if (held) return refused('locked', words.isLockedByLabel(held.label));
  board.set({lockedNumbers: without(lockedNumbers, numbers)});
  return done(words.unlocked(what), regions.length);
}

/** Locks everything with a label, also what is to come, or unlocks it. */
export function toggleLockedLabel({board, words}: MaskContext, label: string): Outcome {
  board.set({lockedLabels: toggled(board.state.lockedLabels, label)});
  return done(board.state.lockedLabels.has(label) ? words.locked(label) : words.unlocked(label));
}
