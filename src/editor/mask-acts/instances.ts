import type {RegionRecord} from '../../model/record.js';
import {Components, type Area} from '../../raster/components.js';
import {spansOfNumber} from '../../raster/region-spans.js';
import type {Spans} from '../../raster/spans.js';
import {done, refused, type Outcome} from '../act.js';
import type {MaskContext} from '../mask-context.js';
import {freeNumber, refusedFor, strokeOver} from '../mask-rules.js';
import {nameRegions} from '../mask-words.js';
import {changing, eachRowAround, numbersOf, presentRegions, selectedRegions} from './changing.js';

/** More parts than this are stray pixels rather than things. */
export const mostParts = 256;

/** What is painted next begins a new instance of a label, of the active one unless another is given (INS-1). */
export function newInstance(context: MaskContext, label = context.board.state.label): Outcome {
  const {board, words} = context;
  if (!board.hasInstances) return refused('unchanged', words.noInstances);
  if (label === '') return refused('no-label', words.noLabel);
  const number = freeNumber(board);
  if (number === undefined) return refused('full', words.isFull);
  board.set({label, instance: undefined, selection: new Set()});
  return done(words.newInstance(nameRegions(context, [{number, label}])), 0);
}

/** Makes one region of several, those selected unless others are given: the first of them keeps its label (INS-3). */
export function mergeRegions(context: MaskContext, given?: readonly RegionRecord[]): Outcome {
  const {board, words} = context;
  const which = changing(context, given ?? selectedRegions(context));
  if ('done' in which) return which;
  const [first, ...others] = which.regions;
  const [held] = (given ?? selectedRegions(context)).filter((region) => !which.regions.includes(region));
  if (held) return refusedFor(context, held) ?? refused('locked', words.nothingFree);
  if (!first || others.length === 0) return refused('nothing-selected', words.selectSeveral);
  const what = nameRegions(context, which.regions);
  const into = nameRegions(context, [first]);
  const numbers = numbersOf(others);
  const stroke = strokeOver(context, first, numbers);
  if ('done' in stroke) return stroke;
  eachRowAround(board, numbers, stroke.write);
  return stroke.commit(
    context,
    words.stepMerge(what),
    () => {
      board.set({selection: new Set([first.number]), instance: first.number, label: first.label});
      return done(words.merged(what, into), which.regions.length);
    },
    () => refused('unchanged', words.nothingChanged),
  );
}

/** Makes an instance of each connected part of one, the selected or present one. The largest part stays what it is. */
export function splitRegion(
  context: MaskContext,
  given: RegionRecord | undefined = presentRegions(context)[0],
): Outcome {
  const piecesOf = (whole: Spans): readonly Spans[] => {
    const parts = new Components(whole);
    return piecesAt(parts, parts.areas(mostParts).slice(1));
  };
  return splitInto(context, given, piecesOf, context.words.isOnePart);
}

/** The pixels of each of these areas. */
export function piecesAt(parts: Components, areas: readonly Area[]): readonly Spans[] {
  return areas.map(({at: {x, y}}) => {
    const own = parts.partAt(Math.floor(x), Math.floor(y));
    return parts.spansOf((part) => part === own);
  });
}

/** Makes an instance of each piece of another, as one step. `isWhole` says why there are no pieces. */
export function splitInto(
  context: MaskContext,
  given: RegionRecord | undefined,
  piecesOf: (whole: Spans) => readonly Spans[],
  isWhole: string,
): Outcome {
  const {board, words, language} = context;
  if (!board.hasInstances) return refused('unchanged', words.noInstances);
  const which = changing(context, given ? [given] : []);
  if ('done' in which) return which;
  const [whole] = which.regions;
  if (!whole || !board.map) return refused('no-picture', words.noPicture);
  const parts = piecesOf(spansOfNumber(board.map, whole.number));
  if (parts.length === 0) return refused('unchanged', isWhole);
  const numbers = new Set<number>();
  while (numbers.size < parts.length) {
    const number = freeNumber(board, 1, numbers);
    if (number === undefined) return refused('full', words.isFull);
    numbers.add(number);
  }
  const what = nameRegions(context, [whole]);
  const stroke = strokeOver(context, whole, []);
  if ('done' in stroke) return stroke;
  for (const [index, number] of [...numbers].entries()) {
    stroke.turnTo({number, label: whole.label}, ruleFor(whole.number));
    stroke.paint(parts[index] ?? new Int32Array());
  }
  return stroke.commit(
    context,
    words.stepSplit(what),
    () => {
      board.set({selection: new Set([whole.number, ...numbers])});
      return done(words.split(what, parts.length + 1, language), parts.length + 1);
    },
    () => refused('unchanged', isWhole),
  );
}

function ruleFor(number: number): Uint8Array<ArrayBuffer> {
  const rule = new Uint8Array(number + 1);
  rule[number] = 1;
  return rule;
}
