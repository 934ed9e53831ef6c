import {recordsOf} from '../../model/document.js';
import {refused, type Outcome} from '../act.js';
import type {MaskBoard} from '../mask-board.js';
import type {MaskContext} from '../mask-context.js';
import type {MaskData} from '../mask-work.js';

/** The mask of the document, as it travels to whoever works on it. Missing until there is a picture. */
export function maskDataOf({editor, map}: MaskBoard): MaskData | undefined {
  if (!map) return undefined;
  const {width, height} = map;
  return {size: {width, height}, tiles: recordsOf(editor.state.document, 'tile')};
}

/**
 * Asks something about the mask that takes a while, and acts on the answer. An answer about a mask that has changed
 * since is asked for again; one for an item that is not open any more is given up, as it is by `signal`.
 */
export async function withMask<Found>(
  {editor, board, words}: MaskContext,
  ask: (mask: MaskData, signal: AbortSignal) => Promise<Found>,
  act: (found: Found) => Outcome,
  signal?: AbortSignal,
): Promise<Outcome> {
  const opened = new AbortController();
  const stopListening = editor.subscribe((_state, cause) => {
    if (cause === 'open') opened.abort();
  });
  const until = signal ? AbortSignal.any([signal, opened.signal]) : opened.signal;
  const endWork = board.beginWork();
  try {
    for (;;) {
      const mask = maskDataOf(board);
      if (!mask) return refused('no-picture', words.noPicture);
      const {document} = editor.state;
      const answer = await settled(ask(mask, until));
      await board.idle();
      if (until.aborted) return refused('given-up', words.isGivenUp);
      if ('reason' in answer) return refused('failed', words.hasFailed(textOf(answer.reason)));
      if (editor.state.document === document) return act(answer.found);
    }
  } finally {
    stopListening();
    endWork();
  }
}

async function settled<Found>(
  answer: Promise<Found>,
): Promise<{readonly found: Found} | {readonly reason: unknown}> {
  try {
    return {found: await answer};
  } catch (reason) {
    return {reason};
  }
}

function textOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
