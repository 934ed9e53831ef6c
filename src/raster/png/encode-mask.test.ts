import {expect} from '@open-wc/testing';
import {numbers} from '../../../test/helpers/numbers.js';
import {byBrowser, byFastPng, byPngjs, type Pixels} from '../../../test/helpers/png-decoders.js';
import {hexOf, maskColors, rgbOf} from '../colors.js';
import {encodeTile, tileGrid} from '../tiles.js';
import {decodeInstancePng, decodeMaskPng} from './decode-mask.js';
import {encodeInstancePng, encodeMaskPng, type MaskToEncode} from './encode-mask.js';
import type {TilePixels} from './pixel-bands.js';

/** Overlapping discs of classes 1 to 8. */
function discs(width: number, height: number, count: number, seed = 7): Uint8Array<ArrayBuffer> {
  const data = new Uint8Array(width * height);
  const random = numbers(seed);
  for (let disc = 0; disc < count; disc++) {
    const [x, y, radius, id] = [random(width), random(height), 1 + random(width / 4), 1 + random(8)];
    for (let row = Math.max(0, y - radius); row < Math.min(height, y + radius); row++) {
      const half = Math.floor(Math.sqrt(radius ** 2 - (row - y) ** 2));
      data.fill(id, row * width + Math.max(0, x - half), row * width + Math.min(width, x + half));
    }
  }
  return data;
}

const palette = ['#ffffff', ...maskColors(8)];

interface Chunk {
  readonly type: string;
  readonly data: Uint8Array;
}

function chunksOf(png: Uint8Array): Chunk[] {
  const view = new DataView(png.buffer, png.byteOffset);
  const chunks: Chunk[] = [];
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    const type = String.fromCharCode(...png.subarray(at + 4, at + 8));
    chunks.push({type, data: png.subarray(at + 8, at + 8 + view.getUint32(at))});
  }
  return chunks;
}

/** The masks that differ most in what they ask of an encoder. */
const masks: readonly (readonly [name: string, mask: MaskToEncode])[] = (
  [
    ['discs', 301, 203, discs(301, 203, 30)],
    ['one pixel', 1, 1, Uint8Array.of(3)],
    ['one colour', 500, 300, new Uint8Array(150_000).fill(2)],
    ['nothing', 64, 1000, new Uint8Array(64_000)],
    ['one row', 1000, 1, Uint8Array.from({length: 1000}, (_, x) => (x >> 4) % 9)],
    ['one column', 1, 1000, Uint8Array.from({length: 1000}, (_, y) => (y >> 3) % 9)],
    ['noise', 257, 129, Uint8Array.from({length: 257 * 129}, numbers(3).bind(undefined, 9))],
    ['noise of 256', 199, 150, Uint8Array.from({length: 199 * 150}, numbers(5).bind(undefined, 256))],
    ['stripes', 400, 200, Uint8Array.from({length: 80_000}, (_, at) => at % 2)],
    ['checks', 401, 200, Uint8Array.from({length: 80_200}, (_, at) => at % 2)],
  ] as const
).map(([name, width, height, data]) => [
  name,
  {width, height, data, palette: name === 'noise of 256' ? maskColors(256) : palette},
]);

