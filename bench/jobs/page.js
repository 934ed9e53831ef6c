import '../../src/define/gt-portal.ts';
import {extendLine} from '../../src/formats/extend-line.ts';
import {openManifest} from '../../src/formats/manifest.ts';
import {draftJob} from '../../src/portal/draft-job.ts';
import {incomingData} from '../../src/portal/incoming-data.ts';
import {otherSessions} from '../../src/portal/job-export.ts';
import {Jobs} from '../../src/portal/jobs.ts';
import {browserHints, People} from '../../src/portal/people.ts';
import {wholeJobFile} from '../../src/portal/share-job.ts';
import {restoreBackup} from '../../src/session/backup/restore-backup.ts';
import {applyEdit} from '../../src/session/apply-edit.ts';
import {exportJob} from '../../src/session/export-job.ts';
import {exportManifest} from '../../src/session/export-manifest.ts';
import {IndexedDbStore} from '../../src/session/indexed-db.ts';
import {textHash} from '../../src/session/text-hash.ts';
import {indexInWorker} from '../../src/workers/index-in-worker.ts';
import {longestTask} from '../longest-task.js';
import {countedRequests} from './count-requests.js';

const store = new IndexedDbStore();
const jobs = new Jobs(store);
const people = new People(store);
const file = () => document.querySelector('input').files[0];
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
const attribute = 'health';
const labels = ['healthy', 'leaf rust', 'mildew'];

function definitionOf(jobName) {
  return {
    title: jobName,
    taskType: 'classification',
    header: 'How is the tree?',
    labels: labels.map((label) => ({label})),
    jobName,
    labelAttributeName: attribute,
    instructions: {short: '', full: ''},
  };
}

/** What somebody has said about an item, as a task element would hand it over. */
function editOf(session, workerId, index, text) {
  const choice = (index * 7 + workerId.length) % labels.length;
  const submissionTime = new Date(1_790_000_000_000 + index * 1000).toISOString();
  const step = {
    name: `Choose ${labels[choice]}`,
    at: index,
    changes: [
      {
        id: 'choice',
        before: undefined,
        after: {id: 'choice', kind: 'choice', order: 0, label: labels[choice]},
      },
    ],
  };
  const metadata = {
    'class-name': labels[choice],
    confidence: 0,
    'creation-date': submissionTime,
    'human-annotated': 'yes',
    'job-name': `labeling-job/${session}`,
    type: 'groundtruth/text-classification',
  };
  return {
    id: `${workerId}-${index}`,
    session,
    index,
    rev: 0,
    at: 1_790_000_000_000 + index,
    content: {
      status: 'submitted',
      stepCount: 1,
      timeSpentMs: 4000,
      acceptanceTime: submissionTime,
      textHash: textHash(text),
      answer: {
        answerContent: {'crowd-classifier': {label: labels[choice]}},
        submissionTime,
        timeSpentInSeconds: 4,
        workerId,
      },
      line: extendLine(text, [
        [attribute, choice],
        [`${attribute}-metadata`, metadata],
      ]),
    },
    steps: {from: 0, steps: [step]},
  };
}

/** The lines of a manifest, page by page. */
async function* linesOf(manifest, end) {
  for (let first = 0; first < end; first += 500) {
    const last = Math.min(first + 500, end) - 1;
    const bytes = manifest.blob.slice(manifest.range(first).start, manifest.range(last).end);
    yield (await bytes.text()).split('\n').slice(0, last - first + 1);
  }
}

/**
 * Stores edits just as the store does, which decides with `applyEdit` too, but many in one transaction: a hundred thousand
 * transactions that each wait for the disk would take longer than all that is measured.
 */
async function writeAll(database, session, edits) {
  const transaction = database.transaction(['sessions', 'items', 'steps'], 'readwrite', {
    durability: 'relaxed',
  });
  const [sessions, items, steps] = ['sessions', 'items', 'steps'].map((name) =>
    transaction.objectStore(name),
  );
  let present = session;
  for (const edit of edits) {
    const outcome = applyEdit(present, undefined, edit);
    present = outcome.session;
    items.put(outcome.item);
    edit.steps.steps.forEach((step, n) => steps.put({session: session.id, index: edit.index, n, step}));
  }
  sessions.put(present);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  return present;
}

