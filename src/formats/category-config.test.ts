import {expect} from '@open-wc/testing';
import {readLabelCategories, writeLabelCategories} from './category-config.js';

const read = (value: unknown) => {
  const result = readLabelCategories(JSON.stringify(value));
  if (!result.ok) return result.problems.map(({code}) => code);
  const {config, ...rest} = result.value;
  expect(config).to.deep.equal(value);
  return rest;
};

describe('label category configuration', () => {
  it('is written and read back', () => {
    const text = writeLabelCategories([{label: 'person', shortDisplayName: 'per'}, {label: 'place'}], {
      short: '<p>Mark.</p>',
    });
    expect(text).to.equal(
      '{"document-version":"2018-11-28","labels":[{"label":"person","shortDisplayName":"per"},{"label":"place"}],"instructions":{"shortInstruction":"<p>Mark.</p>","fullInstruction":""}}',
    );
    expect(read(JSON.parse(text))).to.deep.equal({
      labels: [{label: 'person', shortDisplayName: 'per'}, {label: 'place'}],
      shortInstruction: '<p>Mark.</p>',
      fullInstruction: '',
      version: '2018-11-28',
    });
    expect(writeLabelCategories([{label: 'a'}])).to.equal(
      '{"document-version":"2018-11-28","labels":[{"label":"a"}]}',
    );
  });

  it('is read in both spellings', () => {
    expect(
      read({
        documentVersion: '2020-03-01',
        labels: [{label: 'Car', attributes: []}],
        instructions: {shortIntroduction: 's', fullIntroduction: 'f'},
      }),
    ).to.deep.equal({
      labels: [{label: 'Car'}],
      shortInstruction: 's',
      fullInstruction: 'f',
      version: '2020-03-01',
    });
  });

  it('reports other files', () => {
    expect(read([1])).to.deep.equal(['categories/no-labels']);
    expect(read({labels: {}})).to.deep.equal(['categories/no-labels']);
    expect(read({labels: [3]})).to.deep.equal(['labels/not-text']);
    expect(readLabelCategories('{').ok).to.equal(false);
  });
});
