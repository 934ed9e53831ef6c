import {expect} from '@open-wc/testing';
import {edit} from '../../../test/contract/session-store.js';
import {openManifest} from '../../formats/manifest.js';
import {restoreBackup} from '../backup/restore-backup.js';
import {writeBackup} from '../backup/write-backup.js';
import {exportManifest} from '../export-manifest.js';
import {JobSession} from '../job-session.js';
import {emptyHistory} from '../../model/history.js';
import {MemoryStore} from '../memory.js';
import {receiptOf} from '../receipt.js';
import {sessionIdOf, type SessionStore} from '../session-store.js';
import {textHash} from '../text-hash.js';
import {DecisionReader} from './decision-reader.js';
import {ReviewLog} from './review-log.js';

const job = {jobName: 'fruit', labelAttributeName: 'kind'};
const lines = ['{"source":"0"}', '{"source":"1"}', '{"source":"2"}'];
const [worker, log] = [
  {...job, workerId: 'anna'},
  {...job, workerId: 'review 1'},
];

const submissionOf = (index: number, minute = 1) => ({
  answer: {answerContent: {}, submissionTime: `2026-11-20T10:0${minute}:00.000Z`, workerId: 'anna'},
  line: `{"source":"${index}","kind":${minute}}`,
});

async function submittedJob() {
  const store = new MemoryStore();
  await store.openSession(worker, 1);
  await store.openSession(log, 1);
  for (const [index, line] of lines.entries()) {
    const content = {status: 'submitted' as const, ...submissionOf(index), textHash: textHash(line)};
    await store.write(edit({session: sessionIdOf(worker), index, content}));
  }
  const reviews = logOn(store);
  const say = (index: number, verdict: 'accepted' | 'rejected' | 'withdrawn', comment?: string) => {
    const about = {worker: 'anna', receipt: receiptOf(submissionOf(index)), by: 'requester'};
    return reviews.add(index, {...about, verdict, ...(comment && {comment})});
  };
  return {store, say};
}

const logOn = (store: SessionStore) =>
  new ReviewLog(
    store,
    () => Promise.resolve(sessionIdOf(log)),
    () => 7,
  );

const manifestOf = () => openManifest(`${lines.join('\n')}\n`);

async function exported(store: SessionStore) {
  const source = {store, session: sessionIdOf(worker), manifest: await manifestOf(), unsaved: new Map()};
  const {blob, rejected} = await exportManifest({...source, reviews: [sessionIdOf(log)]});
  return {lines: (await blob.text()).trimEnd().split('\n'), rejected};
}

describe('the review log', () => {
  it('keeps every decision, in an order that no clock can turn around', async () => {
    const {store, say} = await submittedJob();
    await say(1, 'accepted');
    await say(1, 'withdrawn');
    await say(1, 'rejected', 'Look again');
    const read = (await new DecisionReader(store, [sessionIdOf(log)]).before(Infinity)).get(1)!;
    expect(read.map(({verdict, at}) => [verdict, at])).to.deep.equal([
      ['accepted', 7],
      ['withdrawn', 8],
      ['rejected', 9],
    ]);
  });

  it('keeps rejected answers out of the output', async () => {
    const {store, say} = await submittedJob();
    await say(0, 'accepted');
    await say(1, 'rejected');
    expect(await exported(store)).to.deep.equal({
      lines: [submissionOf(0).line, lines[1], submissionOf(2).line],
      rejected: [1],
    });
  });

  it('opens a rejected item again, with the comment, until another answer is submitted', async () => {
    const {store, say} = await submittedJob();
    await say(1, 'rejected', 'Look again');
    const open = async () =>
      JobSession.open(await manifestOf(), store, worker, {locks: undefined}, [sessionIdOf(log)]);
    let session = await open();
    expect(session.state.isComplete).to.equal(false);
    expect(session.state.item?.index).to.equal(1);
    expect(session.state.item?.returned?.comment).to.equal('Look again');
    session.saveTime(500);
    expect(session.state.isComplete, 'looked at').to.equal(false);
    session.submit(submissionOf(1, 3), {history: emptyHistory, timeSpentMs: 1000});
    expect(session.state.isComplete).to.equal(true);
    await session.settled();
    session.close();
    expect((await exported(store)).lines[1]).to.equal(submissionOf(1, 3).line);

    session = await open();
    expect(session.state.item?.returned).to.equal(undefined);
    expect(session.state.isComplete).to.equal(true);
    session.close();
  });

  it('goes into a backup and is brought together with what is there', async () => {
    const {store, say} = await submittedJob();
    await say(0, 'rejected', 'No');
    const backup = async () => {
      const sessions = await store.sessions();
      return writeBackup(
        sessions.map((session) => ({store, session, unsaved: new Map()})),
        1,
      );
    };
    const other = new MemoryStore();
    await restoreBackup((await backup()).blob, other, 1);
    expect((await exported(other)).rejected).to.deep.equal([0]);
    await say(0, 'accepted');
    await say(2, 'rejected');
    const later = await backup();
    for (let times = 0; times < 2; times++) {
      await restoreBackup(later.blob, other, 1);
      expect(await exported(other)).to.deep.equal(await exported(store));
    }
    expect((await exported(other)).rejected).to.deep.equal([2]);
  });
});
