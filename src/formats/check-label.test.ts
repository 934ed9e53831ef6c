import {expect} from '@open-wc/testing';
import type {JsonObject, JsonValue} from '../base/json.js';
import {checkLabel, checkOutputLine} from './check-label.js';

const labels = [{label: 'healthy'}, {label: 'leaf rust'}, {label: 'scab'}];

const one: JsonObject = {
  'class-name': 'leaf rust',
  'job-name': 'labeling-job/tree-health',
  confidence: 0,
  type: 'groundtruth/image-classification',
  'human-annotated': 'yes',
  'creation-date': '2024-05-02T10:11:12.345678',
};
const several: JsonObject = {
  'job-name': 'labeling-job/tree-health',
  'class-map': {0: 'healthy', 2: 'scab'},
  'human-annotated': 'yes',
  'creation-date': '2024-05-02T10:20:00.000201',
  'confidence-map': {0: 0, 2: 0.95},
  type: 'groundtruth/image-classification-multilabel',
};

const line = (value: JsonValue, metadata: JsonValue): JsonObject => ({
  'source-ref': 's3://b/1.jpg',
  health: value,
  'health-metadata': metadata,
});
const without = ({...members}: JsonObject, key: string) => {
  delete (members as {[key: string]: JsonValue})[key];
  return members;
};
const codes = (value: JsonValue, metadata: JsonValue) =>
  checkLabel(line(value, metadata), 'health', labels).map(({code, severity}) =>
    severity === 'error' ? code : `${code} (warning)`,
  );

describe('checkLabel', () => {
  it('finds nothing wrong with what the format says', () => {
    expect(codes(1, one)).to.deep.equal([]);
    expect(codes([2, 0], several)).to.deep.equal([]);
    expect(codes([], {...several, 'class-map': {}, 'confidence-map': {}})).to.deep.equal([]);
  });

  it('finds missing parts', () => {
    expect(checkLabel({source: 'a', health: 1}, 'health').map(({code}) => code)).to.deep.equal([
      'label/no-metadata',
    ]);
    expect(checkLabel({source: 'a', 'health-metadata': one}, 'health').map(({code}) => code)).to.deep.equal([
      'label/no-value',
    ]);
    for (const [key, code] of [
      ['class-name', 'label/no-class-name'],
      ['job-name', 'label/no-job-name'],
      ['confidence', 'label/no-confidence (warning)'],
      ['type', 'label/no-type'],
      ['human-annotated', 'label/human-annotated'],
      ['creation-date', 'label/no-creation-date'],
    ] as const) {
      expect(codes(1, without(one, key)), key).to.deep.equal([code]);
    }
    expect(codes([0, 2], without(several, 'class-map'))).to.deep.equal(['label/no-class-map']);
    expect(codes([0, 2], without(several, 'confidence-map'))).to.deep.equal(['label/no-confidence-map']);
  });

  it('finds values that contradict the format or the label list', () => {
    expect(codes(-1, one)).to.deep.equal(['label/class-id']);
    expect(codes(1.5, one)).to.deep.equal(['label/class-id']);
    expect(codes(0, one)).to.deep.equal(['label/class-name']);
    expect(codes(9, one)).to.deep.equal(['label/unknown-class']);
    expect(codes(1, {...one, confidence: 1.01})).to.deep.equal(['label/confidence']);
    expect(codes(1, {...one, confidence: '0'})).to.deep.equal(['label/confidence']);
    expect(codes(1, {...one, 'human-annotated': true})).to.deep.equal(['label/human-annotated']);
    expect(codes(1, {...one, 'creation-date': 'soon'})).to.deep.equal(['label/no-creation-date']);
    expect(codes(1, several)).to.deep.equal(['label/not-a-list']);
    expect(codes([0, 0, 2], several)).to.deep.equal(['label/duplicate-class']);
    expect(codes([0], several)).to.deep.equal(['label/unused-class', 'label/unused-class']);
    expect(codes([0, 1, 2], several)).to.deep.equal(['label/no-class-name', 'label/confidence-map']);
  });

  it('warns of forms that occur in real files and that the kit does not write', () => {
    expect(codes('1', one)).to.deep.equal(['label/id-as-text (warning)']);
    expect(codes(1, {...one, 'job-name': 'tree-health'})).to.deep.equal(['label/job-name-form (warning)']);
    expect(codes(1, {...one, 'creation-date': '2022-08-22T20:52:51.851Z'})).to.deep.equal([
      'label/creation-date-form (warning)',
    ]);
    expect(codes(1, {...one, type: 'groundTruth/image-classification'})).to.deep.equal([
      'label/type-case (warning)',
    ]);
    expect(codes(1, {...one, type: 'groundtruth/text-classification'})).to.deep.equal([
      'label/type-and-source (warning)',
    ]);
    expect(codes(1, {...one, type: 'mine'})).to.deep.equal(['label/unknown-type (warning)']);
  });

  it('takes a failed object for what it is', () => {
    const failed = {'failure-reason': 'ClientError', 'retry-count': 1, 'human-annotated': 'true'};
    expect(
      checkLabel({source: 'a', 'health-metadata': failed}, 'health').map(({code}) => code),
    ).to.deep.equal(['label/failed']);
  });

  it('checks the whole line', () => {
    expect(checkOutputLine('{"source":"a",', 'x')[0]?.code).to.equal('manifest/syntax');
    expect(checkOutputLine(JSON.stringify(line(1, one)), 'health', labels)).to.deep.equal([]);
  });
});
