import '../../src/define/gt-session.ts';
import '../../src/define/gt-classification-task.ts';
import '../../src/define/gt-multi-label-task.ts';
import '../../src/define/gt-bbox-task.ts';
import '../../src/define/gt-segmentation-task.ts';
import '../../src/define/gt-instance-segmentation-task.ts';
import {checkLabel} from '../../src/formats/check-label.ts';
import {parseLine} from '../../src/formats/parse-line.ts';
import {changesOf} from '../../src/model/history.ts';
import {historyOf} from '../../src/session/save-queue.ts';
import {IndexedDbStore} from '../../src/session/indexed-db.ts';
import {sessionIdOf} from '../../src/session/session-store.ts';
import {kinds, lineCount} from './kinds.js';

const parameters = new URLSearchParams(location.search);
const tag = parameters.get('task');
const {attribute, isPicture} = kinds.find((kind) => kind.tag === tag);
const identity = {jobName: tag, labelAttributeName: attribute, workerId: 'bench'};
const id = sessionIdOf(identity);

const lines = Array.from({length: lineCount}, (_, n) =>
  JSON.stringify(
    isPicture ? {'source-ref': new URL(`photo.jpg?${n}`, location.href).href} : {source: `Text ${n}`},
  ),
);

/** The highest number of a write that the store has confirmed. */
let confirmed = 0;
const {write} = IndexedDbStore.prototype;
IndexedDbStore.prototype.write = async function (edit) {
  const outcome = await write.call(this, edit);
  if (outcome.kind === 'saved') confirmed = Math.max(confirmed, outcome.session.seq);
  return outcome;
};

if (parameters.has('careless')) {
  const {openSession} = IndexedDbStore.prototype;
  let present;
  IndexedDbStore.prototype.write = async function (edit) {
    setTimeout(() => void write.call(this, edit), 500);
    present ??= await openSession.call(this, identity, Date.now());
    present = {...present, seq: present.seq + 1};
    confirmed = present.seq;
    return {kind: 'saved', item: {...edit.content, index: edit.index, rev: edit.rev + 1}, session: present};
  };
}

const session = document.createElement('gt-session');
Object.assign(session, {
  manifestFile: new Blob([`${lines.join('\n')}\n`]),
  jobName: identity.jobName,
  labelAttributeName: attribute,
  workerId: identity.workerId,
});
const task = Object.assign(document.createElement(tag), {
  labels: ['cat', 'dog', 'cow'],
  header: 'What is it?',
});
session.append(task);
document.body.append(session);

const state = () => session.session?.state;
while (!state()?.item) await new Promise(requestAnimationFrame);

/** What the page shows as saved is told to whoever kills it. */
session.session.subscribe(({status}) => {
  if (status.kind === 'saved' && confirmed > 0) console.log(`saved ${confirmed}`);
});

globalThis.bench = {
  isReady: () => task.acceptsSubmit === true,
  focus: () => task.focus(),
  place: () => state().index,

  /** Looks at everything that is stored, with nothing but what is stored. */
  async verify() {
    const store = new IndexedDbStore();
    const saved = await store.openSession(identity, Date.now());
    const {works, unreadable} = await store.works(id, 0, lineCount);
    const wrong = works.flatMap(({item, log}) => problemsOf(item, log));
    const highest = Math.max(0, ...works.map(({item}) => item.seq));
    if (highest > saved.seq) wrong.push(`an item has number ${highest}, the session ${saved.seq}`);
    const answered = works.filter(
      ({item}) => item.status === 'submitted' || item.status === 'changed',
    ).length;
    if (answered !== saved.counts.submitted)
      wrong.push(`${answered} answers, the session counts ${saved.counts.submitted}`);
    store.close();
    return {
      seq: saved.seq,
      items: works.length,
      answered,
      unreadable: unreadable.length,
      wrong,
      loss: state().loss ?? null,
    };
  },

  /** Every line once, and every answer on its own line once. */
  async output() {
    const text = await (await session.exportManifest()).text();
    const found = text.trim().split('\n');
    const wrong = found.length === lineCount ? [] : [`${found.length} lines of ${lineCount}`];
    let labelled = 0;
    for (const [n, line] of found.entries()) {
      if (!line.startsWith(lines[n].slice(0, -1))) wrong.push(`line ${n + 1} is another one`);
      if (line === lines[n]) continue;
      labelled++;
      const entry = parseLine(line);
      if (!entry.ok) wrong.push(`line ${n + 1} cannot be read`);
      else if (checkLabel(entry.value, attribute).length > 0) wrong.push(`line ${n + 1}: not a label`);
    }
    return {labelled, wrong};
  },
};

function problemsOf(item, log) {
  const where = `item ${item.index + 1}`;
  if (item.stepCount > log.length) return [`${where}: ${item.stepCount} steps done, ${log.length} there`];
  const records = new Map();
  for (const {id: record, before, after} of changesOf(historyOf({item, log}))) {
    if (JSON.stringify(records.get(record)) !== JSON.stringify(before) && records.has(record))
      return [`${where}: its steps do not follow each other`];
    records.set(record, after);
  }
  return [];
}
globalThis.isReady = true;
