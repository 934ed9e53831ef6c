import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {checkOutputLine} from '../../src/formats/check-label.js';
import {parseLine} from '../../src/formats/parse-line.js';
import {classification} from '../../src/tasks/classification.js';
import {priorAnswer, toLine} from '../../src/tasks/line.js';
import {multiLabel} from '../../src/tasks/multi-label.js';
import type {Task} from '../../src/tasks/task.js';

const name = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', 'Caf\u00e9', 'Cafe\u0301', '0', ' x '),
  fc.string({unit: 'grapheme', minLength: 1, maxLength: 12}).filter((text) => text.trim() !== ''),
);
const labels = fc
  .uniqueArray(name, {minLength: 2, maxLength: 12})
  .map((list) => list.map((label) => ({label})));
const source = fc.oneof(
  fc.constant({'source-ref': 's3://b/1.jpg'}),
  fc.constant({'source-ref': 's3://b/1.mp4'}),
  fc.constant({source: 'a text'}),
);
const comment = fc.option(
  fc.string({minLength: 1, maxLength: 20}).map((text) => text.trim()),
  {nil: undefined},
);
const facts = {attribute: 'x', jobName: 'Job', createdAt: Date.UTC(2024, 1, 29, 23, 59, 59, 999)};

const withComment = <T extends object>(answer: T, text: string | undefined) =>
  text ? {...answer, workerComment: text} : answer;

describe('task type laws', () => {
  it('classification: answer, document, label and line say the same', () => {
    fc.assert(
      fc.property(labels, fc.nat(), source, comment, (list, at, entry, text) => {
        const task: Task = {entry, labels: list};
        const label = (list[at % list.length] as {label: string}).label;
        const answer = withComment({label}, text);
        const document = classification.fromAnswer(answer, task);
        if (!document.ok) throw new Error('expected a document');
        expect(classification.check(document.value, task)).to.deep.equal([]);
        expect(classification.toAnswer(document.value, task)).to.deep.equal(answer);

        const parts = classification.toLabel({label}, task);
        expect(classification.fromLabel(parts.value, parts.metadata, task)).to.deep.equal({
          ok: true,
          value: {label},
        });
        const line = toLine(entry, parts, {...facts, type: classification.groundTruthType(entry)});
        expect(checkOutputLine(line, 'x', list)).to.deep.equal([]);
        const read = parseLine(line);
        if (!read.ok) throw new Error('expected an entry');
        const again: Task = {entry: read.value, labels: list};
        expect(priorAnswer(classification, again, 'x')).to.deep.equal({ok: true, value: {label}});
        expect(toLine(read.value, parts, {...facts, type: classification.groundTruthType(entry)})).to.equal(
          line,
        );
      }),
    );
  });

  it('multi-label: answer, document, label and line say the same', () => {
    fc.assert(
      fc.property(
        labels,
        fc.array(fc.nat(), {minLength: 1, maxLength: 12}),
        source,
        comment,
        (list, picks, entry, text) => {
          const task: Task = {entry, labels: list};
          const ids = [...new Set(picks.map((pick) => pick % list.length))].sort((a, b) => a - b);
          const chosen = ids.map((id) => (list[id] as {label: string}).label);
          const answer = withComment({labels: chosen}, text);
          const document = multiLabel.fromAnswer({...answer, labels: chosen.toReversed()}, task);
          if (!document.ok) throw new Error('expected a document');
          expect(multiLabel.check(document.value, task)).to.deep.equal([]);
          expect(multiLabel.toAnswer(document.value, task)).to.deep.equal(answer);

          const parts = multiLabel.toLabel({labels: chosen}, task);
          expect(parts.value).to.deep.equal(ids);
          expect(multiLabel.fromLabel(parts.value, parts.metadata, task)).to.deep.equal({
            ok: true,
            value: {labels: chosen},
          });
          const line = toLine(entry, parts, {...facts, type: multiLabel.groundTruthType(entry)});
          expect(
            checkOutputLine(line, 'x', list).filter(({code}) => code !== 'label/unknown-type'),
          ).to.deep.equal([]);
        },
      ),
    );
  });

  it('nothing on a line or in an answer makes a task type throw', () => {
    fc.assert(
      fc.property(
        labels,
        fc.jsonValue(),
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.anything(),
        (list, value, metadata, answer) => {
          const task: Task = {entry: {source: 'a'}, labels: list, exclusionLabel: 'none'};
          for (const taskType of [classification, multiLabel]) {
            taskType.fromLabel(value as never, metadata as never, task);
            const document = taskType.fromAnswer(answer, task);
            if (document.ok) taskType.check(document.value, task);
          }
        },
      ),
    );
  });
});
