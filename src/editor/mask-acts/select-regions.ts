import {done, refused, type Outcome} from '../act.js';
import type {MaskContext} from '../mask-context.js';
import {nameRegions} from '../mask-words.js';

/**
 * Selects these regions and no others. One alone is what painting goes on with: its label and, where things are told
 * apart, that very thing.
 */
export function selectRegions(context: MaskContext, numbers: Iterable<number>): void {
  const {board} = context;
  const selection = new Set([...numbers].filter((number) => board.region(number)));
  const [first] = selection;
  const region = first !== undefined && selection.size === 1 ? board.region(first) : undefined;
  const before = [...board.state.selection];
  const isSame =
    selection.size === before.length && [...selection].every((number, i) => number === before[i]);
  board.set({
    ...(!isSame && {selection}),
    ...(region && {label: region.label, ...(board.hasInstances && {instance: region.number})}),
  });
}

/** Selects the next or the previous visible region in order of creation. After the last comes the first. */
export function selectNext(context: MaskContext, way: 'next' | 'previous'): Outcome {
  const {board, words, language} = context;
  const shown = board.regions.filter(({number}) => !board.isHidden(number));
  if (shown.length === 0) return refused('nothing-there', words.nothingLabelled);
  const last = [...board.state.selection].at(-1);
  const at = shown.findIndex(({number}) => number === last);
  const next = way === 'next' ? at + 1 : at < 0 ? shown.length - 1 : at - 1 + shown.length;
  const region = shown[next % shown.length];
  if (!region) return refused('nothing-there', words.nothingLabelled);
  selectRegions(context, [region.number]);
  const place = shown.indexOf(region) + 1;
  return done(words.selected(place, shown.length, nameRegions(context, [region]), language), 1);
}

/** Selects all regions that are neither hidden nor locked (SEL-1). */
export function selectAll(context: MaskContext): Outcome {
  const {board, words} = context;
  const regions = board.regions.filter(({number}) => !board.isHidden(number) && !board.isLocked(number));
  if (regions.length === 0) return refused('nothing-there', words.nothingLabelled);
  selectRegions(
    context,
    regions.map(({number}) => number),
  );
  return done(words.selectedSeveral(nameRegions(context, regions)), regions.length);
}
