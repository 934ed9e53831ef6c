import {expect} from '@open-wc/testing';
import {creationDate, jobNameInMetadata, metadataOf, readCreationDate} from './metadata.js';

const time = Date.UTC(2024, 4, 2, 10, 11, 12, 345);

describe('metadata', () => {
  it('is written in the key order of real files', () => {
    const facts = {jobName: 'Tree-Health', createdAt: time};
    const one = metadataOf(
      {confidence: 0, 'class-name': 'leaf rust'},
      {...facts, type: 'groundtruth/image-classification'},
    );
    expect(JSON.stringify(one)).to.equal(
      '{"class-name":"leaf rust","job-name":"labeling-job/tree-health","confidence":0,"type":"groundtruth/image-classification","human-annotated":"yes","creation-date":"2024-05-02T10:11:12.345000"}',
    );
    const several = metadataOf(
      {'confidence-map': {0: 0}, 'class-map': {0: 'scab'}},
      {...facts, type: 'groundtruth/image-classification-multilabel'},
    );
    expect(Object.keys(several)).to.deep.equal([
      'job-name',
      'class-map',
      'human-annotated',
      'creation-date',
      'confidence-map',
      'type',
    ]);
    const other = metadataOf(
      {objects: [], 'adjustment-status': 'adjusted', 'class-map': {}},
      {...facts, type: 'groundtruth/object-detection'},
    );
    expect(Object.keys(other)).to.deep.equal([
      'objects',
      'class-map',
      'type',
      'human-annotated',
      'creation-date',
      'job-name',
      'adjustment-status',
    ]);
  });

  it('dates to the microsecond', () => {
    expect(creationDate(time + 0.5)).to.equal('2024-05-02T10:11:12.345500');
    expect(creationDate(time)).to.equal('2024-05-02T10:11:12.345000');
    expect(creationDate(0.9999)).to.equal('1970-01-01T00:00:00.000999');
  });

  it('reads every form of date that real files have', () => {
    expect(readCreationDate('2024-05-02T10:11:12.345000')).to.equal(time);
    expect(readCreationDate('2024-05-02T10:11:12.345Z')).to.equal(time);
    expect(readCreationDate('2024-05-02T10:11:12.345+0000')).to.equal(time);
    expect(readCreationDate('2024-05-02T12:11:12+02:00')).to.equal(time - 345);
    expect(readCreationDate('Thu May 02 2024 03:11:12 GMT-0700 (Pacific Daylight Time)')).to.equal(
      time - 345,
    );
    expect(readCreationDate('yesterday')).to.equal(undefined);
    expect(readCreationDate('2024-13-45T10:11:12')).to.equal(undefined);
  });

  it('prefixes the job name once', () => {
    expect(jobNameInMetadata('My-Job')).to.equal('labeling-job/my-job');
    expect(jobNameInMetadata('labeling-job/My-Job')).to.equal('labeling-job/my-job');
  });
});
