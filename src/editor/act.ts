import type {Change} from '../model/change.js';
import type {Strings} from '../strings/strings.js';
import type {Drawing} from './drawing.js';
import type {Editor} from './editor.js';

/** What acts need besides what they act on. The element gives it, because it knows the time, the language and locks. */
export interface ActContext {
  readonly editor: Editor;
  readonly drawing: Drawing;
  readonly words: Strings['boxes'];
  /** The language of numbers and plurals. */
  readonly language: string;
  /** Commits one step of the person. It may do nothing, as on a read-only element. */
  commit(name: string, changes: readonly Change[], mergeKey?: string): void;
}

/** Why an act did nothing. */
export type Refusal =
  /** There is no picture yet. */
  | 'no-picture'
  | 'nothing-selected'
  /** All boxes it was meant for are locked. */
  | 'locked'
  /** Nobody sees what it would change. */
  | 'hidden'
  /** Everything is as it would make it already, as for a nudge at the border. */
  | 'unchanged'
  /** There is nothing to paste, repeat, accept or restore. */
  | 'nothing-there'
  /** “Nothing to label” would delete boxes: ask first. */
  | 'has-boxes'
  /** “Nothing to label” would delete what is painted: ask first. */
  | 'has-regions'
  /** The element lets nobody change anything now. */
  | 'read-only'
  /** There is no label to use. */
  | 'no-label'
  /** Pixels are being painted at this moment. */
  | 'busy'
  /** There is no room for another region. */
  | 'full'
  /** It was given up before it was done, as when another item was opened. */
  | 'given-up'
  /** Something went wrong. */
  | 'failed'
  /** A number that cannot be used. */
  | 'not-a-number'
  /** What was drawn is no area yet. */
  | 'unfinished'
  /** The picture is shown, but its pixels cannot be read, or not be understood. */
  | 'unreadable';

/** What came of an act, and the sentence that tells it. A refusal says why and what to do. */
export type Outcome =
  | {readonly done: true; readonly message: string; readonly count: number}
  | {readonly done: false; readonly message: string; readonly reason: Refusal};

/** The outcome of an act on `count` boxes. */
export function done(message: string, count = 1): Outcome {
  return {done: true, message, count};
}

/** The outcome of an act that did nothing. */
export function refused(reason: Refusal, message: string): Outcome {
  return {done: false, reason, message};
}

/** What committing needs of a context: that of boxes or that of a mask. */
interface StepContext extends Pick<ActContext, 'commit'> {
  readonly editor: Editor;
  readonly words: {readonly isReadonly: string};
}

/** Commits one step and tells its outcome. `tell` is called when the step is done. */
export function commitStep(
  context: StepContext,
  name: string,
  changes: readonly Change[],
  tell: () => Outcome,
  mergeKey?: string,
): Outcome {
  const {editor} = context;
  const before = editor.state;
  context.commit(name, changes, mergeKey);
  return editor.state === before ? refused('read-only', context.words.isReadonly) : tell();
}