/** A job with the work of everybody who is named: `{id: how many of its first items}`. */
async function fill(jobName, workers) {
  const manifest = await openManifest(file(), {index: indexInWorker});
  const total = manifest.lineCount;
  const made = await jobs.create({
    definition: definitionOf(jobName),
    manifest: file(),
    source: file().name,
    total,
    pictures: [],
  });
  const start = performance.now();
  const database = await raw();
  let written = 0;
  for (const [workerId, count] of Object.entries(workers)) {
    let session = await jobs.join(await jobs.find(made.value.id), workerId);
    const {id} = session;
    let index = 0;
    for await (const lines of linesOf(manifest, count)) {
      const edits = lines.map((text) => editOf(id, workerId, index++, text));
      session = await writeAll(database, session, edits);
    }
    written += index;
    await store.updateSession(id, {cursor: Math.min(count, total - 1)}, Date.now());
  }
  database.close();
  return {written, ms: performance.now() - start};
}

const jobOf = (jobName) => jobs.named({jobName, labelAttributeName: attribute});

/** The portal as it is when somebody comes to it. */
async function portal(hash) {
  location.hash = hash;
  const element = document.createElement('gt-portal');
  document.body.append(element);
  return element;
}

/** Everything in the shadow trees below a node. */
function* inside(root) {
  for (const element of root.querySelectorAll('*')) {
    yield element;
    if (element.shadowRoot) yield* inside(element.shadowRoot);
  }
}

async function found(selector) {
  for (;;) {
    for (const element of inside(document)) if (element.matches(selector)) return element;
    await pause(4);
  }
}

/** Until the task of a job takes input and is painted. */
async function firstTask(act) {
  const ready = new Promise((resolve) =>
    document.addEventListener('gt-ready', resolve, {once: true, capture: true}),
  );
  await act();
  await ready;
  await painted();
}

async function openRoom(jobName) {
  const {id} = await jobOf(jobName);
  await firstTask(() => portal(`#job=${encodeURIComponent(id)}`));
  const session = await found('gt-session');
  while (!session.session?.state.isTotalKnown) await pause(4);
  return session;
}

async function source(jobName) {
  const job = await jobOf(jobName);
  return {
    store,
    session: job.id,
    others: otherSessions(job),
    manifest: await openManifest(await jobs.manifest(job.id), {index: indexInWorker}),
    unsaved: new Map(),
  };
}

async function linesIn(blob) {
  let lines = 0;
  for await (const chunk of blob.stream()) for (const byte of chunk) if (byte === 10) lines++;
  return lines;
}

/** Keeps what an act has made for another look at it, which is not part of the act. */
let made;

async function backupOf(jobName) {
  const job = await jobOf(jobName);
  return wholeJobFile(job, store, {id: 'anna', name: 'Anna'});
}

const raw = () =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('gt-elements');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
const done = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const sorted = (times) => times.toSorted((a, b) => a - b);
const p95 = (times) => sorted(times)[Math.floor(times.length * 0.95)];

