import type {Change} from '../model/change.js';
import {apply, emptyDocument, type AnnotationDocument} from '../model/document.js';
import {changesOf, commit, emptyHistory, redo, undo, type History, type Move} from '../model/history.js';

/** What an editor shows to whoever paints it. Immutable; compared by identity. */
export interface EditorState {
  /** What the item was opened with, before anything in the history: an earlier label, a suggestion, or nothing. */
  readonly opened: AnnotationDocument;
  readonly document: AnnotationDocument;
  readonly history: History;
}

/** Why the state changed: `open` is set by the program, the others are acts of a person. */
export type EditorCause = 'open' | 'commit' | 'undo' | 'redo';
/** `changes` are those just applied, in order; after `open` there are none, and everything may be different. */
export type EditorListener = (state: EditorState, cause: EditorCause, changes: readonly Change[]) => void;

/** One person changing one document. Headless: no DOM, no clock, no storage. */
export class Editor {
  #state: EditorState = {
    opened: emptyDocument,
    document: emptyDocument,
    history: emptyHistory,
  };
  readonly #listeners = new Set<EditorListener>();

  get state(): EditorState {
    return this.#state;
  }

  /** Starts on `document`, with `history` done on it already when work is resumed. */
  open(document: AnnotationDocument, history: History = emptyHistory): void {
    this.#set({opened: document, document: apply(document, changesOf(history)), history}, 'open', []);
  }

  /** Does one named step. Nothing happens for no changes. `at` is the time in ms since 1970; see {@link Step}. */
  commit(name: string, at: number, changes: readonly Change[], mergeKey?: string): void {
    if (changes.length === 0) return;
    const step = mergeKey === undefined ? {name, at, changes} : {name, at, changes, mergeKey};
    this.#set(
      {
        opened: this.#state.opened,
        document: apply(this.#state.document, changes),
        history: commit(this.#state.history, step),
      },
      'commit',
      changes,
    );
  }

  /** Takes the last step back. False when there is none. */
  undo(): boolean {
    return this.#move(undo(this.#state.history), 'undo');
  }

  /** Does the step taken back last once more. False when there is none. */
  redo(): boolean {
    return this.#move(redo(this.#state.history), 'redo');
  }

  /** Calls `listener` after every change, until the returned function is called. */
  subscribe(listener: EditorListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #move(move: Move | undefined, cause: 'undo' | 'redo'): boolean {
    if (!move) return false;
    const {opened, document} = this.#state;
    this.#set({opened, document: apply(document, move.changes), history: move.history}, cause, move.changes);
    return true;
  }

  #set(state: EditorState, cause: EditorCause, changes: readonly Change[]): void {
    this.#state = state;
    for (const listener of [...this.#listeners]) listener(state, cause, changes);
  }
}
