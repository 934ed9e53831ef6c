import type {RegionRecord} from '../model/record.js';
import {done, refused, type Outcome} from './act.js';
import type {MaskContext} from './mask-context.js';
import type {MaskStroke} from './mask-stroke.js';
import {nameRegions} from './mask-words.js';

/** How pixels came to be painted: by a hand's stroke or all at once. It only changes what the step is called. */
export type StrokeKind = 'stroke' | 'fill';

/** A sentence and, for things that were painted over or erased to the last pixel, that they are gone (INS-7). */
export function withGone(context: MaskContext, message: string, gone: readonly RegionRecord[]): string {
  const {board, words} = context;
  if (!board.hasInstances || gone.length === 0) return message;
  return `${message} ${words.vanished(gone.length, context.language)}`;
}

/** Makes one step of a stroke of the person. The instance that was painted is the present one then. */
export function commitStroke(context: MaskContext, stroke: MaskStroke, kind: StrokeKind = 'stroke'): Outcome {
  const {board, words, language} = context;
  const {target} = stroke;
  const before = target === 'nothing' ? board.labelledCount : board.countOf(target.number);
  const pixels = (count: number) => words.pixels(Math.abs(count), language);
  const isUnchanged = () => refused('unchanged', unchangedSentence(context));
  if (target === 'nothing') {
    const tell = (gone: readonly RegionRecord[]) => {
      const count = before - board.labelledCount;
      return done(withGone(context, words.erased(pixels(count)), gone), count);
    };
    return stroke.commit(context, words.stepErase, tell, isUnchanged);
  }
  const what = nameRegions(context, [target]);
  const name = kind === 'fill' ? words.stepFill(what) : words.stepPaint(what);
  const tell = (gone: readonly RegionRecord[]) => {
    if (board.hasInstances) board.set({instance: target.number});
    const count = board.countOf(target.number) - before;
    return done(withGone(context, words.painted(pixels(count), what), gone), count);
  };
  return stroke.commit(context, name, tell, isUnchanged);
}

function unchangedSentence({board, words}: MaskContext): string {
  if (board.state.mode === 'behind') return words.nothingBehind;
  if (board.state.mode === 'inside') return words.nothingInside;
  const {regions} = board;
  const isFree = regions.every(({number}) => !board.isLocked(number) && !board.isHidden(number));
  return isFree ? words.nothingChanged : words.nothingFree;
}
