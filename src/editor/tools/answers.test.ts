import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {Answers} from './answers.js';

interface Question {
  readonly name: number;
}

/** Questions that wait until a test answers them; the answer to each is its name. */
function answersBy() {
  const asked: {question: Question; signal: AbortSignal; settle: (isAnswer: boolean) => Promise<void>}[] = [];
  const settled: number[] = [];
  const answers = new Answers<Question, number>(
    (question, signal) =>
      new Promise((resolve, reject) => {
        const settle = async (isAnswer: boolean) => {
          if (isAnswer) resolve(question.name);
          else reject(new Error('No.'));
          for (let turn = 0; turn < 4; turn++) await Promise.resolve();
        };
        asked.push({question, signal, settle});
      }),
    ({name}) => settled.push(name),
  );
  return {answers, asked, settled};
}

describe('answers', () => {
  it('tells of failures as well, and asks for them no more', async () => {
    const {answers, asked, settled} = answersBy();
    const question = {name: 1};
    answers.want([question]);
    await asked[0]!.settle(false);
    expect([answers.of(question), answers.hasFailed(question), answers.isSettled(question)]).to.deep.equal([
      undefined,
      true,
      true,
    ]);
    expect(settled).to.deep.equal([1]);
    answers.want([question]);
    expect(asked).to.have.length(1);
  });

  it('gives up all that is not wanted any more', async () => {
    const {answers, asked, settled} = answersBy();
    const question = {name: 1};
    answers.want([question]);
    answers.want([]);
    expect(asked[0]!.signal.aborted).to.equal(true);
    await asked[0]!.settle(true);
    expect(settled).to.deep.equal([]);
    expect(answers.of(question)).to.equal(undefined);
  });

  it('has one search at a time and ends with every answer that is wanted, in whatever order they come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            wanted: fc.uniqueArray(fc.nat(5), {maxLength: 4}),
            passing: fc.option(fc.nat(5), {nil: undefined}),
            settled: fc.nat(3),
            isAnswer: fc.boolean(),
          }),
          {maxLength: 20},
        ),
        async (moves) => {
          const {answers, asked} = answersBy();
          const questions = Array.from({length: 6}, (_, name): Question => ({name}));
          const answered = new Set<unknown>();
          const open = () => asked.filter((one) => !one.signal.aborted && !answered.has(one));
          for (const {wanted, passing, settled, isAnswer} of moves) {
            const now = wanted.map((name) => questions[name]!);
            const hovered = passing === undefined ? undefined : questions[passing];
            answers.want(now, hovered);
            expect(open().length).to.be.at.most(1);
            const one = asked[settled % Math.max(1, asked.length)];
            if (one) {
              answered.add(one);
              await one.settle(isAnswer);
            }
            answers.want(now);
            for (let [next] = open(); next; [next] = open()) {
              answered.add(next);
              await next.settle(true);
              answers.want(now);
            }
            for (const question of now) expect(answers.isSettled(question)).to.equal(true);
          }
        },
      ),
      {numRuns: 200},
    );
  });
});
