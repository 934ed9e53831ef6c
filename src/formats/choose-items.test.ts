import {expect} from '@open-wc/testing';
import {
  chooseItems,
  everyItem,
  isItemChoice,
  manifestOfItems,
  sampleOf,
  type ItemChoice,
} from './choose-items.js';
import {openManifest} from './manifest.js';

const label = (name: string) =>
  `"bird":0,"bird-metadata":{"class-name":"${name}","type":"groundtruth/image-classification"}`;

const text = [
  `{"source":"a","lot":"Red 1",${label('duck')}}`,
  '{"source":"b","lot":"red 2","n":1.0}',
  'not json',
  '',
  '{"source":"c","lot":"Blue","n":1}\r',
  '{"source":"d","bird-metadata":{"failure-reason":"expired"}}',
].join('\n');

const choose = async (choice: Partial<ItemChoice>) => {
  const manifest = await openManifest(text);
  const items = await chooseItems(manifest, {...everyItem, ...choice});
  return {items: [...items], lines: await (await manifestOfItems(manifest, items)).text()};
};

describe('chooseItems', () => {
  it('takes the lines that nobody has labelled, failed ones too', async () => {
    expect((await choose({filter: {kind: 'unlabelled', attribute: 'bird'}})).items).to.deep.equal([1, 3, 4]);
  });

  it('looks at the value of a key: exactly, or for a part of it in either case', async () => {
    expect((await choose({filter: {kind: 'contains', key: 'lot', text: 'RED'}})).items).to.deep.equal([0, 1]);
    expect((await choose({filter: {kind: 'equals', key: 'lot', text: 'Blue'}})).items).to.deep.equal([3]);
    expect((await choose({filter: {kind: 'equals', key: 'n', text: '1'}})).items).to.deep.equal([1, 3]);
    expect((await choose({filter: {kind: 'contains', key: 'toString', text: ''}})).items).to.deep.equal([]);
  });

  it('gives the chosen lines byte for byte, in their order', async () => {
    const {lines} = await choose({filter: {kind: 'contains', key: 'lot', text: ''}});
    expect(lines).to.equal(
      `{"source":"a","lot":"Red 1",${label('duck')}}\n{"source":"b","lot":"red 2","n":1.0}\n{"source":"c","lot":"Blue","n":1}\r\n`,
    );
    expect((await choose({amount: {kind: 'first', count: 2}})).items).to.deep.equal([0, 1]);
    expect((await choose({})).lines).to.equal(text);
  });

  it('takes the same sample for the same seed, and all there are when there are fewer', async () => {
    const all = Uint32Array.from({length: 1000}, (_, index) => index);
    const one = [...sampleOf(all, 50, 7)];
    expect(one).to.deep.equal([...sampleOf(all, 50, 7)]);
    expect(one).to.not.deep.equal([...sampleOf(all, 50, 8)]);
    expect(new Set(one).size).to.equal(50);
    expect(one).to.deep.equal([...one].sort((a, b) => a - b));
    expect([...sampleOf(all.subarray(0, 3), 50, 7)]).to.deep.equal([0, 1, 2]);
    expect((await choose({amount: {kind: 'sample', count: 0, seed: 1}})).items).to.deep.equal([]);
  });

  it('takes every line of a large manifest as likely as any other', () => {
    const all = Uint32Array.from({length: 100}, (_, index) => index);
    const hits = new Array<number>(100).fill(0);
    for (let seed = 0; seed < 2000; seed++) for (const item of sampleOf(all, 10, seed)) hits[item]!++;
    // 200 expected, with a spread of 13.4: six of them on either side.
    expect(Math.min(...hits)).to.be.above(120);
    expect(Math.max(...hits)).to.be.below(280);
  });

  it('copies thousands of scattered lines as they are', async () => {
    const lines = Array.from({length: 4000}, (_, index) => `{"source":"${index}"}`);
    const manifest = await openManifest(`${lines.join('\n')}\n`);
    const odd = Uint32Array.from({length: 2000}, (_, index) => index * 2 + 1);
    const expected = lines.filter((_, index) => index % 2 === 1).join('\n');
    expect(await (await manifestOfItems(manifest, odd)).text()).to.equal(`${expected}\n`);
  });

  it('knows a choice from something else', () => {
    expect(isItemChoice(everyItem)).to.equal(true);
    expect(isItemChoice({filter: {kind: 'equals', key: 'a'}, amount: {kind: 'all'}})).to.equal(false);
    expect(isItemChoice({filter: {kind: 'toString'}, amount: {kind: 'all'}})).to.equal(false);
    expect(isItemChoice(null)).to.equal(false);
  });
});
