import {blobOf} from '../blob-of.js';
import {newId} from '../ids.js';
import type {Part} from '../part.js';
import {logOf, type ItemWork} from '../save-queue.js';
import {
  filesOf,
  type ItemFiles,
  type SavedItem,
  type SavedSession,
  type SessionStore,
  type StoredWork,
} from '../session-store.js';
import {
  backupVersion,
  type BackupFile,
  type BackupHead,
  type BackupPurpose,
  type EndLine,
  type ItemLine,
  type SourceLine,
} from './backup-lines.js';
import {lineOf} from './bytes-in-json.js';

/** Items read at a time. */
const pageSize = 100;
/** Bytes of a part of a file. */
const partBytes = 1 << 20;

/** What a backup is made of: a session, and over it what is not stored yet. */
export interface BackupSource {
  readonly store: SessionStore;
  readonly session: SavedSession;
  readonly unsaved: ReadonlyMap<number, ItemWork>;
  /** Leaves out the files of the job, such as the manifest and local pictures: they are elsewhere. */
  readonly leavesSourcesOut?: boolean;
  /** Leaves out all work: what is left is the job itself. */
  readonly leavesItemsOut?: boolean;
  /** Leaves out the work on all items but these. */
  readonly part?: Part;
  readonly purpose?: BackupPurpose;
}

/** A backup file, and the items that could not be read for it. */
export interface Backup {
  readonly blob: Blob;
  readonly unreadable: readonly number[];
  /** The store could not be read: the file holds only what was not stored yet. */
  readonly isPartial?: true;
}

/**
 * The whole of a session, or of several, as one file: every item with its steps, answers and masks, and the files of the job. Restored
 * on another machine, the work goes on there, undo included. See `restoreBackup`.
 *
 * Made page by page: neither the session nor the file is ever in memory as a whole. Rejects with a `StorageError` when
 * the store cannot be read at all.
 */
export async function writeBackup(
  source: BackupSource | readonly BackupSource[],
  writtenAt: number,
): Promise<Backup> {
  const unreadable: number[] = [];
  const encoder = new TextEncoder();
  const lines = linesOfAll([source].flat(), writtenAt, unreadable);
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    async pull(controller) {
      const {done, value} = await lines.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(`${value}\n`));
    },
    async cancel() {
      await lines.return(undefined);
    },
  });
  const blob = await blobOf(stream.pipeThrough(new CompressionStream('gzip')), 'application/gzip');
  return {blob, unreadable};
}

async function* linesOfAll(
  sources: readonly BackupSource[],
  writtenAt: number,
  unreadable: number[],
): AsyncGenerator<string, void> {
  // Releases before version 2 would take all of it for one session.
  const gtElementsBackup = sources.length > 1 ? backupVersion : 1;
  for (const source of sources) yield* linesOf(source, {gtElementsBackup, writtenAt}, unreadable);
}

async function* linesOf(
  source: BackupSource,
  file: Pick<BackupHead, 'gtElementsBackup' | 'writtenAt'>,
  unreadable: number[],
): AsyncGenerator<string, void> {
  const {id: _, counts: __, ...session} = source.session;
  const {purpose} = source;
  yield lineOf({...session, ...file, ...(purpose && {purpose})} satisfies BackupHead);
  if (!source.leavesSourcesOut) yield* sourceLines(source);
  let items = 0;
  const lost: number[] = [];
  for await (const work of source.leavesItemsOut ? [] : worksOf(source, lost)) {
    if (source.part && !source.part.has(work.item.index)) continue;
    yield lineOf(await itemLine(work));
    items++;
  }
  unreadable.push(...lost);
  yield lineOf({end: true, items, unreadable: lost} satisfies EndLine);
}

async function* sourceLines({store, session}: BackupSource): AsyncGenerator<string> {
  for (const name of await store.sourceNames(session.id)) {
    const file = await store.source(session.id, name);
    for (let at = 0; file && (at === 0 || at < file.size); at += partBytes) {
      const bytes = new Uint8Array(await file.slice(at, at + partBytes).arrayBuffer());
      yield lineOf({source: name, type: file.type, size: file.size, bytes} satisfies SourceLine);
    }
  }
}

/** Every item in order: what is not stored yet in the place of what is. */
async function* worksOf(
  {store, session: {id}, unsaved}: BackupSource,
  unreadable: number[],
): AsyncGenerator<StoredWork> {
  const fresh = new Map(unsaved);
  for (let from = 0; ;) {
    const page = await store.works(id, from, pageSize);
    const found = [...page.works.map(({item}) => item.index), ...page.unreadable].toSorted((a, b) => a - b);
    unreadable.push(...page.unreadable.filter((index) => !unsaved.has(index)));
    for (const stored of page.works) {
      const work = fresh.get(stored.item.index);
      fresh.delete(stored.item.index);
      yield work ? unsavedWork(work, stored.item, id, stored.files) : stored;
    }
    const last = found.at(-1);
    if (last === undefined || found.length < pageSize) break;
    from = last + 1;
  }
  for (const [index, work] of fresh) yield unsavedWork(work, {index}, id);
}

/** What would be stored of it. */
function unsavedWork(
  {history, blobs, ...content}: ItemWork,
  {index, rev = 0, at = 0}: Pick<SavedItem, 'index'> & Partial<SavedItem>,
  session: string,
  stored: ItemFiles = new Map(),
): StoredWork {
  const log = logOf(history);
  const item = {...content, stepCount: history.done.length, session, index, rev: rev + 1, seq: 0, at};
  return {item: {...item, edit: newId()}, log, files: new Map([...stored, ...(blobs ?? [])])};
}

async function itemLine({item: {session: _, ...item}, log, files}: StoredWork): Promise<ItemLine> {
  const packed: BackupFile[] = [];
  for (const path of filesOf(item)) {
    const file = files.get(path);
    if (file) packed.push({path, type: file.type, bytes: new Uint8Array(await file.arrayBuffer())});
  }
  return {item, log, files: packed};
}
