import {expect} from '@open-wc/testing';
import {openManifest} from './manifest.js';
import {outputManifest} from './output-manifest.js';

async function output(
  source: Blob | string,
  lines: readonly (readonly [number, string])[] = [],
): Promise<Uint8Array> {
  const manifest = await openManifest(source);
  return new Uint8Array(await new Response(outputManifest(manifest, new Map(lines))).arrayBuffer());
}

const text = async (...args: Parameters<typeof output>) => new TextDecoder().decode(await output(...args));

describe('outputManifest', () => {
  it('puts new lines in the places of old ones, in the order of the input', async () => {
    expect(
      await text('{"source":"a"}\n{"source":"b"}\n{"source":"c"}\n{"source":"d"}', [
        [3, '{"D":1}'],
        [1, '{"B":1}'],
      ]),
    ).to.equal('{"source":"a"}\n{"B":1}\n{"source":"c"}\n{"D":1}\n');
  });

  it('ends lines with \\n, without BOM and blank lines', async () => {
    expect(await text('\ufeff\r\n{"source":"a"}\r\n\n \n{"source":"b"}\r\n\n')).to.equal(
      '{"source":"a"}\n{"source":"b"}\n',
    );
    expect(await text('{"source":"a"}\n\n{"source":"b"}', [[0, '{}']])).to.equal('{}\n{"source":"b"}\n');
  });

  it('copies bytes that are not UTF-8, and lines that are not JSON', async () => {
    const input = Uint8Array.from([0x7b, 0xff, 0xfe, 0x22, 10, 0x20, 0x00, 0x20, 10]);
    expect(Array.from(await output(new Blob([input])))).to.deep.equal(Array.from(input));
  });

  it('is the input, byte for byte, when nothing is new', async () => {
    const lines = Array.from(
      {length: 40_000},
      (_, at) => `{"source" : "${'é'.repeat(at % 90)}", "n": 1.0}\n`,
    );
    const input = lines.join('');
    expect((await text(input)) === input).to.equal(true);
    const windows = lines.map((line) => line.replace('\n', '\r\n')).join('');
    expect((await text(windows)) === input).to.equal(true);
  });

  it('makes one line of a text with line breaks', async () => {
    expect(await text('{"source":"a"}', [[0, '{\n"a":1\r\n}\n']])).to.equal('{ "a":1 }\n');
  });

  it('is empty for an empty manifest', async () => {
    expect(await text('\n')).to.equal('');
  });

  it('refuses a line for an item that does not exist', async () => {
    const manifest = await openManifest('{"source":"a"}');
    expect(() => outputManifest(manifest, new Map([[1, '{}']]))).to.throw(RangeError, 'item 1');
  });
});
