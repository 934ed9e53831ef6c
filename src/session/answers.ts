import type {Manifest} from '../formats/manifest.js';
import {changedLines} from './line-check.js';
import {DecisionReader} from './review/decision-reader.js';
import {judge, type Decision} from './review/decision.js';
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
  /** Review logs of the job: what was decided about the answers. */
  readonly reviews?: readonly string[];
}

/** What a worker has submitted for an item. */
export interface SubmittedAnswer extends Pick<ItemContent, 'answer'> {
  readonly line: string;
}

/** One item that goes into the output. */
export interface SubmittedItem
  extends SubmittedAnswer, Pick<ItemContent, 'textHash' | 'timeSpentMs' | 'files'> {
  readonly index: number;
  /** Whose answer it is. */
  readonly session: string;
  /** The files, where they are not in the store yet. */
  readonly blobs?: ItemFiles;
}

/** Items of an export: those that go into it, those whose line is another one now, those that cannot be read. */
export interface AnswerPage {
  readonly submitted: readonly SubmittedItem[];
  /** Where several workers answered an item: all their answers, the one that counts among them. */
  readonly several: ReadonlyMap<number, readonly SubmittedItem[]>;
  /** Items of which every answer was rejected. */
  readonly rejected: readonly number[];
  readonly changed: readonly number[];
  readonly unreadable: readonly number[];
  /** The page tells of all items below this one. */
  readonly end: number;
}

/** The same, before anything is chosen. */
export interface GivenPage extends Pick<AnswerPage, 'changed' | 'unreadable' | 'end'> {
  /** Every answer that stands, by item, in the order of the lines. */
  readonly answers: ReadonlyMap<number, readonly SubmittedItem[]>;
  /** What was decided about these items. */
  readonly decisions: ReadonlyMap<number, readonly Decision[]>;
}

type Candidate = Pick<ItemContent, 'status' | 'answer' | 'textHash' | 'timeSpentMs' | 'line' | 'files'> & {
  readonly index: number;
  readonly session: string;
  readonly blobs?: ItemFiles;
};

const isSubmitted = (item: Candidate): item is Candidate & {readonly line: string} =>
  hasAnswer(item.status) && item.line !== undefined;

/**
 * All submitted answers in the order of the lines, page by page, one for each item: the one that `judge` chooses. An
 * answer never gets onto another line, and one that was rejected onto none.
 */
export async function* answerPages(source: AnswerSource): AsyncGenerator<AnswerPage> {
  for await (const {answers, decisions, ...page} of givenPages(source)) {
    const submitted: SubmittedItem[] = [];
    const rejected: number[] = [];
    for (const [index, all] of answers) {
      const {chosen} = judge(index, all, decisions.get(index) ?? []);
      if (chosen) submitted.push(chosen);
      else rejected.push(index);
    }
    const several = new Map([...answers].filter(([, all]) => all.length > 1));
    yield {submitted, several, rejected, ...page};
  }
}

/** Everything that was submitted and decided, page by page. */
export async function* givenPages(source: AnswerSource): AsyncGenerator<GivenPage> {
  const others = (source.others ?? []).map((session) => ({...source, session, unsaved: new Map()}));
  const pages = others.length === 0 ? pagesOf(source) : merged([source, ...others].map(pagesOf));
  const decisions = new DecisionReader(source.store, source.reviews ?? []);
  for await (const page of pages) yield {...page, decisions: await decisions.before(page.end)};
}

type WorkerPage = Omit<GivenPage, 'decisions'>;

/** The answers of several workers, brought together line by line. */
async function* merged(workers: readonly AsyncGenerator<WorkerPage>[]): AsyncGenerator<WorkerPage> {
  const readers = workers.map((pages) => ({pages, waiting: [] as readonly SubmittedItem[], end: 0}));
  const reached = () => Math.min(...readers.map(({end}) => end));
  for (let from = reached(); from < Infinity; from = reached()) {
    const [changed, unreadable] = [new Set<number>(), new Set<number>()];
    for (const reader of readers.filter(({end}) => end === from)) {
      const {value} = (await reader.pages.next()) as IteratorYieldResult<WorkerPage>;
      reader.waiting = [...reader.waiting, ...[...value.answers.values()].flat()];
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
    yield {answers: new Map(inOrder), changed: [...changed], unreadable: [...unreadable], end};
  }
}

async function* pagesOf({store, session, manifest, unsaved}: AnswerSource): AsyncGenerator<WorkerPage> {
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
      answers: new Map(items.filter(({index}) => !changed.has(index)).map((item) => [item.index, [item]])),
      changed: [...changed],
      unreadable: page.unreadable.filter((index) => !unsaved.has(index)),
      end: next,
    };
    from = next;
  }
}
