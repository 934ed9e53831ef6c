import type {Step} from '../../model/history.js';
import {hasAnswer, type ItemContent, type SavedItem} from '../session-store.js';
import {lineOf} from './bytes-in-json.js';

/** An item with its steps, as one of two machines has it. */
export interface Side {
  readonly item: Pick<SavedItem, 'rev'> & Pick<ItemContent, 'status' | 'line'>;
  readonly log: readonly Step[];
}

/**
 * True when the work of a backup goes on from what is here, so that nothing is lost when it takes its place: it has all
 * steps that are here and more of them, or the same steps and the only answer. Revisions decide only between two answers
 * to the same steps: they count how often an item was stored, and looking at it is enough for that.
 *
 * Work that went different ways is never further: what is here stays.
 */
export function isFurther(backup: Side, here: Side): boolean {
  const [theirs, ours] = [backup.log.map(lineOf), here.log.map(lineOf)];
  const shared = Math.min(theirs.length, ours.length);
  for (let at = 0; at < shared; at++) if (theirs[at] !== ours[at]) return false;
  if (theirs.length !== ours.length) return theirs.length > ours.length;
  const [isTheirs, isOurs] = [isSaid(backup), isSaid(here)];
  return isTheirs === isOurs ? backup.item.rev > here.item.rev : isTheirs;
}

/** The worker has said what the item is, or that it is left out or will not be done. */
const isSaid = ({item: {status}}: Side): boolean =>
  hasAnswer(status) || status === 'skipped' || status === 'declined';
