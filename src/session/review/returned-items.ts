import {hasAnswer, type SessionId, type SessionStore} from '../session-store.js';
import {standingOn, type Decision} from './decision.js';
import {decisionsOf, rejectedIn} from './review-log.js';

/** What a requester said about answers of this worker that are to be given again, by item. */
export type ReturnedItems = ReadonlyMap<number, Decision>;

/** The items of a session whose answer was rejected, and not given anew since. `logs` are the review logs of the job. */
export async function returnedItems(
  store: SessionStore,
  session: SessionId,
  logs: readonly SessionId[],
): Promise<ReturnedItems> {
  const indexes = new Set<number>();
  for (const log of logs) for (const index of await rejectedIn(store, log)) indexes.add(index);
  const returned = new Map<number, Decision>();
  for (const index of [...indexes].toSorted((a, b) => a - b)) {
    const own = (await store.item(session, index))?.item;
    if (!own || !hasAnswer(own.status) || own.line === undefined) continue;
    const decisions: Decision[] = [];
    for (const log of logs) decisions.push(...decisionsOf((await store.item(log, index))?.item));
    const standing = standingOn({...own, line: own.line}, decisions);
    if (standing?.verdict === 'rejected') returned.set(index, standing);
  }
  return returned;
}