describe('encodeMaskPng', () => {
  for (const [name, mask] of masks) {
    it(`writes ${name} so that three other decoders and ours read the same`, async () => {
      const png = await encodeMaskPng(mask);
      const colors = mask.palette.map((color) => rgbOf(color) ?? 0);
      const expected = Uint8Array.from(mask.data ?? [], (id) => id);
      const differing = ({rgba, width, height}: Pixels) => {
        expect([width, height]).to.deep.equal([mask.width, mask.height]);
        return expected.findIndex((id, at) => {
          const rgb = (rgba[at * 4]! << 16) | (rgba[at * 4 + 1]! << 8) | rgba[at * 4 + 2]!;
          return rgb !== colors[id] || rgba[at * 4 + 3] !== 255;
        });
      };
      expect(differing(await byBrowser(png))).to.equal(-1);
      expect(differing(byFastPng(png))).to.equal(-1);
      expect(differing(await byPngjs(png))).to.equal(-1);
      const read = await decodeMaskPng(png);
      expect(read.data).to.deep.equal(expected);
      expect(read.palette.slice(0, mask.palette.length)).to.deep.equal(mask.palette);
    });
  }

  it('writes what Ground Truth writes: 8-bit palette, 256 entries, nothing else', async () => {
    const png = await encodeMaskPng({
      width: 3,
      height: 2,
      data: Uint8Array.of(0, 1, 1, 2, 2, 0),
      palette: ['#fff', '#2CA02C', '#1f77b4'],
    });
    const chunks = chunksOf(png);
    expect(chunks.map(({type}) => type)).to.deep.equal(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    expect([...(chunks[0]?.data ?? [])]).to.deep.equal([0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0]);
    const entries = chunks[1]?.data ?? new Uint8Array();
    expect(entries.length).to.equal(768);
    expect([...entries.subarray(0, 9)]).to.deep.equal([255, 255, 255, 0x2c, 0xa0, 0x2c, 0x1f, 0x77, 0xb4]);
    expect(entries.subarray(9).every((byte) => byte === 255)).to.equal(true);
  });

  it('writes the same bytes everywhere', async () => {
    const data = discs(700, 500, 60);
    const random = numbers(11);
    for (let at = 0; at < 60_000; at++) data[at] = random(9);
    const png = await encodeMaskPng({width: 700, height: 500, data, palette});
    const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', png));
    // Another browser, or another release of this one, must not change it. If the encoder is meant to, write the new one here.
    expect(Array.from(hash.subarray(0, 8), (byte) => byte.toString(16).padStart(2, '0')).join('')).to.equal(
      '35081ef6d6d2d0d5',
    );
  });

  it('reads numbers from any place of a buffer, and of two bytes, through the ids they stand for', async () => {
    const data = discs(120, 75, 20);
    const plain = await encodeMaskPng({width: 120, height: 75, data, palette});
    for (const offset of [1, 2, 3]) {
      const longer = new Uint8Array(data.length + offset);
      longer.set(data, offset);
      const moved = {width: 120, height: 75, data: longer.subarray(offset), palette};
      expect(await encodeMaskPng(moved)).to.deep.equal(plain);
    }
    const pairs = new Uint16Array(data.length + 1);
    pairs.set(
      Array.from(data, (id) => (id === 0 ? 0 : id * 100)),
      1,
    );
    const ids = Uint8Array.from({length: 801}, (_, number) => number / 100);
    const wide = {width: 120, height: 75, data: pairs.subarray(1), ids, palette};
    expect(await encodeMaskPng(wide)).to.deep.equal(plain);
  });

  it('writes a mask from its tiles as from its pixels', async () => {
    for (const [width, height] of [
      [301, 203],
      [128, 128],
      [1, 300],
      [500, 1],
    ] as const) {
      const data = discs(width, height, 12);
      const tiles = tilesOf({width, height, data});
      const whole = await encodeMaskPng({width, height, data, palette});
      expect(await encodeMaskPng({width, height, tiles, palette})).to.deep.equal(whole);
    }
    const blank = {width: 300, height: 300, palette};
    expect(await encodeMaskPng({...blank, tiles: []})).to.deep.equal(
      await encodeMaskPng({...blank, data: new Uint8Array(90_000)}),
    );
  });

  it('lets the page do other things meanwhile', async () => {
    const data = discs(4000, 3000, 60);
    let [turns, isDone] = [0, false];
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      turns++;
      if (!isDone) port2.postMessage(0);
    };
    port2.postMessage(0);
    await encodeMaskPng({width: 4000, height: 3000, data, palette});
    isDone = true;
    port1.close();
    expect(turns).to.be.greaterThan(2);
  });

  it('refuses masks that contradict themselves', async () => {
    const refusal = async (mask: Partial<MaskToEncode>) =>
      encodeMaskPng({width: 2, height: 2, data: new Uint8Array(4), palette, ...mask} as MaskToEncode).then(
        () => 'written',
        (error: unknown) => (error as Error).name,
      );
    expect(await refusal({})).to.equal('written');
    for (const mask of [
      {width: 0},
      {height: 1.5},
      {width: NaN},
      {data: new Uint8Array(5)},
      {data: new Uint16Array(4)},
      {palette: maskColors(257)},
      {palette: ['white']},
    ])
      expect(await refusal(mask as Partial<MaskToEncode>), JSON.stringify(mask)).to.equal('RangeError');
  });
});

