import {expect} from '@open-wc/testing';
import {MemoryStore} from '../session/memory.js';
import {everyItem} from '../formats/choose-items.js';
import type {SessionStore} from '../session/session-store.js';
import {draftJob, type JobDraft} from './draft-job.js';
import {DraftStore} from './draft-store.js';
import {incomingData} from './incoming-data.js';
import {Jobs} from './jobs.js';

async function draftOf(files: Readonly<Record<string, string>>): Promise<JobDraft> {
  const data = await incomingData(
    Object.entries(files).map(([path, text]) => ({path, file: new File([text], path.split('/').at(-1)!)})),
  );
  const draft = data.ok ? await draftJob(data.value, []) : data;
  if (!draft.ok) throw new Error('no draft');
  return draft.value;
}

const day = 24 * 3600 * 1000;

describe('DraftStore', () => {
  let store: SessionStore;
  beforeEach(() => {
    sessionStorage.clear();
    store = new MemoryStore();
  });

  it('gives the draft of this tab back as it was left, with its pictures', async () => {
    const draft = await draftOf({
      'in/x.manifest': '{"source-ref":"s3://b/a.jpg","n":1.0}\n',
      'in/a.jpg': 'bytes',
    });
    const drafts = new DraftStore(store);
    drafts.keep(draft);
    const later: JobDraft = {
      ...draft,
      step: 'labels',
      left: ['data', 'task'],
      named: true,
      choice: {...everyItem, amount: {kind: 'sample', count: 1, seed: 7}},
      definition: {
        ...draft.definition,
        labels: [{label: 'cat', color: '#ff0000'}, {label: ''}],
        timeLimit: 60,
      },
    };
    drafts.keep(later);
    await drafts.settled;
    const found = await new DraftStore(store).restore();
    expect(found!.isWhole).to.equal(true);
    const {data, places, summary: _summary, ...rest} = found!.draft;
    const {data: dataBefore, places: _places, summary: _before, ...expected} = later;
    expect(rest).to.deep.equal(expected);
    expect(await data.manifest.text()).to.equal(await dataBefore.manifest.text());
    expect(places.files!.map(({path}) => path)).to.deep.equal(['in/a.jpg']);
    expect(await places.files![0]!.file.text()).to.equal('bytes');
    expect(await new Jobs(store).list()).to.deep.equal([]);
  });

  it('knows what was decided in the last moment, which the store does not have yet', async () => {
    const draft = await draftOf({'a.manifest': '{"source":"a"}\n'});
    const drafts = new DraftStore(store);
    drafts.keep(draft);
    await drafts.settled;
    const [before] = await store.sessions();
    drafts.keep({...draft, definition: {...draft.definition, header: 'Good or bad?'}});
    await drafts.settled;
    await store.updateSession(before!.id, {settings: before!.settings}, Date.now());
    const found = await new DraftStore(store).restore();
    expect(found!.draft.definition.header).to.equal('Good or bad?');
    // Decisions about other data, which never came into the store, are not taken.
    sessionStorage.setItem('gt-elements.draft.last', '{"version":"other","draft":{}}');
    expect((await new DraftStore(store).restore())!.draft.definition.header).to.equal('');
  });

  it('keeps a table, so that it can be read otherwise after a reload', async () => {
    const drafts = new DraftStore(store);
    drafts.keep(await draftOf({'t.csv': 'id,text\n1,a\n'}));
    await drafts.settled;
    const {table} = (await new DraftStore(store).restore())!.draft.data;
    expect(await table!.file.text()).to.equal('id,text\n1,a\n');
    expect(table).to.include({column: 1, header: true, as: 'source'});
  });

  it('leaves other tabs alone, forgets what became a job, and old drafts nobody came back to', async () => {
    let now = 1000 * day;
    const drafts = new DraftStore(store, () => now);
    drafts.keep(await draftOf({'a.manifest': '{"source":"a"}\n'}));
    await drafts.settled;
    sessionStorage.clear(); // Another tab.
    const other = new DraftStore(store, () => now);
    expect(await other.restore()).to.equal(undefined);
    other.keep(await draftOf({'b.manifest': '{"source":"b"}\n'}));
    await other.settled;
    expect(await store.sessions()).to.have.length(2);
    other.discard();
    await other.settled;
    expect(await store.sessions()).to.have.length(1);
    now += 4 * day;
    await other.restore();
    expect(await store.sessions()).to.have.length(0);
  });

  it('does not take a forged draft at its word', async () => {
    const drafts = new DraftStore(store);
    drafts.keep(await draftOf({'a.manifest': '{"source":"a"}\n'}));
    await drafts.settled;
    const [session] = await store.sessions();
    sessionStorage.removeItem('gt-elements.draft.last');
    const forged = {version: 'x', draft: {name: 'x', step: 'evil', definition: {}, choice: {}, left: []}};
    await store.updateSession(session!.id, {settings: forged}, Date.now());
    expect(await new DraftStore(store).restore()).to.equal(undefined);
  });

  it('leaves times and numbers out that are none yet', async () => {
    const draft = await draftOf({'a.manifest': '{"source":"a"}\n'});
    const drafts = new DraftStore(store);
    drafts.keep({...draft, definition: {...draft.definition, timeLimit: NaN, workersPerObject: 0}});
    await drafts.settled;
    const {definition} = (await new DraftStore(store).restore())!.draft;
    expect(definition).to.deep.equal(draft.definition);
  });
});