/** How long a put takes that is nothing but a put. */
async function barePuts(count) {
  const opening = indexedDB.open('bench-bare', 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore('items');
  const database = await done(opening);
  const times = [];
  for (let n = 0; n < count; n++) {
    const start = performance.now();
    await new Promise((resolve) => {
      const transaction = database.transaction(['items'], 'readwrite', {durability: 'strict'});
      transaction.objectStore('items').put(editOf('bare', 'anna', n, '{"source": "text"}'), n);
      transaction.oncomplete = resolve;
    });
    times.push(performance.now() - start);
  }
  database.close();
  return times;
}

/**
 * What is measured. Each act has what it needs made ready before: `ready(job)` gives what `act(job, prepared)` takes.
 * `look(prepared, result)` says what came out, when the time is over.
 */
const acts = {
  /** A file is brought, the form made ready, the job made, its first task shown. */
  create: {
    async act() {
      const data = await incomingData([{path: file().name, file: file()}]);
      const draft = await draftJob(data.value, []);
      const formMs = performance.now() - started;
      const {id} = (
        await jobs.create({
          definition: definitionOf('created'),
          manifest: data.value.manifest,
          source: data.value.name,
          total: draft.value.total,
          pictures: [],
        })
      ).value;
      await firstTask(() => portal(`#job=${encodeURIComponent(id)}`));
      return {formMs};
    },
  },
  home: {
    ready: () => undefined,
    async act(jobName) {
      await portal('');
      const list = await found('gt-job-list');
      await list.updateComplete;
      await painted();
      return {
        rows: list.jobs.length,
        isThere: list.jobs.some(({definition}) => definition.jobName === jobName),
      };
    },
  },
  open: {
    ready: jobOf,
    async act(_, {id}) {
      await firstTask(() => portal(`#job=${encodeURIComponent(id)}`));
    },
    look: async () => ({place: (await found('gt-session')).session.state.place}),
  },
  /** Edits of an item as a worker makes them, one after the other: until the page says that they are saved. */
  save: {
    ready: openRoom,
    async act(_, {session}) {
      const times = [];
      const history = {done: [], undone: []};
      for (let n = 0; n < 200; n++) {
        const step = {...editOf('', 'anna', n, '{}').steps.steps[0], at: n * 10_000};
        history.done = [...history.done.slice(-3), step];
        const start = performance.now();
        session.save({history: {...history}, timeSpentMs: n});
        while (session.state.status.kind !== 'saved')
          await new Promise((resolve) => {
            const stop = session.subscribe(() => (stop(), resolve()));
          });
        times.push(performance.now() - start);
      }
      return {saveMs: sorted(times)[100], saveP95: p95(times)};
    },
    async look() {
      const times = await barePuts(200);
      return {bareMs: sorted(times)[100], bareP95: p95(times)};
    },
  },
  /** Submit an item and see the next one, at the end of what has been done. */
  next: {
    ready: openRoom,
    async act(_, {session}) {
      const times = [];
      for (let n = 0; n < 50; n++) {
        const {index} = session.state;
        const text = await session.manifest.text(index);
        const {content, steps} = editOf('', 'anna', index, text);
        const start = performance.now();
        session.submit(content, {history: {done: steps.steps, undone: []}, timeSpentMs: 1});
        await session.nextUnfinished();
        times.push(performance.now() - start);
      }
      await session.settled();
      return {nextMs: sorted(times)[25], nextP95: p95(times)};
    },
  },
  jump: {
    ready: openRoom,
    async act(_, session) {
      const root = session.shadowRoot;
      const times = {};
      const timed = async (name, act) => {
        const start = performance.now();
        act();
        await session.updateComplete;
        await painted();
        times[name] = performance.now() - start;
      };
      await timed('listMs', () => root.querySelector('.position').click());
      const filters = [...root.querySelectorAll('.jump .filters button')];
      let nodes = root.querySelectorAll('.jump *').length;
      for (const [at, name] of ['', 'untouchedMs', 'submittedMs', 'skippedMs'].entries()) {
        if (name === '' || !filters[at]) continue;
        await timed(name, () => filters[at].click());
        nodes = Math.max(nodes, root.querySelectorAll('.jump *').length);
      }
      await timed('allMs', () => filters[0].click());
      const list = root.querySelector('.rows');
      await timed('scrollMs', () => (list.scrollTop = list.scrollHeight / 2));
      nodes = Math.max(nodes, root.querySelectorAll('.jump *').length);
      return {...times, nodes};
    },
  },
  manifest: {
    ready: source,
    act: async (_, given) => void (made = await exportManifest(given)),
    look: async () => ({bytes: made.blob.size, lines: await linesIn(made.blob)}),
  },
  zip: {
    ready: source,
    act: async (jobName, given) => void (made = await exportJob(given, jobName)),
    look: async () => ({bytes: made.blob.size}),
  },
  backup: {
    ready: () => undefined,
    act: async (jobName) => void (made = await backupOf(jobName)),
    look: async () => ({bytes: made.blob.size}),
  },
  restore: {
    ready: backupOf,
    async act(_, {blob}) {
      const restored = await restoreBackup(blob, new IndexedDbStore('bench-restored'), Date.now());
      made = restored.value;
    },
    look: async () => ({
      added: made.added.length + made.others.reduce((sum, {added}) => sum + added.length, 0),
    }),
  },
  /** The same work brought in once more: nothing changes. */
  again: {
    ready: backupOf,
    async act(_, {blob}) {
      made = (await restoreBackup(blob, store, Date.now())).value;
    },
    look: async () => ({same: made.same + made.others.reduce((sum, {same}) => sum + same, 0)}),
  },
  /** Beside ours: every answer of a job, read in pages of 1,000. */
  pages: {
    ready: raw,
    async act(jobName, database) {
      let records = 0;
      const {sessions} = await jobOf(jobName);
      for (const {id} of sessions) {
        for (let from = 0; ;) {
          const items = database.transaction(['items']).objectStore('items');
          const page = await done(items.getAll(IDBKeyRange.bound([id, from], [id, []]), 1000));
          records += page.length;
          if (page.length < 1000) break;
          from = page.at(-1).index + 1;
        }
      }
      return {read: records};
    },
  },
  /** All at once. */
  getAll: {
    ready: raw,
    async act(jobName, database) {
      let read = 0;
      const {sessions} = await jobOf(jobName);
      for (const {id} of sessions) {
        const items = database.transaction(['items']).objectStore('items');
        read += (await done(items.getAll(IDBKeyRange.bound([id], [id, []])))).length;
      }
      return {read};
    },
  },
  /** One after the other. */
  cursor: {
    ready: raw,
    async act(jobName, database) {
      let read = 0;
      const {sessions} = await jobOf(jobName);
      for (const {id} of sessions) {
        const items = database.transaction(['items']).objectStore('items');
        const request = items.openCursor(IDBKeyRange.bound([id], [id, []]));
        await new Promise((resolve) => {
          request.onsuccess = () => {
            if (!request.result) return resolve();
            read++;
            request.result.continue();
          };
        });
      }
      return {read};
    },
  },
  /** The bytes of the manifest, read through. */
  copy: {
    ready: async (jobName) => jobs.manifest((await jobOf(jobName)).id),
    async act(_, blob) {
      let bytes = 0;
      for await (const chunk of blob.stream()) bytes += chunk.length;
      return {bytes};
    },
  },
};

/** When the act under way began. */
let started = 0;

/** The most that the heap holds while `act` goes on, above what it held before, in bytes. */
async function heapPeak(act) {
  for (let round = 0; round < 3; round++) await globalThis.gc({execution: 'async'});
  const before = performance.memory.usedJSHeapSize;
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, performance.memory.usedJSHeapSize)), 20);
  const result = await act();
  peak = Math.max(peak, performance.memory.usedJSHeapSize);
  clearInterval(timer);
  for (let round = 0; round < 3; round++) await globalThis.gc({execution: 'async'});
  return {...result, heapPeak: peak - before, heapKept: performance.memory.usedJSHeapSize - before};
}

let prepared;

globalThis.bench = {
  fill,
  /** Somebody works here, and has been here before. */
  async worker(id) {
    await store.putProfile({id, name: id, createdAt: 1});
    browserHints.set(id);
    await people.list();
  },
  async ready(name, jobName) {
    prepared = await acts[name].ready?.(jobName);
    await pause(200);
  },
  time: (name, jobName) =>
    countedRequests(() =>
      heapPeak(async () => {
        started = performance.now();
        const result = await acts[name].act(jobName, prepared);
        return {...result, ms: performance.now() - started};
      }),
    ),
  look: async (name) => (await acts[name].look?.(prepared)) ?? {},
  watch: async (name, jobName) => ({longestTask: await longestTask(() => acts[name].act(jobName, prepared))}),
};
globalThis.isReady = true;