describe('encodeInstancePng', () => {
  const scattered = (width: number, height: number, count: number) => {
    const random = numbers(count);
    const data = new Uint16Array(width * height);
    for (let at = 0; at < data.length;) {
      const end = Math.min(data.length, at + 1 + random(40));
      data.fill(random(count + 1), at, end);
      at = end;
    }
    return data;
  };

  it('gives each of up to 255 things its palette entry', async () => {
    const colors = maskColors(255);
    const data = Uint8Array.from(scattered(90, 77, 255));
    const png = await encodeInstancePng({width: 90, height: 77, data, colors});
    expect(chunksOf(png)[0]?.data[9]).to.equal(3);
    expect([...(await decodeMaskPng(png)).data]).to.deep.equal([...data]);
    expect([...(await decodeInstancePng(png, colors)).data]).to.deep.equal([...data]);
  });

  it('gives more things colours of their own, which others read as well', async () => {
    for (const [width, height, count] of [
      [301, 202, 256],
      [1, 700, 300],
      [999, 40, 3000],
    ] as const) {
      const colors = maskColors(count, ['#123456']);
      const data = scattered(width, height, count);
      const png = await encodeInstancePng({width, height, data, colors});
      expect(chunksOf(png).map(({type}) => type)).to.deep.equal(['IHDR', 'IDAT', 'IEND']);
      for (const {rgba} of [await byBrowser(png), byFastPng(png), await byPngjs(png)]) {
        const wrong = data.findIndex((number, at) => {
          const rgb = (rgba[at * 4]! << 16) | (rgba[at * 4 + 1]! << 8) | rgba[at * 4 + 2]!;
          return hexOf(rgb) !== (colors[number - 1] ?? '#ffffff');
        });
        expect(wrong).to.equal(-1);
      }
      const read = await decodeInstancePng(png, colors);
      expect(read.data).to.deep.equal(data);
      expect(read.unknownPixels).to.equal(0);
      const tiles = tilesOf({width, height, data});
      expect(await encodeInstancePng({width, height, tiles, colors})).to.deep.equal(png);
    }
  });

  it('writes greys and large areas of one thing', async () => {
    const colors = Array.from({length: 300}, (_, index) =>
      hexOf(index < 255 ? index * 0x010101 : index * 7919),
    );
    const data = scattered(500, 60, 300);
    data.fill(40, 0, 9000);
    data.fill(290, 9000, 20_000);
    const png = await encodeInstancePng({width: 500, height: 60, data, colors});
    expect((await decodeInstancePng(png, colors)).data).to.deep.equal(data);
    const {rgba} = await byPngjs(png);
    expect(hexOf((rgba[0]! << 16) | (rgba[1]! << 8) | rgba[2]!)).to.equal(colors[39]);
  });

  it('says that colours are missing', async () => {
    const pixels = {width: 1, height: 1, data: Uint8Array.of(1)};
    for (const [encode, name] of [
      [encodeMaskPng, 'palette'],
      [encodeInstancePng, 'colors'],
    ] as const) {
      const error = await encode(pixels as never).catch((reason: unknown) => reason);
      expect(error).to.be.instanceOf(RangeError);
      expect((error as Error).message).to.contain(`\`${name}\``);
    }
  });

  it('refuses two things of one colour, and more things than there are numbers', async () => {
    const refusal = async (colors: readonly string[]) =>
      encodeInstancePng({width: 1, height: 1, data: Uint8Array.of(1), colors}).then(
        () => 'written',
        (error: unknown) => (error as Error).name,
      );
    expect(await refusal(['#ff0000', '#ffffff', '#fff'])).to.equal('written');
    expect(await refusal(['#ff0000', '#00ff00', '#F00'])).to.equal('RangeError');
    expect(await refusal(Array.from({length: 65_536}, (_, index) => hexOf(index)))).to.equal('RangeError');
  });
});

function tilesOf(map: {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array<ArrayBuffer> | Uint16Array<ArrayBuffer>;
}): TilePixels[] {
  const {columns, rows} = tileGrid(map);
  const tiles: TilePixels[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const runs = encodeTile(map, {column, row});
      if (runs) tiles.push({column, row, runs});
    }
  }
  return tiles;
}
