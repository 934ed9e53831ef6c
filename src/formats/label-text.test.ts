import {expect} from '@open-wc/testing';
import {labelsInText} from './label-text.js';

const names = (text: string) => {
  const read = labelsInText(text);
  return read.ok ? read.value.labels.map(({label}) => label) : read.problems.map(({code}) => code);
};

describe('labelsInText', () => {
  it('takes a label a line, or one line with commas', () => {
    expect(names('cat\r\n dog, small \n\nneither')).to.deep.equal(['cat', 'dog, small', 'neither']);
    expect(names('cat, dog ,neither')).to.deep.equal(['cat', 'dog', 'neither']);
  });

  it('takes JSON lists, in single quotation marks too, with colours', () => {
    expect(names(`['cat', 'dog']`)).to.deep.equal(['cat', 'dog']);
    const read = labelsInText('[{"label":"cat","color":"#ff0000","shortcut":"c"}]');
    expect(read.ok && read.value.labels).to.deep.equal([{label: 'cat', color: '#ff0000', shortcut: 'c'}]);
  });

  it('takes a label category file with its instructions', () => {
    const read = labelsInText(
      '{"document-version":"2018-11-28","labels":[{"label":"cat"}],"instructions":{"shortInstruction":"<b>Look</b>","fullInstruction":"x"}}',
    );
    expect(read.ok && read.value.shortInstruction).to.equal('<b>Look</b>');
  });

  it('says what is wrong', () => {
    expect(names('')).to.deep.equal(['labels/empty-list']);
    expect(names('{"categories":[]}')).to.deep.equal(['categories/no-labels']);
    expect(names('["cat", ')).to.deep.equal(['labels/syntax']);
  });
});
