import {expect} from '@open-wc/testing';
import type {Problem} from '../base/result.js';
import {checkManifest} from './check-manifest.js';
import {openManifest} from './manifest.js';

async function problemsOf(source: Blob | string): Promise<Problem[]> {
  const problems: Problem[] = [];
  for await (const problem of checkManifest(source)) problems.push(problem);
  return problems;
}

const blob = (...parts: readonly (string | readonly number[])[]) =>
  new Blob(parts.map((part) => (typeof part === 'string' ? part : Uint8Array.from(part))));

const json = (value: unknown) => JSON.stringify(value, null, 2);

/** Files that are something else, and the words that must name them. */
const others: readonly (readonly [file: string, source: Blob | string, words: string])[] = [
  ['gzip', blob([0x1f, 0x8b, 8, 0, 0]), 'a gzip archive'],
  ['zip', blob([0x50, 0x4b, 3, 4, 20]), 'a zip archive'],
  ['PNG', blob([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'a PNG image'],
  ['JPEG', blob([0xff, 0xd8, 0xff, 0xe0]), 'a JPEG image'],
  ['PDF', '%PDF-1.7\n', 'a PDF document'],
  ['empty', '', 'no entries'],
  ['only blanks', ' \r\n\t\n\n', 'no entries'],
  ['only blanks, longer than what is read first', '\n'.repeat(200_000), 'no entries'],
  ['JSON array', '[{"source":"a"},{"source":"b"}]', 'a JSON array'],
  ['JSON array over lines', '[\n{"source":"a"},\n{"source":"b"}\n]\n', 'a JSON array'],
  ['pretty-printed object', json({source: 'a', more: {b: 1}}), 'JSON spread over several lines'],
  [
    'several pretty-printed objects',
    `${json({source: 'a'})}\n${json({source: 'b'})}\n`,
    'JSON spread over several lines',
  ],
  ['label categories', json({'document-version': '2018-11-28', labels: [{label: 'cat'}]}), 'label category'],
  ['label categories on a line', '{"labels":[{"label":"cat"}]}', 'label category'],
  ['SeqLabel', `{"tracking-annotations":[${'{"frame":"x"},'.repeat(20_000)}{}]}`, 'SeqLabel.json'],
  ['sequence file', '{"seq-no":1,"prefix":"s3://b/","number-of-frames":0,"frames":[]}', 'a sequence file'],
  [
    'consolidation response',
    json([{datasetObjectId: '0', consolidatedAnnotation: {content: {}}}]),
    'a consolidation response',
  ],
  ['worker response', '{"answers":[]}', 'a worker response'],
  ['CSV', 'id,text\n1,"a, b"\n2,c\n', 'a table (CSV)'],
  ['CSV with semicolons', 'id;text\r\n1;a\r\n', 'a table (CSV)'],
  ['plain text', 'Leaves curl.\nHarvest was early.\n', 'plain text'],
  ['web page', '<!doctype html><title>Sign in</title>', 'a web page'],
  ['CR only', '{"source":"a"}\r{"source":"b"}\r', 'carriage returns'],
  [
    'UTF-16 without a mark',
    blob(Array.from('{"source":"a"}\n', (c) => [c.charCodeAt(0), 0]).flat()),
    'UTF-16 without',
  ],
  ['UTF-32', blob([0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0]), 'UTF-32'],
];

describe('checkManifest', () => {
  for (const [file, source, words] of others) {
    it(`names a file that is something else in one sentence: ${file}`, async () => {
      const problems = await problemsOf(source);
      expect(problems).to.have.length(1);
      expect(problems[0]?.message).to.contain(words);
      expect(problems[0]).to.include({at: 'file', line: 1, severity: 'error'});
      expect((await openManifest(source)).problem).to.deep.equal(problems[0]);
    });
  }

  it('reports every line, in order, and goes on after each', async () => {
    const problems = await problemsOf(
      blob(
        '{"source":"ok"}\n',
        '{"source": "trailing",}\n\r\n',
        '{"source": "caf',
        [0xe9],
        '"}\n',
        '{"label": 1}\n{"source":"ok","k":1,"k":2}\n{"source":"a"}{"source":"b"}',
      ),
    );
    expect(problems.map(({code, line, severity}) => `${line} ${code} ${severity}`)).to.deep.equal([
      '2 manifest/syntax error',
      '4 manifest/not-utf8 error',
      '5 manifest/no-source error',
      '6 manifest/duplicate-key warning',
      '7 manifest/syntax error',
    ]);
  });

  it('does not take one bad line at the beginning for another kind of file', async () => {
    const problems = await problemsOf('# my manifest\n{"source":"a"}\n{"source":"b"}\n');
    expect(problems.map(({code, line}) => `${line} ${code}`)).to.deep.equal(['1 manifest/syntax']);
    const broken = await problemsOf("{'source':'a'}\n{\"source\": NaN}\n{\"source\": 'b'}\n");
    expect(broken.map(({line}) => line)).to.deep.equal([1, 2, 3]);
  });

  it('finds nothing wrong with a good manifest', async () => {
    expect(await problemsOf('{"source":"a"}\r\n{"source-ref":"s3://b/k"}')).to.deep.equal([]);
  });

  it('reports a file that cannot be read instead of throwing', async () => {
    const gone = new Blob(['{"source":"a"}']);
    Object.defineProperty(gone, 'slice', {
      value: () => ({arrayBuffer: () => Promise.reject(new Error('gone'))}),
    });
    expect((await problemsOf(gone)).map(({code}) => code)).to.deep.equal(['manifest/unreadable']);
  });
});
