import {expect} from '@open-wc/testing';
import {IndexedDbStore} from '../session/indexed-db.js';
import type {JobDefinition} from './job.js';
import {Jobs} from './jobs.js';

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
});
