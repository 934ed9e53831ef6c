import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {receiptOf} from '../receipt.js';
import {judge, verdicts, type Decision} from './decision.js';

const given = (worker: string, time: number) => ({
  session: worker,
  line: `{"by":"${worker}"}`,
  answer: {answerContent: {}, submissionTime: new Date(time).toISOString(), workerId: worker},
});

const [anna, ben] = [given('anna', 1000), given('ben', 2000)];

function decision(about: typeof anna, verdict: Decision['verdict'], at: number, id = `${at}`): Decision {
  return {id, verdict, worker: about.session, receipt: receiptOf(about), by: 'requester', at};
}

describe('judge', () => {
  it('leaves the answer that was submitted last until something is decided', () => {
    expect(judge(0, [anna, ben], [])).to.deep.equal({
      state: 'to-review',
      chosen: ben,
      standing: [undefined, undefined],
    });
  });

  it('lets the accepted answer count, whichever came last', () => {
    const {state, chosen} = judge(0, [anna, ben], [decision(anna, 'accepted', 5)]);
    expect({state, chosen}).to.deep.equal({state: 'accepted', chosen: anna});
  });

  it('passes over a rejected answer, and has none when all were rejected', () => {
    const one = judge(0, [anna, ben], [decision(ben, 'rejected', 5)]);
    expect([one.state, one.chosen]).to.deep.equal(['to-review', anna]);
    const all = judge(0, [anna, ben], [decision(ben, 'rejected', 5), decision(anna, 'rejected', 6)]);
    expect([all.state, all.chosen]).to.deep.equal(['rejected', undefined]);
  });

  it('forgets what was withdrawn, and what was said about an earlier answer', () => {
    const withdrawn = [decision(anna, 'rejected', 5), decision(anna, 'withdrawn', 6)];
    expect(judge(0, [anna], withdrawn).state).to.equal('to-review');
    expect(judge(0, [given('anna', 9000)], [decision(anna, 'rejected', 5)]).state).to.equal('to-review');
  });

  it('says the same in whatever order, and however often, the decisions were brought together', () => {
    const some = fc.array(
      fc.record({about: fc.constantFrom(anna, ben), verdict: fc.constantFrom(...verdicts), at: fc.nat(6)}),
      {maxLength: 12},
    );
    fc.assert(
      fc.property(some, fc.infiniteStream(fc.nat()), (made, numbers) => {
        const all = made.map(({about, verdict, at}, i) => decision(about, verdict, at, `id ${i}`));
        const shuffled = [...all, ...all.slice(0, 3)]
          .map((one) => ({one, key: numbers.next().value as number}))
          .toSorted((a, b) => a.key - b.key)
          .map(({one}) => one);
        expect(judge(0, [anna, ben], shuffled)).to.deep.equal(judge(0, [anna, ben], all));

        // Said plainly: the last word on each answer.
        const wordOn = (about: typeof anna) =>
          all
            .filter(({worker}) => worker === about.session)
            .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
            .at(-1)?.verdict ?? 'withdrawn';
        const words = [wordOn(anna), wordOn(ben)];
        const expected = words.includes('accepted')
          ? 'accepted'
          : words.every((word) => word === 'rejected')
            ? 'rejected'
            : 'to-review';
        expect(judge(0, [anna, ben], all).state).to.equal(expected);
      }),
    );
  });
});
