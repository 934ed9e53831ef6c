import {expect} from '@open-wc/testing';
import {answerOf, choose, edit} from '../../test/contract/session-store.js';
import {MemoryStore} from '../session/memory.js';
import type {SessionStore, WorkerProfile} from '../session/session-store.js';
import {en} from '../strings/en.js';
import {areBackups, bringBackup} from './bring-backup.js';
import type {JobDefinition} from './job.js';
import {Jobs, type StoredJob} from './jobs.js';
import {jobFiles, wholeJobFile, workFile} from './share-job.js';

const definition: JobDefinition = {
  title: 'Birds',
  taskType: 'classification',
  header: 'Which bird?',
  labels: [{label: 'duck'}, {label: 'canary'}],
  jobName: 'birds',
  labelAttributeName: 'bird',
  instructions: {short: '', full: ''},
};

const profile = (id: string, name: string): WorkerProfile => ({id, name, createdAt: 1});

async function newJob(text = '{"source":"a"}\n{"source":"b"}\n'): Promise<{store: MemoryStore; jobs: Jobs}> {
  const store = new MemoryStore();
  const jobs = new Jobs(store);
  const manifest = new Blob([text]);
  await jobs.create({definition, manifest, source: 'birds.manifest', total: 2, pictures: []});
  return {store, jobs};
}

const only = async (jobs: Jobs): Promise<StoredJob> => (await jobs.list())[0]!;

async function say(store: SessionStore, session: string, label: string): Promise<void> {
  const content = {status: 'submitted', answer: answerOf(label), line: label, stepCount: 1} as const;
  await store.write(edit({session, content, steps: {from: 0, steps: [choose(label)]}}));
}

/** The file of a worker's work on a job that was made elsewhere. */
async function work(id: string, name: string, label: string): Promise<File> {
  const {store, jobs} = await newJob();
  const session = await jobs.join(await only(jobs), id);
  await say(store, session.id, label);
  const job = await only(jobs);
  const {blob} = await workFile(job, store, job.sessions[0]!, profile(id, name));
  return new File([blob], 'work');
}

async function bring(file: File, store: SessionStore, people: readonly WorkerProfile[] = []) {
  const brought = await bringBackup(file, store, people, en);
  if (brought.ok) return {...brought.value, codes: (brought.warnings ?? []).map(({code}) => code)};
  throw new Error(brought.problems[0]!.code);
}

const failure = (bringing: Promise<unknown>): Promise<string> =>
  bringing.then(
    () => 'none',
    (error: Error) => error.message,
  );

describe('files that are sent', () => {
  it('a job file brings the job, and a part of it where it was shared out', async () => {
    const {store, jobs} = await newJob();
    await jobs.join(await only(jobs), 'requester-1');
    const files: File[] = [];
    for await (const {blob, name} of jobFiles(await only(jobs), store, 2)) files.push(new File([blob], name));
    expect(files.map(({name}) => name)).to.deep.equal([
      'birds.part-1-of-2.gt-job.gz',
      'birds.part-2-of-2.gt-job.gz',
    ]);
    const there = new MemoryStore();
    const {purpose, part, job} = await bring(files[0]!, there);
    expect([purpose, part.stretches, job.sessions]).to.deep.equal(['job', [[0, 1]], []]);
    expect(await (await new Jobs(there).manifest(job.id))!.text()).to.contain('"b"');
    const more = await bring(files[1]!, there);
    expect(more.job.home.settings['part'], 'both parts').to.deep.equal([[0, 2]]);
    expect(await areBackups(files.map((file) => ({path: file.name, file})))).to.equal(true);
  });

  it('work comes to the job it is for, in any order, and twice is once', async () => {
    const {store, jobs} = await newJob();
    const files = [await work('anna-1', 'Anna', 'duck'), await work('ben-1', '', 'canary')];
    for (const file of [...files, ...files]) expect((await bring(file, store)).codes).to.deep.equal([]);
    const {sessions, id} = await only(jobs);
    expect(sessions.map((session) => session.settings)).to.deep.include({portalOf: id, worker: 'Anna'});
    const lines = await Promise.all(sessions.map(async (one) => (await store.item(one.id, 0))!.item.line));
    expect(lines.toSorted()).to.deep.equal(['canary', 'duck']);
  });

  it('work for a job that is not here is told, and nothing is stored', async () => {
    const store = new MemoryStore();
    expect(await failure(bring(await work('anna-1', 'Anna', 'duck'), store))).to.equal('portal/no-job');
    expect(await store.sessions()).to.deep.equal([]);
  });

  it('two people whom the first releases called the same stay two', async () => {
    const {store, jobs} = await newJob();
    await bring(await work('local-worker', 'Anna', 'duck'), store);
    const ben = await work('local-worker', 'Ben', 'canary');
    expect((await bring(ben, store)).codes).to.deep.equal(['portal/same-worker']);
    await bring(ben, store);
    const {sessions} = await only(jobs);
    expect(sessions.length).to.equal(2);
    const found = sessions.map(({settings}) => settings['worker']);
    expect(found).to.have.members(['Anna', 'Ben']);
  });

  it('somebody who is called otherwise by now is the same', async () => {
    const {store, jobs} = await newJob();
    await bring(await work('anna-1', 'Anna', 'duck'), store);
    await bring(await work('anna-1', 'Anna Lee', 'duck'), store);
    const {sessions} = await only(jobs);
    expect(sessions.map(({settings}) => settings['worker'])).to.deep.equal(['Anna Lee']);
  });

  it('steps that went another way stay as they are here, and that is told', async () => {
    const {store} = await newJob();
    await bring(await work('anna-1', 'Anna', 'duck'), store);
    const {restored} = await bring(await work('anna-1', 'Anna', 'canary'), store);
    expect(restored.kept).to.deep.equal([0]);
    expect((await store.item(restored.session.id, 0))!.item.line).to.equal('duck');
  });

  it('a job of the same name with other lines is told, and stays', async () => {
    const [here, there] = [await newJob(), await newJob('{"source":"z"}\n')];
    for await (const {blob} of jobFiles(await only(there.jobs), there.store, 1)) {
      const {codes} = await bring(new File([blob], 'job'), here.store);
      expect(codes).to.deep.equal(['backup/source-differs']);
    }
  });

  it('everything of a job goes to another machine in one file', async () => {
    const {store, jobs} = await newJob();
    for (const id of ['anna-1', 'ben-1']) await say(store, (await jobs.join(await only(jobs), id)).id, id);
    const {blob, name} = await wholeJobFile(await only(jobs), store, profile('anna-1', 'Anna'));
    expect(name).to.equal('birds.gt-backup.gz');
    const there = new MemoryStore();
    const {job, codes, savedBy} = await bring(new File([blob], name), there);
    expect(savedBy, 'who goes on with it').to.deep.equal({id: 'anna-1', name: 'Anna'});
    expect(job.home.settings).not.to.have.property('savedBy');
    expect(codes).to.deep.equal([]);
    expect(job.sessions.map(({workerId, counts}) => [workerId, counts.submitted])).to.have.deep.members([
      ['anna-1', 1],
      ['ben-1', 1],
    ]);
  });
});
