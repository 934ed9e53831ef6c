import {expect} from '@open-wc/testing';
import {edit} from '../../test/contract/session-store.js';
import {countingStore} from '../../test/helpers/counting-store.js';
import {MemoryStore} from '../session/memory.js';
import {inParts, type Part} from '../session/part.js';
import type {ItemStatus, SessionStore} from '../session/session-store.js';
import {summaryOf, type JobSummary} from './job-summary.js';
import {Jobs} from './jobs.js';

const total = 20;

const definition = {
  title: 'Birds',
  taskType: 'classification',
  header: 'Which bird?',
  labels: [{label: 'duck'}, {label: 'canary'}],
  jobName: 'birds',
  labelAttributeName: 'bird',
  instructions: {short: '', full: ''},
} as const;

/** A job of twenty objects, and a way to do some of them as somebody who may have been given a part. */
async function newJob(store: SessionStore) {
  const jobs = new Jobs(store);
  const made = await jobs.create({definition, manifest: new Blob(), source: 'a', total, pictures: []});
  if (!made.ok) throw new Error('The job was refused.');
  const {id} = made.value;
  const find = async () => (await jobs.find(id))!;
  return {
    work: async (worker: string, status: ItemStatus, indexes: readonly number[], part?: Part) => {
      const session = await jobs.join(await find(), worker, part);
      const edits = indexes.map((index) => edit({session: session.id, index, content: {status}}));
      await store.writeAll(edits);
    },
    summary: async (): Promise<JobSummary> => summaryOf(await find(), store, [], 'anna'),
  };
}

const stretch = (first: number, end: number) => Array.from({length: end - first}, (_, at) => first + at);

describe('the summary of a job', () => {
  it('adds up what workers on parts of their own have done, without asking which', async () => {
    const {store, asked} = countingStore(new MemoryStore());
    const {work, summary} = await newJob(store);
    const [first, second] = inParts(total, 2);
    await work('anna', 'submitted', stretch(0, 6), first);
    await work('ben', 'submitted', stretch(10, 20), second);
    expect(await summary()).to.deep.include({done: 16, status: 'in-progress'});
    expect(asked.get('indexesOf')).to.equal(undefined);
  });

  it('counts objects of several workers once, and again only when somebody has gone on', async () => {
    const {store, asked} = countingStore(new MemoryStore());
    const {work, summary} = await newJob(store);
    await work('anna', 'submitted', stretch(0, 6));
    await work('ben', 'submitted', stretch(3, 9));
    await work('ben', 'skipped', stretch(0, 1));
    expect(await summary()).to.deep.include({done: 9, skipped: 0});
    const once = asked.get('indexesOf');
    await summary();
    expect(asked.get('indexesOf')).to.equal(once);
    await work('anna', 'submitted', stretch(9, 12));
    expect(await summary()).to.deep.include({done: 12});
  });

  it('asks nobody else when one worker has done it all', async () => {
    const {store, asked} = countingStore(new MemoryStore());
    const {work, summary} = await newJob(store);
    await work('anna', 'submitted', stretch(0, 3));
    await work('ben', 'submitted', stretch(0, total));
    await work('cleo', 'skipped', stretch(0, 5));
    expect(await summary()).to.deep.include({done: total, skipped: 0, status: 'complete'});
    expect(asked.get('indexesOf')).to.equal(2);
  });
});
