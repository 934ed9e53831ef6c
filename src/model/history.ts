import {invert, squash, type Change} from './change.js';

/** One thing the worker did, named as the worker would name it. Plain data: it survives IndexedDB and export. */
export interface Step {
  readonly name: string;
  /** When it was committed: milliseconds since 1970-01-01 UTC, given by the caller. */
  readonly at: number;
  readonly changes: readonly Change[];
  /** Steps with the same key that follow each other within `mergeWithinMs` become one, as for typing in one field. */
  readonly mergeKey?: string;
}

/** The steps that made a document and those taken back. `undone` is a stack: its last step is redone first. */
export interface History {
  readonly done: readonly Step[];
  readonly undone: readonly Step[];
}

export const emptyHistory: History = {done: [], undone: []};

/** Only consecutive keystrokes in one field merge; two acts never do, however fast the hand (UNDO-1). */
export const mergeWithinMs = 800;

/** History after one more step. What had been undone is given up. */
export function commit(history: History, step: Step): History {
  const last = history.done.at(-1);
  const merges =
    last?.mergeKey !== undefined && last.mergeKey === step.mergeKey && step.at - last.at < mergeWithinMs;
  if (!merges) return {done: [...history.done, step], undone: []};
  const merged: Step = {...step, changes: squash([...last.changes, ...step.changes])};
  return {done: [...history.done.slice(0, -1), merged], undone: []};
}

/** A move back or forward: the new history and the changes to apply to the document. */
export interface Move {
  readonly history: History;
  readonly step: Step;
  readonly changes: readonly Change[];
}

/** Takes the last step back; `undefined` when there is none. */
export function undo({done, undone}: History): Move | undefined {
  const step = done.at(-1);
  if (!step) return undefined;
  return {history: {done: done.slice(0, -1), undone: [...undone, step]}, step, changes: invert(step.changes)};
}

/** Does the step taken back last once more; `undefined` when there is none. */
export function redo({done, undone}: History): Move | undefined {
  const step = undone.at(-1);
  if (!step) return undefined;
  return {history: {done: [...done, step], undone: undone.slice(0, -1)}, step, changes: step.changes};
}

/** All changes of a history, in order: applied to the opened document they give the present one. */
export function changesOf(history: History): readonly Change[] {
  return history.done.flatMap((step) => step.changes);
}
