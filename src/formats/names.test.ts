import {expect} from '@open-wc/testing';
import {checkJobName, checkLabelAttributeName, defaultLabelAttributeName} from './names.js';

const job = (name: string) => checkJobName(name).map(({code}) => code);
const attribute = (name: string, type?: string) =>
  checkLabelAttributeName(name, type).map(({code, severity}) => `${code} ${severity}`);

describe('names', () => {
  it('checks job names', () => {
    expect(job('tree-health-2')).to.deep.equal([]);
    expect(job('a'.repeat(63))).to.deep.equal([]);
    expect(job('')).to.deep.equal(['name/empty']);
    expect(job('a'.repeat(64))).to.deep.equal(['name/too-long']);
    for (const name of ['-a', 'a-', 'a_b', 'a b', 'é', 'a.b'])
      expect(job(name), name).to.deep.equal(['name/characters']);
  });

  it('checks label attribute names', () => {
    expect(attribute('tree-health')).to.deep.equal([]);
    expect(attribute('fruit_BB')).to.deep.equal(['name/characters warning']);
    expect(attribute('')).to.deep.equal(['name/empty error']);
    expect(attribute('source')).to.deep.equal(['name/reserved error']);
    expect(attribute('source-ref', 'groundtruth/image-classification')).to.deep.equal([
      'name/reserved error',
    ]);
    expect(attribute('x-metadata')).to.deep.equal(['name/metadata error']);
    expect(attribute('a$b')).to.deep.equal(['name/dollar error']);
    expect(attribute('a'.repeat(128))).to.deep.equal(['name/too-long error']);
  });

  it('asks for -ref exactly where the label is a reference', () => {
    expect(attribute('mask', 'groundtruth/semantic-segmentation')).to.deep.equal(['name/needs-ref error']);
    expect(attribute('mask-ref', 'groundtruth/semantic-segmentation')).to.deep.equal([]);
    expect(attribute('cat-ref', 'groundtruth/image-classification')).to.deep.equal(['name/not-ref error']);
    expect(attribute('cloud', 'groundtruth/point_cloud_object_detection')).to.deep.equal([]);
    expect(defaultLabelAttributeName('canopy', 'groundtruth/semantic-segmentation')).to.equal('canopy-ref');
    expect(defaultLabelAttributeName('canopy', 'groundtruth/image-classification')).to.equal('canopy');
  });
});
