import {expect} from '@open-wc/testing';
import {readLabels} from './labels.js';

const texts = (source: unknown) => {
  const result = readLabels(source);
  return result.ok ? result.value.map(({label}) => label) : undefined;
};
const codes = (source: unknown) => {
  const result = readLabels(source);
  return (result.ok ? (result.warnings ?? []) : result.problems).map(({code, at}) => `${at} ${code}`);
};

describe('readLabels', () => {
  it('reads texts and objects, from a page or from an attribute', () => {
    const labels = [
      'cat',
      {label: 'dog', color: '#1f77b4', shortcut: 'd', shortDisplayName: 'dg', description: 'Barks.'},
    ];
    const expected = [{label: 'cat'}, labels[1]];
    expect(readLabels(labels)).to.deep.equal({ok: true, value: expected});
    expect(readLabels(JSON.stringify(labels))).to.deep.equal({ok: true, value: expected});
  });

  it('reads lists as page authors write them', () => {
    expect(texts("['Cat', 'Dog\\'s', \"x\",]")).to.deep.equal(['Cat', "Dog's", 'x']);
    expect(texts("[{label: 'a', color: '#ABCDEF'}, /* old */ {'label': 'b'} // end\n]")).to.deep.equal([
      'a',
      'b',
    ]);
    expect(texts("['\\x41\\u00e9\\n']")).to.deep.equal(['Aé\n']);
  });

  it('runs nothing and says where a list cannot be read', () => {
    const result = readLabels("['a', alert(1)]");
    expect(!result.ok && result.problems[0]).to.include({code: 'labels/syntax', column: 7});
    expect(codes('[')).to.deep.equal(['labels labels/syntax']);
    expect(codes('cat, dog')).to.deep.equal(['labels labels/syntax']);
    expect(codes(`${'['.repeat(100_000)}`)).to.deep.equal(['labels labels/syntax']);
  });

  it('reports what is no list', () => {
    for (const source of ['{"length":1000000000}', {length: 1e9}, 7, null, undefined, true]) {
      expect(codes(source), String(source)).to.deep.equal(['labels labels/not-a-list']);
    }
    expect(codes('')).to.deep.equal(['labels labels/empty-list']);
    expect(codes([])).to.deep.equal(['labels labels/empty-list']);
    expect(codes(new Array(1e9))).to.deep.equal(['labels labels/too-many']);
  });

  it('leaves out what cannot be used and keeps the others, exactly as written', () => {
    expect(texts([' cat ', '', ' ', 7, null, ['x'], {}, {label: 3}, 'dog', 'dog'])).to.deep.equal([
      ' cat ',
      'dog',
    ]);
    expect(codes(['', 7, {}, 'dog', 'dog'])).to.deep.equal([
      'labels[0] labels/blank',
      'labels[1] labels/not-text',
      'labels[2] labels/not-text',
      'labels[4] labels/duplicate',
    ]);
  });

  it('keeps labels that only look alike and warns', () => {
    const labels = ['Caf\u00e9', 'Cafe\u0301', 'café ', 'other'];
    expect(texts(labels)).to.deep.equal(labels);
    expect(codes(labels)).to.deep.equal(['labels[1] labels/alike', 'labels[2] labels/alike']);
  });

  it('warns of long labels and of fields that cannot be used', () => {
    expect(codes(['x'.repeat(257)])).to.deep.equal(['labels[0] labels/too-long']);
    expect(codes(['😀'.repeat(256)])).to.deep.equal([]);
    const result = readLabels([{label: 'a', color: 'red;background:url(x)', shortcut: 'ab', description: 1}]);
    expect(result.ok && result.value).to.deep.equal([{label: 'a'}]);
    expect(result.ok && result.warnings?.map(({at}) => at)).to.deep.equal([
      'labels[0].color',
      'labels[0].shortcut',
      'labels[0].description',
    ]);
  });

  it('takes names that mean something to JavaScript for labels', () => {
    const labels = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    expect(texts(labels)).to.deep.equal(labels);
    expect(texts("[{__proto__: {label: 'no'}, label: 'yes'}]")).to.deep.equal(['yes']);
    expect(texts("[{__proto__: {label: 'no'}}]")).to.equal(undefined);
  });

  it('reads 10,000 labels at once', () => {
    const labels = Array.from({length: 10_000}, (_, index) => `label ${index}`);
    expect(texts(labels)).to.deep.equal(labels);
  });
});
