import type {
  ItemEdit,
  ItemStatus,
  SavedItem,
  SavedSession,
  SessionCounts,
  SessionIdentity,
  WriteOutcome,
} from './session-store.js';
import {sessionIdOf} from './session-store.js';

/** A session before anything was done in it. */
export function newSession(identity: SessionIdentity, at: number): SavedSession {
  const {jobName, labelAttributeName, workerId} = identity;
  return {
    id: sessionIdOf(identity),
    jobName,
    labelAttributeName,
    workerId,
    createdAt: at,
    changedAt: at,
    cursor: 0,
    seq: 0,
    counts: {draft: 0, submitted: 0, skipped: 0},
    settings: {},
  };
}

function recount(counts: SessionCounts, before: ItemStatus, after: ItemStatus): SessionCounts {
  const next: {-readonly [Name in keyof SessionCounts]: SessionCounts[Name]} = {...counts};
  const count = (status: ItemStatus, by: 1 | -1) => {
    const name = status === 'changed' ? 'submitted' : status;
    if (name !== 'untouched' && name !== 'released') next[name] = (next[name] ?? 0) + by;
  };
  count(before, -1);
  count(after, 1);
  return next;
}

/**
 * What storing an edit would give, decided from what is stored now. Both twins ask this inside their transaction, so
 * the revision check and the counters cannot differ between them.
 *
 * An edit that is stored already counts as saved: a retry after a lost connection does not know whether its first
 * try arrived.
 */
export function applyEdit(
  session: SavedSession | undefined,
  current: SavedItem | undefined,
  edit: ItemEdit,
): WriteOutcome {
  if (!session) return {kind: 'missing'};
  if (current?.edit === edit.id) return {kind: 'saved', item: current, session};
  if ((current?.rev ?? 0) !== edit.rev) return {kind: 'conflict', item: current};
  const seq = session.seq + 1;
  const item: SavedItem = {
    ...edit.content,
    session: edit.session,
    index: edit.index,
    rev: Math.max(edit.rev + 1, edit.leastRev ?? 0),
    seq,
    at: edit.at,
    edit: edit.id,
  };
  const counts = recount(session.counts, current?.status ?? 'untouched', item.status);
  return {kind: 'saved', item, session: {...session, seq, counts, changedAt: edit.at}};
}
