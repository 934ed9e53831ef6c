import {expect} from '@open-wc/testing';
import {IndexedDbStore} from '../session/indexed-db.js';
import type {JobDefinition} from './job.js';
import {MemoryStore} from '../session/memory.js';
import {inParts, Part} from '../session/part.js';
import type {ItemStatus, SavedSession} from '../session/session-store.js';
import {edit} from '../../test/contract/session-store.js';
import {summaryOf} from './job-summary.js';
import {agreedKey, deliveryOf, Jobs, partOf} from './jobs.js';
import {People} from './people.js';

const noHints = {get: () => undefined, set: () => {}};

const definition: JobDefinition = {
  title: 'Birds',
  taskType: 'classification',
  header: 'Which bird?',
  labels: [{label: 'duck'}, {label: 'canary'}],
  jobName: 'birds',
  labelAttributeName: 'bird',
  instructions: {short: '', full: ''},
};

describe('Jobs', () => {
  it('sends the answers only of those who agreed to the address the job has', async () => {
    const store = new MemoryStore();
    const jobs = new Jobs(store);
    const deliverTo = 'https://example.org/in/';
    const job = {definition: {...definition, deliverTo}, manifest: new Blob(['{"source":"a"}\n'])};
    const made = await jobs.create({...job, source: 'birds.manifest', total: 1, pictures: []});
    if (!made.ok) throw new Error('The job was refused.');
    await jobs.join(made.value, 'ben');
    await jobs.agreeToDelivery(made.value, 'anna');
    const {id} = made.value;
    const places = async () => {
      const found = (await jobs.find(id))!;
      return Object.fromEntries(found.sessions.map((one) => [one.workerId, deliveryOf(found, one)]));
    };
    expect(await places()).to.deep.equal({ben: undefined, anna: deliverTo});
    const anna = (await jobs.find(id))!.sessions.find(({workerId}) => workerId === 'anna')!;
    const elsewhere = {...anna.settings, [agreedKey]: 'https://elsewhere.example/'};
    await store.updateSession(anna.id, {settings: elsewhere}, 2);
    expect(await places()).to.deep.equal({ben: undefined, anna: undefined});
  });

  it('keeps a job with its manifest and pictures until another visit', async () => {
    const name = `jobs-${crypto.randomUUID()}`;
    const picture = new File(['jpeg'], 'a.jpg', {type: 'image/jpeg'});
    const first = new IndexedDbStore(name);
    const made = await new Jobs(first).create({
      definition,
      manifest: new Blob(['{"source-ref":"in/a.jpg"}\n']),
      source: 'birds.manifest',
      total: 1,
      pictures: [{path: 'in/a.jpg', file: picture}],
    });
    if (!made.ok) throw new Error('The job was refused.');
    const {id} = made.value;
    first.close();

    const jobs = new Jobs(new IndexedDbStore(name));
    const found = (await jobs.find(id))!;
    expect(found.definition).to.deep.equal(definition);
    expect([found.source, found.total]).to.deep.equal(['birds.manifest', 1]);
    expect(await (await jobs.manifest(id))!.text()).to.equal('{"source-ref":"in/a.jpg"}\n');
    const {files = []} = await jobs.places(found);
    expect(files.map(({path}) => path)).to.deep.equal(['in/a.jpg']);
    expect(await files[0]!.file.text()).to.equal('jpeg');
    expect(files[0]!.file.type).to.equal('image/jpeg');

    await jobs.remove(id);
    expect(await jobs.list()).to.deep.equal([]);
    expect(await jobs.manifest(id)).to.equal(undefined);
  });

  it('lists jobs beside sessions that hold something else, such as a forged backup', async () => {
    const store = new IndexedDbStore(`jobs-${crypto.randomUUID()}`);
    const jobs = new Jobs(store);
    const portals = [{}, [], 5, {definition: {...definition, taskType: 'magic'}, source: '', total: 1}];
    const texts = {...definition, labels: ['duck']};
    for (const [n, portal] of [...portals, {definition: texts, source: '', total: 1}].entries()) {
      const forged = {jobName: `forged ${n}`, labelAttributeName: 'x', workerId: 'y'};
      const {id} = await store.openSession(forged, 1);
      await store.updateSession(id, {settings: {portal} as never}, 1);
    }
    const manifest = new Blob(['{}']);
    await jobs.create({definition, manifest, source: 'a', total: 1, pictures: []});
    expect((await jobs.list()).map((job) => job.definition.title)).to.deep.equal(['Birds']);
  });

  it('refuses the names of another job and leaves that job as it was', async () => {
    const jobs = new Jobs(new IndexedDbStore(`jobs-${crypto.randomUUID()}`));
    const make = (text: string) =>
      jobs.create({definition, manifest: new Blob([text]), source: text, total: 1, pictures: []});
    const first = await make('{"source":"first"}');
    const second = await make('{"source":"second"}');
    expect(second.ok ? [] : second.problems.map(({code}) => code)).to.deep.equal(['portal/name-taken']);
    if (!first.ok) throw new Error('The first job was refused.');
    expect(await (await jobs.manifest(first.value.id))!.text()).to.equal('{"source":"first"}');
  });

  it('takes a half-made job back when the browser cannot store it', async () => {
    const store = new IndexedDbStore(`jobs-${crypto.randomUUID()}`);
    const jobs = new Jobs(store);
    store.putSource = () => Promise.reject(new Error('full'));
    const making = jobs.create({definition, manifest: new Blob(['x']), source: 'x', total: 1, pictures: []});
    expect(await making.catch((error: Error) => error.message)).to.equal('full');
    expect(await store.sessions()).to.deep.equal([]);
  });

  it('leaves sessions of other pages alone', async () => {
    const store = new IndexedDbStore(`jobs-${crypto.randomUUID()}`);
    await store.openSession({jobName: 'other', labelAttributeName: 'x', workerId: 'w'}, 0);
    expect(await new Jobs(store).list()).to.deep.equal([]);
  });

  describe('with several people', () => {
    let store: MemoryStore;
    let jobs: Jobs;
    let time = 0;

    beforeEach(async () => {
      store = new MemoryStore();
      jobs = new Jobs(store, () => ++time);
      const manifest = new Blob(['{"source":"a"}\n'.repeat(30)]);
      const made = await jobs.create({definition, manifest, source: 'a', total: 30, pictures: []});
      if (!made.ok) throw new Error('The job was refused.');
    });

    const job = async () => (await jobs.list())[0]!;

    it('gives each a session of their own, the same one when they come again', async () => {
      const anna = await jobs.join(await job(), 'anna-1');
      const ben = await jobs.join(await job(), 'ben-1');
      expect((await jobs.join(await job(), 'anna-1')).id).to.equal(anna.id);
      expect((await job()).sessions.map(({workerId}) => workerId)).to.deep.equal(['anna-1', 'ben-1']);
      expect((await jobs.list()).length, 'sessions of workers are no jobs').to.equal(1);
      expect(ben.settings).to.deep.equal({portalOf: (await job()).id});
    });

    it('keeps the part of each, and adds what they are given later', async () => {
      const [first, , third] = inParts(30, 3);
      await jobs.join(await job(), 'anna-1', first);
      const {settings, cursor} = await jobs.join(await job(), 'anna-1', third);
      expect([settings['part'], cursor]).to.deep.equal([
        [
          [0, 10],
          [20, 30],
        ],
        20,
      ]);
      const whole = await jobs.join(await job(), 'anna-1', new Part());
      expect(partOf(whole).stretches).to.equal(undefined);
    });

    it('counts each item once, by the best that anybody has said about it', async () => {
      const anna = await jobs.join(await job(), 'anna-1');
      const ben = await jobs.join(await job(), 'ben-1', new Part([[0, 10]]));
      const say = (session: SavedSession, index: number, status: ItemStatus) =>
        store.write(edit({session: session.id, index, content: {status}}));
      await say(anna, 0, 'submitted');
      await say(anna, 1, 'declined');
      await say(anna, 2, 'skipped');
      await say(ben, 0, 'submitted');
      await say(ben, 1, 'changed');
      await say(ben, 3, 'declined');
      const people = [{id: 'anna-1', name: 'Anna', createdAt: 1}];
      const summary = await summaryOf(await job(), store, people, 'ben-1');
      expect(summary).to.deep.include({done: 2, skipped: 1, declined: 1, status: 'in-progress'});
      expect(summary.workers).to.deep.equal([
        {id: 'anna-1', name: 'Anna', done: 1, skipped: 1, declined: 1, total: 30},
        {id: 'ben-1', name: '', done: 2, skipped: 0, declined: 1, total: 10},
      ]);
      expect(summary.own?.id).to.equal('ben-1');
    });

    it('removes the work of everybody with the job', async () => {
      await jobs.join(await job(), 'anna-1');
      await jobs.remove((await job()).id);
      expect(await store.sessions()).to.deep.equal([]);
    });

    it('goes on with jobs that are at home with their only worker', async () => {
      const old = {jobName: 'old', labelAttributeName: 'old', workerId: 'local-worker'};
      const {id} = await store.openSession(old, 1);
      const portal = {definition: {...definition, jobName: 'old'}, source: '', total: 1};
      await store.updateSession(id, {settings: {portal} as never}, 1);
      const found = (await jobs.find(id))!;
      expect((await jobs.join(found, 'local-worker')).id).to.equal(id);
      const {settings} = await jobs.join(found, 'ben-1');
      expect(settings).to.deep.equal({portalOf: id});
      expect((await jobs.find(id))!.sessions.map(({workerId}) => workerId)).to.deep.equal([
        'local-worker',
        'ben-1',
      ]);
      const [first] = await new People(store, noHints).list();
      expect(first!.id, 'who that worker is').to.equal('local-worker');
    });
  });
});
