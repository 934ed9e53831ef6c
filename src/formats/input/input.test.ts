import {expect} from '@open-wc/testing';
import type {Result} from '../../base/result.js';
import {manifestOfCsv} from './csv-manifest.js';
import {manifestOfImages} from './image-manifest.js';
import {manifestOfText, type MadeManifest} from './text-manifest.js';

async function linesOf(result: Result<MadeManifest>): Promise<string[]> {
  if (!result.ok) return result.problems.map(({code}) => code);
  const lines = (await result.value.manifest.text()).trimEnd().split('\n');
  expect(lines.length).to.equal(result.value.lineCount);
  return lines;
}

describe('manifestOfImages', () => {
  it('makes a line for each image, in the order a person expects', () => {
    expect(
      manifestOfImages(
        [
          'b/img10.jpg',
          'b/img2.JPG',
          'a/ä #1.png',
          'notes.txt',
          '.DS_Store',
          'b/._img2.jpg',
          '__MACOSX/x.png',
          'jpg',
        ],
        's3://bucket/in',
      ),
    ).to.deep.equal({
      images: ['a/ä #1.png', 'b/img2.JPG', 'b/img10.jpg'],
      others: ['notes.txt', '.DS_Store', 'b/._img2.jpg', '__MACOSX/x.png', 'jpg'],
      lines: [
        '{"source-ref":"s3://bucket/in/a/ä #1.png"}',
        '{"source-ref":"s3://bucket/in/b/img2.JPG"}',
        '{"source-ref":"s3://bucket/in/b/img10.jpg"}',
      ],
    });
  });

  it('keeps references relative and takes Windows paths', () => {
    expect(manifestOfImages(['in\\a.webp']).lines).to.deep.equal(['{"source-ref":"in/a.webp"}']);
  });
});

describe('manifestOfText', () => {
  it('makes an item of each line that is not blank', async () => {
    const result = await manifestOfText('\ufefffirst\r\n\r\n "second"\t\n\nlast');
    expect(await linesOf(result)).to.deep.equal([
      '{"source":"first"}',
      '{"source":" \\"second\\"\\t"}',
      '{"source":"last"}',
    ]);
    expect(result.ok && result.value.blank).to.equal(2);
  });

  it('reads large files, and characters that lie across two slices', async () => {
    const lines = Array.from({length: 100_000}, (_, index) => `${index} ${'ü€😀'.repeat(8)}`);
    const result = await manifestOfText(new Blob([lines.join('\n')]));
    const made = await linesOf(result);
    expect(made.length).to.equal(lines.length);
    expect(made.every((line, index) => line === JSON.stringify({source: lines[index]}))).to.equal(true);
  });

  it('reports files without a text and other encodings', async () => {
    expect(await linesOf(await manifestOfText(' \n\n'))).to.deep.equal(['import/empty']);
    expect(await linesOf(await manifestOfText(new Blob([Uint8Array.of(0x63, 0xe9, 10)])))).to.deep.equal([
      'import/not-utf8',
    ]);
  });
});

describe('manifestOfCsv', () => {
  const table = 'id,text,lang\r\n1,"Leaves, ""curled""\nafter rain.",en\r\n2,,en\r\n\r\n3,Früh,de\r\n';

  it('takes a column by its name, and other columns as members', async () => {
    expect(
      await linesOf(await manifestOfCsv(table, {header: true, column: 'text', keepColumns: true})),
    ).to.deep.equal([
      '{"source":"Leaves, \\"curled\\"\\nafter rain.","id":"1","lang":"en"}',
      '{"source":"Früh","id":"3","lang":"de"}',
    ]);
  });

  it('takes references of pictures from a column', async () => {
    expect(
      await linesOf(
        await manifestOfCsv('id,photo\n7,s3://b/x.jpg\n', {
          header: true,
          column: 'photo',
          keepColumns: true,
          as: 'source-ref',
        }),
      ),
    ).to.deep.equal(['{"source-ref":"s3://b/x.jpg","id":"7"}']);
  });

  it('takes the first column and every row when nothing is said', async () => {
    expect(await linesOf(await manifestOfCsv('a;b\nc;d'))).to.deep.equal([
      '{"source":"a"}',
      '{"source":"c"}',
    ]);
  });

  it('reports columns that do not exist and quotation marks that do not end', async () => {
    expect(await linesOf(await manifestOfCsv(table, {header: true, column: 'body'}))).to.deep.equal([
      'import/no-column',
    ]);
    expect(await linesOf(await manifestOfCsv(table, {column: 3}))).to.deep.equal(['import/no-column']);
    expect(await linesOf(await manifestOfCsv('a,b\n"c,d\n'))).to.deep.equal(['import/quotes']);
    expect(await linesOf(await manifestOfCsv(''))).to.deep.equal(['import/no-column']);
  });

  it('takes column names that mean something to JavaScript or to manifests', async () => {
    expect(
      await linesOf(
        await manifestOfCsv('t,__proto__,source-ref,$x\na,1,2,3\n', {
          header: true,
          column: 't',
          keepColumns: true,
        }),
      ),
    ).to.deep.equal(['{"source":"a","__proto__":"1"}']);
  });
});
