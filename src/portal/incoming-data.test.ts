import {expect} from '@open-wc/testing';
import {incomingData} from './incoming-data.js';

const file = (path: string, text = '') => ({path, file: new File([text], path.split('/').at(-1)!)});

describe('incomingData', () => {
  it('takes a manifest together with the pictures beside it', async () => {
    const files = [
      file('birds/a.jpg'),
      file('birds/in.manifest', '{"source-ref":"a.jpg"}'),
      file('birds/.DS_Store'),
    ];
    const data = await incomingData(files);
    if (!data.ok) throw new Error('not taken');
    expect(data.value.name).to.equal('in.manifest');
    expect(data.value.pictures.map(({path}) => path)).to.deep.equal(['birds/a.jpg']);
  });

  it('makes a manifest of a folder of pictures, in the order a person expects', async () => {
    const data = await incomingData([
      file('birds/img10.jpg'),
      file('birds/img2.JPG'),
      file('birds/.hidden.png'),
    ]);
    if (!data.ok) throw new Error('not taken');
    expect(data.value.name).to.equal('birds');
    expect(await data.value.manifest.text()).to.equal(
      '{"source-ref":"birds/img2.JPG"}\n{"source-ref":"birds/img10.jpg"}\n',
    );
  });

  it('makes a manifest of a text file and of a table', async () => {
    const text = await incomingData([file('notes.txt', 'one\n\ntwo\n')]);
    const table = await incomingData([file('notes.csv', '"a, b",1\nc,2\n')]);
    if (!text.ok || !table.ok) throw new Error('not taken');
    expect(await text.value.manifest.text()).to.equal('{"source":"one"}\n{"source":"two"}\n');
    expect(await table.value.manifest.text()).to.equal('{"source":"a, b"}\n{"source":"c"}\n');
  });

  it('takes the text column of a table with a heading and keeps the others', async () => {
    const table = await incomingData([file('notes.csv', 'id,text\n7,good\n8,bad\n')]);
    if (!table.ok) throw new Error('not taken');
    const lines = (await table.value.manifest.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines).to.deep.equal([
      {source: 'good', id: '7'},
      {source: 'bad', id: '8'},
    ]);
    const empty = await incomingData([file('empty.csv', '')]);
    expect(empty.ok ? [] : empty.problems.map(({code}) => code)).to.deep.equal(['portal/no-items']);
  });

  it('knows a column of pictures by its name and what is in it', async () => {
    const table = await incomingData([file('shots.csv', 'id,image\n7,s3://b/7.jpg\n')]);
    if (!table.ok) throw new Error('not taken');
    expect(await table.value.manifest.text()).to.equal('{"source-ref":"s3://b/7.jpg","id":"7"}\n');
    expect(table.value.table).to.include({header: true, column: 1, as: 'source-ref'});
  });

  it('says what to bring when there is nothing', async () => {
    const data = await incomingData([]);
    expect(data.ok ? [] : data.problems.map(({code}) => code)).to.deep.equal(['portal/no-files']);
  });

  it('takes a file without a known extension as a manifest, to be checked like any other', async () => {
    const data = await incomingData([file('dump', '{"source":"x"}')]);
    expect(data.ok && data.value.name).to.equal('dump');
  });
});
