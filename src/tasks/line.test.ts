import {expect} from '@open-wc/testing';
import {checkOutputLine} from '../formats/check-label.js';
import {parseLine} from '../formats/parse-line.js';
import {classification} from './classification.js';
import {priorAnswer, toLine} from './line.js';
import {multiLabel} from './multi-label.js';
import type {Task} from './task.js';
import {likelyTaskType} from './task-types.js';

const labels = [{label: 'healthy'}, {label: 'leaf rust'}];
const facts = {
  type: 'groundtruth/image-classification',
  attribute: 'health',
  jobName: 'Tree-Health',
  createdAt: Date.UTC(2024, 4, 2, 10, 11, 12, 345),
};

function taskFor(text: string): Task {
  const result = parseLine(text);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return {entry: result.value, labels};
}

describe('toLine', () => {
  const text = '{"source-ref": "s3://b/1.jpg", "n": 1.0, "id": 12345678901234567890}';
  const task = taskFor(text);
  const labelled = toLine(task.entry, classification.toLabel({label: 'leaf rust'}, task), facts);

  it('extends the text of the line', () => {
    expect(labelled).to.equal(
      '{"source-ref": "s3://b/1.jpg", "n": 1.0, "id": 12345678901234567890,"health":1,"health-metadata":{"class-name":"leaf rust","job-name":"labeling-job/tree-health","confidence":0,"type":"groundtruth/image-classification","human-annotated":"yes","creation-date":"2024-05-02T10:11:12.345000"}}',
    );
    expect(checkOutputLine(labelled, 'health', labels)).to.deep.equal([]);
  });

  it('replaces an earlier label in its place', () => {
    const again = taskFor(labelled);
    expect(toLine(again.entry, classification.toLabel({label: 'leaf rust'}, again), facts)).to.equal(
      labelled,
    );
    const changed = toLine(again.entry, classification.toLabel({label: 'healthy'}, again), facts);
    expect(changed).to.equal(labelled.replace('"health":1', '"health":0').replace('leaf rust', 'healthy'));
  });

  it('leaves other labels alone, number for number', () => {
    const chained = toLine(
      taskFor(labelled).entry,
      {value: [0], metadata: {}},
      {...facts, attribute: 'second'},
    );
    expect(chained.startsWith(labelled.slice(0, -1))).to.equal(true);
  });

  it('writes text and multi-label lines that pass the validators', () => {
    const notes = taskFor('{"source":"Leaves curl."}');
    const line = toLine(notes.entry, multiLabel.toLabel({labels: ['leaf rust']}, notes), {
      ...facts,
      type: multiLabel.groundTruthType(notes.entry),
    });
    expect(checkOutputLine(line, 'health', labels)).to.deep.equal([]);
    expect(likelyTaskType(taskFor(line).entry)).to.equal(multiLabel);
  });

  it('is read back as the answer it came from', () => {
    expect(priorAnswer(classification, taskFor(labelled), 'health')).to.deep.equal({
      ok: true,
      value: {label: 'leaf rust'},
    });
    expect(priorAnswer(classification, task, 'health')).to.equal(undefined);
    const failed = taskFor('{"source":"a","health-metadata":{"failure-reason":"x"}}');
    expect(priorAnswer(classification, failed, 'health')).to.equal(undefined);
  });
});
