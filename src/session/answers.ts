import type {Manifest} from '../formats/manifest.js';
import {answerOf} from './answer-of.js';
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
  /** Sessions of other workers on the same job, whose answers count as well. */
  readonly others?: readonly string[];
}

/** One item that goes into the output. */
export interface SubmittedItem extends Pick<ItemContent, 'answer' | 'textHash' | 'timeSpentMs' | 'files'> {
  readonly index: number;
  /** Whose answer it is. */
  readonly session: string;
  readonly line: string;
  /** The files, where they are not in the store yet. */
  readonly blobs?: ItemFiles;
}

/** Items of an export: those that go into it, those whose line is another one now, those that cannot be read. */
export interface AnswerPage {
  readonly submitted: readonly SubmittedItem[];
  /** Where several workers answered an item: all their answers, the one that counts among them. */
  readonly several: ReadonlyMap<number, readonly SubmittedItem[]>;
  readonly changed: readonly number[];
  readonly unreadable: readonly number[];
  /** The page tells of all items below this one. */
  readonly end: number;
}

type Candidate = Pick<ItemContent, 'status' | 'answer' | 'textHash' | 'timeSpentMs' | 'line' | 'files'> & {
  readonly index: number;
  readonly session: string;
  readonly blobs?: ItemFiles;
};

const isSubmitted = (item: Candidate): item is Candidate & {readonly line: string} =>
  hasAnswer(item.status) && item.line !== undefined;

/**
 * All submitted answers in the order of the lines, page by page, one for each item. An answer never gets onto another
 * line.
 */
export async function* answerPages(source: AnswerSource): AsyncGenerator<AnswerPage> {
  const others = (source.others ?? []).map((session) => ({...source, session, unsaved: new Map()}));
  if (others.length === 0) yield* pagesOf(source);
  else yield* merged([source, ...others].map(pagesOf));
}

/** The answers of several workers, brought together line by line. */
async function* merged(workers: readonly AsyncGenerator<AnswerPage>[]): AsyncGenerator<AnswerPage> {
  const readers = workers.map((pages) => ({pages, waiting: [] as readonly SubmittedItem[], end: 0}));
  const reached = () => Math.min(...readers.map(({end}) => end));
  for (let from = reached(); from < Infinity; from = reached()) {
    const [changed, unreadable] = [new Set<number>(), new Set<number>()];
    for (const reader of readers.filter(({end}) => end === from)) {
      const {value} = (await reader.pages.next()) as IteratorYieldResult<AnswerPage>;
      reader.waiting = [...reader.waiting, ...value.submitted];
      reader.end = value.end;
      for (const index of value.changed) changed.add(index);
      for (const index of value.unreadable) unreadable.add(index);
    }
    const end = reached();
    const answers = new Map<number, SubmittedItem[]>();
    for (const item of readers.flatMap(({waiting}) => waiting)) {
      if (item.index < end) answers.set(item.index, [...(answers.get(item.index) ?? []), item]);
    }
    for (const reader of readers) reader.waiting = reader.waiting.filter(({index}) => index >= end);
    const inOrder = [...answers].toSorted(([a], [b]) => a - b);
    yield {
      submitted: inOrder.map(([index, all]) => answerOf(index, all)),
      several: new Map(inOrder.filter(([, all]) => all.length > 1)),
      changed: [...changed],
      unreadable: [...unreadable],
      end,
    };
  }
}

async function* pagesOf({store, session, manifest, unsaved}: AnswerSource): AsyncGenerator<AnswerPage> {
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
      .map(([index, work]) => ({...work, index, session}));
    const items = [...stored, ...fresh].filter(isSubmitted).toSorted((a, b) => a.index - b.index);
    const changed = await changedLines(manifest, items);
    yield {
      submitted: items.filter(({index}) => !changed.has(index)),
      several: new Map(),
      changed: [...changed],
      unreadable: page.unreadable.filter((index) => !unsaved.has(index)),
      end: next,
    };
    from = next;
  }
}
