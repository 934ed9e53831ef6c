import {earlierOf, workOf} from './save-queue.js';
import type {SessionStore, StoredWork} from './session-store.js';
import {without} from './without.js';

const pageSize = 200;

/**
 * Carries a session from one store into another, as when storage comes back after work has been done in memory.
 * The session is there already. An item that both have is not replaced in silence: the other's answer is kept as the
 * earlier one. Doing it twice gives the same.
 */
export async function moveWork(from: SessionStore, to: SessionStore, session: string): Promise<void> {
  for (let next = 0; ;) {
    const {items} = await from.items(session, next, pageSize);
    for (const {index} of items) {
      const work = await from.item(session, index);
      if (work) await moveItem(work, to);
    }
    const last = items.at(-1);
    if (!last || items.length < pageSize) return;
    next = last.index + 1;
  }
}

async function moveItem({item, log, files}: StoredWork, to: SessionStore): Promise<void> {
  const {session, index, at, edit} = item;
  const content = without(item, 'session', 'index', 'rev', 'seq', 'at', 'edit');
  for (;;) {
    const there = await to.item(session, index);
    if (there?.item.edit === edit) return;
    const earlier = there?.item.answer && earlierOf(workOf(there), there.item.at);
    const outcome = await to.write({
      id: edit,
      session,
      index,
      rev: there?.item.rev ?? 0,
      at,
      content: earlier ? {...content, earlier} : content,
      steps: {from: 0, steps: log},
      // What is there already stays as long as it is named.
      ...(files.size > 0 && {files}),
    });
    if (outcome.kind !== 'conflict') return;
  }
}
