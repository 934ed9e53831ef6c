import type {Change} from '../model/change.js';
import type {Strings} from '../strings/strings.js';
import type {Outcome} from './act.js';
import type {Editor} from './editor.js';
import type {MaskBoard} from './mask-board.js';
import type {MaskWork, PictureWork} from './mask-work.js';

/** What acts and tools on a mask need besides what they act on. The element gives it. */
export interface MaskContext {
  readonly editor: Editor;
  readonly board: MaskBoard;
  readonly words: Strings['masks'];
  /** The language of numbers and plurals. */
  readonly language: string;
  /** The names of the labels in the order of the task: a new region of the third gets number 3, if that is free. */
  readonly labels: readonly string[];
  readonly work: MaskWork;
  /** Missing until there is a picture. */
  readonly picture: PictureWork | undefined;
  /** CSS pixels per picture pixel in the view of now. */
  readonly scale: number;
  /** Nothing may be changed now. Strokes are refused before they paint. */
  readonly isReadonly: boolean;
  /** Commits one step of the person. It may do nothing, as on a read-only element. */
  commit(name: string, changes: readonly Change[], mergeKey?: string): void;
  /** Tells the person what came of an act. */
  tell(outcome: Outcome): void;
}
