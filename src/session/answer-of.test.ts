import {expect} from '@open-wc/testing';
import {edit} from '../../test/contract/session-store.js';
import {openManifest} from '../formats/manifest.js';
import {exportJob} from './export-job.js';
import {exportManifest} from './export-manifest.js';
import {MemoryStore} from './memory.js';
import {answerOf} from './answer-of.js';
import {sessionIdOf} from './session-store.js';
import {textHash} from './text-hash.js';

const at = (minute: number) => `2026-11-20T10:${String(minute).padStart(2, '0')}:00.000Z`;
const given = (session: string, minute: number) => ({
  session,
  answer: {answerContent: {}, submissionTime: at(minute), workerId: session},
});

describe('answerOf', () => {
  it('chooses the answer submitted last, and always the same of two at the same time', () => {
    const [early, late, same] = [given('a', 1), given('b', 7), given('c', 7)];
    expect(answerOf(0, [early])).to.equal(early);
    expect(answerOf(0, [late, early])).to.equal(late);
    expect(answerOf(0, [late, same])).to.equal(answerOf(0, [same, late]));
  });
});

describe('the answers of several workers', () => {
  it('go into one manifest, and all of them into the worker responses', async () => {
    const lines = Array.from({length: 1200}, (_, i) => `{"source":"${i}"}`);
    const manifest = await openManifest(`${lines.join('\n')}\n`);
    const store = new MemoryStore();
    // The first does every second item, the second every third, later; the last has said nothing.
    const sessions: string[] = [];
    for (const [workerId, every, minute] of [
      ['anna', 2, 1],
      ['ben', 3, 2],
      ['cid', 5000, 3],
    ] as const) {
      const identity = {jobName: 'fruit', labelAttributeName: 'kind', workerId};
      const session = sessionIdOf(identity);
      sessions.push(session);
      await store.openSession(identity, 1);
      for (let index = every; index < lines.length; index += every) {
        const answer = {answerContent: {by: workerId}, submissionTime: at(minute), workerId};
        const line = `{"source":"${index}","kind":"${workerId}"}`;
        const hash = textHash(lines[index]!);
        await store.write(
          edit({session, index, content: {status: 'submitted', answer, line, textHash: hash}}),
        );
      }
    }
    const [session, ...others] = sessions;
    const source = {store, session: session!, others, manifest, unsaved: new Map()};
    const {blob, several} = await exportManifest(source);
    const output = (await blob.text()).trimEnd().split('\n');
    const expected = lines.map((line, i) => {
      const by = i % 3 === 0 ? 'ben' : i % 2 === 0 ? 'anna' : undefined;
      return by && i > 0 ? `{"source":"${i}","kind":"${by}"}` : line;
    });
    expect(output).to.deep.equal(expected);
    expect(several).to.deep.equal(Array.from({length: 199}, (_, i) => (i + 1) * 6));

    const zip = await (await exportJob(source, 'fruit')).blob.text();
    const responses = zip.match(/\{"answers":.*?\]\}/g)!;
    expect(responses).to.have.length(new Set([...several]).size + 599 + 399 - 2 * several.length);
    const ofBoth = responses.filter((text) => JSON.parse(text).answers.length === 2);
    expect(ofBoth).to.have.length(several.length);
    expect(JSON.parse(ofBoth[0]!).answers.map((one: {workerId: string}) => one.workerId)).to.deep.equal([
      'anna',
      'ben',
    ]);
  });
});
