import type {Manifest} from '../formats/manifest.js';
import {changedLines} from './line-check.js';
import type {ItemWork} from './save-queue.js';
import {hasAnswer, type ItemContent, type ItemFiles, type SessionStore} from './session-store.js';

/** Records read at a time: reading them takes the page's time, about 20 ms for so many. */
const pageSize = 500;

/** What an export reads: the store, and over it what is not stored yet. */
export interface AnswerSource {
  readonly store: SessionStore;
  readonly session: string;
  readonly manifest: Manifest;
  readonly unsaved: ReadonlyMap<number, ItemWork>;
}

/** One item that goes into the output. */
export interface SubmittedItem extends Pick<ItemContent, 'answer' | 'textHash' | 'timeSpentMs' | 'files'> {
  readonly index: number;
  readonly line: string;
  /** The files, where they are not in the store yet. */
  readonly blobs?: ItemFiles;
}

/** Items of an export: those that go into it, those whose line is another one now, those that cannot be read. */
export interface AnswerPage {
  readonly submitted: readonly SubmittedItem[];
  readonly changed: readonly number[];
  readonly unreadable: readonly number[];
}

type Candidate = Pick<ItemContent, 'status' | 'answer' | 'textHash' | 'timeSpentMs' | 'line' | 'files'> & {
  readonly index: number;
  readonly blobs?: ItemFiles;
};

const isSubmitted = (item: Candidate): item is Candidate & {readonly line: string} =>
  hasAnswer(item.status) && item.line !== undefined;

/** All submitted answers in the order of the lines, page by page. An answer never gets onto another line. */
export async function* answerPages({
  store,
  session,
  manifest,
  unsaved,
}: AnswerSource): AsyncGenerator<AnswerPage> {
  await manifest.indexed;
  let from = 0;
  for (let isLast = false; !isLast;) {
    const page = await store.items(session, from, pageSize);
    const found = [...page.items.map(({index}) => index), ...page.unreadable];
    isLast = found.length < pageSize;
    const next = isLast ? Infinity : Math.max(...found) + 1;
    const stored: Candidate[] = page.items.filter(({index}) => !unsaved.has(index));
    const fresh: Candidate[] = [...unsaved]
      .filter(([index]) => index >= from && index < next)
      .map(([index, work]) => ({...work, index}));
    const items = [...stored, ...fresh].filter(isSubmitted).toSorted((a, b) => a.index - b.index);
    const changed = await changedLines(manifest, items);
    yield {
      submitted: items.filter(({index}) => !changed.has(index)),
      changed: [...changed],
      unreadable: page.unreadable.filter((index) => !unsaved.has(index)),
    };
    from = next;
  }
}
