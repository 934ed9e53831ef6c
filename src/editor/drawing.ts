import type {ImagePoint} from '../geometry/point.js';
import type {Frame} from '../geometry/view.js';
import type {BoxRecord, RecordId} from '../model/record.js';
import {Drafts} from './drafts.js';
import type {Editor} from './editor.js';
import type {Preview} from './tool.js';

/** `select` picks and moves, `box` draws by drag or by two clicks, `extremes` by four extreme points. */
export type ToolName = 'select' | 'box' | 'extremes';

/** What a person is doing on the stage besides what they have said. Immutable; never part of the history. */
export interface DrawingState {
  /** The picture; missing until it is on screen. */
  readonly frame: Frame | undefined;
  readonly tool: ToolName;
  /** The label of the next box. */
  readonly label: string;
  /** Ids of records that are in the document, in the order they were selected. */
  readonly selection: ReadonlySet<RecordId>;
  readonly hovered: RecordId | undefined;
  readonly preview: Preview | undefined;
  /** The crosshair that the keyboard moves, while it is on. */
  readonly cursor: ImagePoint | undefined;
  readonly hiddenIds: ReadonlySet<RecordId>;
  readonly hiddenLabels: ReadonlySet<string>;
  /** Everything is hidden for a moment. */
  readonly isAllHidden: boolean;
  readonly lockedIds: ReadonlySet<RecordId>;
  readonly lockedLabels: ReadonlySet<string>;
}

/** A drawing that was cancelled: with which tool, and what it looked like. */
export interface Draft {
  readonly tool: ToolName;
  readonly preview: Preview;
}

export type DrawingListener = (state: DrawingState, before: DrawingState) => void;

const nobody: ReadonlySet<never> = new Set<never>();

/** The state a drawing has before anything happened on it. */
const initial: DrawingState = {
  frame: undefined,
  tool: 'box',
  label: '',
  selection: nobody,
  hovered: undefined,
  preview: undefined,
  cursor: undefined,
  hiddenIds: nobody,
  hiddenLabels: nobody,
  isAllHidden: false,
  lockedIds: nobody,
  lockedLabels: nobody,
};

/**
 * The drawing board of one item: selection, tool, active label, what is hidden or locked, what is being drawn. Those
 * who paint listen to it and to the editor; those who act set its state.
 */
export class Drawing {
  readonly editor: Editor;
  #state = initial;
  readonly #listeners = new Set<DrawingListener>();
  readonly #drafts: Drafts<Draft>;

  constructor(editor: Editor) {
    this.editor = editor;
    this.#drafts = new Drafts(editor);
    editor.subscribe(({document}, cause) => {
      // What was being drawn belongs to the item before.
      if (cause === 'open') this.set({preview: undefined});
      // What is gone can be neither selected nor pointed at.
      const {selection, hovered} = this.#state;
      const rest = [...selection].filter((id) => document.records.has(id));
      if (rest.length < selection.size) this.set({selection: new Set(rest)});
      if (hovered !== undefined && !document.records.has(hovered)) this.set({hovered: undefined});
    });
  }

  get state(): DrawingState {
    return this.#state;
  }

  /** Sets parts of the state. Listeners are told once, and only when something differs. */
  set(part: Partial<DrawingState>): void {
    const before = this.#state;
    const differs = Object.entries(part).some(
      ([name, value]) => before[name as keyof DrawingState] !== value,
    );
    if (!differs) return;
    this.#state = {...before, ...part};
    for (const listener of [...this.#listeners]) listener(this.#state, before);
  }

  /** Calls `listener` after every change, until the returned function is called. */
  subscribe(listener: DrawingListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Keeps the open drawing, as shown by the preview. Tools do so when it is cancelled. */
  keepDraft(): void {
    const {preview, tool} = this.#state;
    if (preview) this.#drafts.keep({tool, preview});
  }

  /** True when {@link takeDraft} would give one. */
  get hasDraft(): boolean {
    return this.#drafts.hasDraft;
  }

  /** The drawing that was cancelled last since the last step, and that undo brings back first. It is given once. */
  takeDraft(): Draft | undefined {
    return this.#drafts.take();
  }

  isHidden({id, label}: BoxRecord): boolean {
    const {isAllHidden, hiddenIds, hiddenLabels} = this.#state;
    return isAllHidden || hiddenIds.has(id) || hiddenLabels.has(label);
  }

  isLocked({id, label}: BoxRecord): boolean {
    return this.#state.lockedIds.has(id) || this.#state.lockedLabels.has(label);
  }

  /** The selected boxes, in the order they were selected. */
  get selected(): readonly BoxRecord[] {
    const {records} = this.editor.state.document;
    return [...this.#state.selection].flatMap((id) => {
      const record = records.get(id);
      return record?.kind === 'box' ? [record] : [];
    });
  }
}
