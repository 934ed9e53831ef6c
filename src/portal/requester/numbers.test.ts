import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import type {AnswerRow, ObjectRow} from './object-rows.js';
import {dayOf, Numbers, timeBorders} from './numbers.js';

const answers = fc.array(
  fc.record<AnswerRow>({
    session: fc.constant('s'),
    worker: fc.constantFrom('anna', 'ben'),
    at: fc.integer({min: Date.UTC(2026, 9, 20), max: Date.UTC(2026, 10, 8)}),
    seconds: fc.option(fc.double({min: 0, max: 900, noNaN: true}), {nil: undefined}),
    labels: fc.array(fc.constantFrom('cat', 'dog', 'bird'), {maxLength: 3}),
    verdict: fc.constantFrom('accepted', 'rejected', undefined),
  }),
  {minLength: 1, maxLength: 3},
);
const pages = fc.array(fc.array(answers, {maxLength: 6}), {maxLength: 6});

describe('Numbers', () => {
  it('count page by page what counting all at once gives', () => {
    fc.assert(
      fc.property(pages, (given) => {
        const numbers = new Numbers();
        let index = 0;
        for (const page of given)
          numbers.add(page.map((one): ObjectRow => ({index: index++, state: 'to-review', answers: one})));

        const all = given.flat(2);
        const having = (fits: (row: AnswerRow) => boolean) => all.filter(fits).length;
        expect(numbers.objects).to.equal(given.flat().length);
        expect(numbers.answers).to.equal(all.length);
        for (const {worker, answers: count, accepted, rejected} of numbers.workers) {
          expect(count).to.equal(having((row) => row.worker === worker));
          expect(accepted).to.equal(having((row) => row.worker === worker && row.verdict === 'accepted'));
          expect(rejected).to.equal(having((row) => row.worker === worker && row.verdict === 'rejected'));
        }
        const judged = all.filter(({verdict}) => verdict !== undefined);
        const accepted = judged.filter(({verdict}) => verdict === 'accepted');
        expect(numbers.acceptance).to.equal(
          judged.length === 0 ? undefined : accepted.length / judged.length,
        );
        for (const {name, count} of numbers.labels)
          expect(count).to.equal(all.flatMap(({labels}) => labels).filter((label) => label === name).length);
        for (const {from, to, count} of numbers.times)
          expect(count).to.equal(
            having(({seconds}) => seconds !== undefined && seconds >= from && seconds < to),
          );
        for (const {day, count, byWorker} of numbers.days) {
          expect(count).to.equal(having(({at}) => dayOf(at) === day));
          for (const [worker, own] of byWorker)
            expect(own).to.equal(having((row) => dayOf(row.at) === day && row.worker === worker));
        }
        expect(numbers.days.reduce((sum, {count}) => sum + count, 0)).to.equal(all.length);
        const sorted = all.flatMap(({seconds}) => seconds ?? []).toSorted((a, b) => a - b);
        const middle = sorted.length / 2;
        const expected =
          sorted.length === 0
            ? undefined
            : sorted.length % 2 === 1
              ? sorted[Math.floor(middle)]
              : (sorted[middle - 1]! + sorted[middle]!) / 2;
        expect(numbers.seconds).to.equal(expected);
      }),
    );
  });

  it('leave no day out between the first and the last', () => {
    const numbers = new Numbers();
    const row = (at: number): AnswerRow => ({
      session: 's',
      worker: 'anna',
      at,
      seconds: 1,
      labels: [],
      verdict: undefined,
    });
    const noon = (day: number) => new Date(2026, 9, day, 12).getTime();
    numbers.add([{index: 0, state: 'accepted', answers: [row(noon(30)), row(noon(33))]}]);
    expect(numbers.days.map(({day, count}) => `${day} ${count}`)).to.deep.equal([
      '2026-10-30 1',
      '2026-10-31 0',
      '2026-11-01 0',
      '2026-11-02 1',
    ]);
    expect(timeBorders.at(-1)).to.equal(Infinity);
  });
});
