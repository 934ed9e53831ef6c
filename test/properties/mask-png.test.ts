import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {hexOf, maskColors, rgbOf} from '../../src/raster/colors.js';
import {decodeInstancePng, decodeMaskPng, MaskPngError} from '../../src/raster/png/decode-mask.js';
import {encodeInstancePng, encodeMaskPng} from '../../src/raster/png/encode-mask.js';
import {huffmanCode} from '../../src/raster/png/huffman.js';
import {byFastPng} from '../helpers/png-decoders.js';
import {writePng} from '../helpers/png-writer.js';

const size = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({width: fc.integer({min: 1, max: 90}), height: fc.integer({min: 1, max: 90})}),
  },
  fc.record({width: fc.integer({min: 1, max: 3}), height: fc.integer({min: 1, max: 3000})}),
  fc.record({width: fc.constantFrom(65_535, 65_536, 32_768), height: fc.integer({min: 1, max: 2})}),
);

/** Maps of runs: lengths and numbers that come again and again until the map is full. From noise to a single colour. */
const map = (most: number) =>
  fc
    .record({
      size,
      runs: fc.array(
        fc.record({
          number: fc.oneof(fc.integer({min: 0, max: Math.min(most, 9)}), fc.integer({min: 0, max: most})),
          length: fc.oneof(
            fc.integer({min: 1, max: 4}),
            fc.integer({min: 1, max: 800}),
            fc.constantFrom(258, 259, 260, 261),
          ),
        }),
        {minLength: 1, maxLength: 200},
      ),
      isColumn: fc.boolean(),
    })
    .map(({size: {width, height}, runs, isColumn}) => {
      const data = new Uint16Array(width * height);
      for (let at = 0, run = 0; at < data.length; run++) {
        const {number, length} = runs[run % runs.length] ?? {number: 0, length: 1};
        data.fill(number, at, at + length);
        at += length;
      }
      // The same along the columns, for runs that the row above foretells.
      if (!isColumn) return {width, height, data};
      const turned = data.map((_, at) => data[(at % width) * height + Math.floor(at / width)] ?? 0);
      return {width, height, data: turned};
    });

describe('mask files', () => {
  it('give back every mask as it was, to us and to fast-png', async () => {
    await fc.assert(
      fc.asyncProperty(
        map(255),
        fc.array(fc.integer({min: 0, max: 0xffffff}), {maxLength: 256}),
        async (mask, colors) => {
          const data = Uint8Array.from(mask.data);
          const palette = colors.map(hexOf);
          const png = await encodeMaskPng({...mask, data, palette});
          const read = await decodeMaskPng(png);
          expect(read.data).to.deep.equal(data);
          expect(read.palette).to.deep.equal([
            ...palette,
            ...Array.from({length: 256 - palette.length}, () => '#ffffff'),
          ]);
          const {rgba} = byFastPng(png);
          const wrong = data.findIndex(
            (id, at) =>
              hexOf((rgba[at * 4]! << 16) | (rgba[at * 4 + 1]! << 8) | rgba[at * 4 + 2]!) !==
              (palette[id] ?? '#ffffff'),
          );
          expect(wrong).to.equal(-1);
        },
      ),
      {numRuns: 150},
    );
  });

  it('give back every mask of things', async () => {
    await fc.assert(
      fc.asyncProperty(map(700), async (mask) => {
        const colors = maskColors(700);
        const png = await encodeInstancePng({...mask, colors});
        expect((await decodeInstancePng(png, colors)).data).to.deep.equal(mask.data);
      }),
      {numRuns: 60},
    );
  });

  it('are read by colour like by index, whatever kind of file somebody made of them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.record({width: fc.integer({min: 1, max: 20}), height: fc.integer({min: 1, max: 20})}),
        fc.infiniteStream(fc.integer({min: 0, max: 11})),
        fc.boolean(),
        fc.constantFrom(2, 6),
        fc.constantFrom(8, 16),
        fc.integer({min: 0, max: 4}),
        async ({width, height}, stream, isInterlaced, colorType, depth, filter) => {
          const ids = [...stream.take(width * height)];
          const palette = maskColors(12);
          const kind = {colorType: colorType as 2 | 6, depth, isInterlaced, filter: () => filter};
          const scale = depth === 16 ? 257 : 1;
          const samples = (x: number, y: number) => {
            const rgb = rgbOf(palette[ids[y * width + x] ?? 0] ?? '') ?? 0;
            const channels = [rgb >> 16, (rgb >> 8) & 255, rgb & 255, 255].slice(0, colorType === 2 ? 3 : 4);
            return channels.map((channel) => channel * scale);
          };
          const read = await decodeMaskPng(await writePng({width, height, ...kind, samples}), palette);
          expect([...read.data]).to.deep.equal(ids);
        },
      ),
      {numRuns: 60},
    );
  });

  it('that are damaged are read or refused, with a reason, and nothing else happens', async () => {
    const whole = await encodeMaskPng({
      ...{width: 40, height: 30, palette: maskColors(9)},
      data: Uint8Array.from({length: 1200}, (_, at) => (at >> 3) % 9),
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, byte, end) => {
        const damaged = whole.slice(0, end > whole.length / 2 ? whole.length : end);
        if (at < damaged.length) damaged[at] = byte;
        const outcome = await decodeMaskPng(damaged).catch((error: unknown) => error);
        if (outcome instanceof MaskPngError) expect(outcome.code).to.match(/^(png|mask)\//);
        else expect(damaged).to.deep.equal(whole);
      }),
      {numRuns: 200},
    );
  });
});

describe('huffmanCode', () => {
  it('gives every symbol a code that no other begins with, none too long, short ones to frequent symbols', () => {
    const counts = fc.array(
      fc.oneof(
        fc.constant(0),
        fc.nat(9),
        fc.nat(1e6),
        fc.nat(24).map((power) => 2 ** power),
      ),
      {
        minLength: 2,
        maxLength: 286,
      },
    );
    fc.assert(
      fc.property(counts, (list) => {
        const used = list.filter((count) => count > 0).length;
        fc.pre(used >= 2);
        const longest = used > 128 ? 9 : 7;
        const {lengths} = huffmanCode(Uint32Array.from(list), longest);
        expect(Math.max(...lengths)).to.be.at.most(longest);
        const share = lengths.reduce((sum, length) => sum + (length > 0 ? 2 ** -length : 0), 0);
        expect(share).to.be.at.most(1);
        expect(lengths.every((length, symbol) => length > 0 === (list[symbol] ?? 0) > 0)).to.equal(true);
        const wrong = list.some(
          (count, a) => count > 0 && list.some((other, b) => other > count && lengths[b]! > lengths[a]!),
        );
        expect(wrong).to.equal(false);
      }),
      {numRuns: 200},
    );
  });
});
