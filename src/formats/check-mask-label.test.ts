import {expect} from '@open-wc/testing';
import type {JsonObject, JsonValue} from '../base/json.js';
import {checkLabel} from './check-label.js';

const labels = [{label: 'leaf'}, {label: 'trunk'}];
const background = {'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0};
const leaf = {'class-name': 'leaf', 'hex-color': '#2ca02c', confidence: 0};
const trunk = {'class-name': 'trunk', 'hex-color': '#1f77b4', confidence: 0};
const path = 's3://b/canopy/annotations/consolidated-annotation/output/0_2024-05-02T11:20:31.918770.png';
const facts = {
  type: 'groundtruth/semantic-segmentation',
  'human-annotated': 'yes',
  'creation-date': '2024-05-02T11:20:31.953102',
  'job-name': 'labeling-job/canopy',
};

const codes = (map: JsonValue, value: JsonValue = path, more: JsonObject = {}) =>
  checkLabel(
    {
      'source-ref': 's3://b/1.jpg',
      'canopy-ref': value,
      'canopy-ref-metadata': {'internal-color-map': map, ...facts, ...more},
    },
    'canopy-ref',
    labels,
  ).map(({code, at, severity}) => `${code} ${at}${severity === 'error' ? '' : ' (warning)'}`);

const at = (id: number) => `canopy-ref-metadata.internal-color-map.${id}`;

describe('checkLabel on masks', () => {
  it('finds nothing wrong with what jobs write', () => {
    expect(codes({0: background, 1: leaf, 2: trunk})).to.deep.equal([]);
    expect(
      codes({0: background, 1: leaf, 2: {...leaf, 'hex-color': '#1F77B4'}}, path, {
        type: 'groundtruth/custom',
      }),
    ).to.deep.equal([]);
  });

  it('finds missing parts', () => {
    expect(codes({0: background}, 7)).to.deep.equal(['label/not-a-reference canopy-ref']);
    expect(codes([])).to.deep.equal(['label/no-color-map canopy-ref-metadata.internal-color-map']);
    expect(codes({0: background, 1: {'hex-color': '#000001', confidence: 0}})).to.deep.equal([
      `label/no-class-name ${at(1)}`,
    ]);
    expect(codes({0: background, 1: {...leaf, 'hex-color': 'green'}})).to.deep.equal([
      `label/hex-color ${at(1)}`,
    ]);
  });

  it('finds classes that cannot be told apart, and odd ones', () => {
    expect(codes({0: background, 1: leaf, 2: {...trunk, 'hex-color': '#2CA02C'}})).to.deep.equal([
      `label/same-color ${at(2)}`,
    ]);
    expect(codes({0: background, 1: {...leaf, 'class-name': 'moss'}})).to.deep.equal([
      `label/class-name ${at(1)} (warning)`,
    ]);
    expect(codes({0: background, 1: {...leaf, confidence: 2}})).to.deep.equal([`label/confidence ${at(1)}`]);
    expect(codes({0: {'class-name': 'leaf', 'hex-color': '#23A436'}})).to.deep.equal([
      `label/no-confidence ${at(0)} (warning)`,
      'label/no-background canopy-ref-metadata.internal-color-map (warning)',
    ]);
  });
});
