import {expect} from '@open-wc/testing';
import {numbers} from '../../../test/helpers/numbers.js';
import {byBrowser, fromBase64, type Pixels} from '../../../test/helpers/png-decoders.js';
import {big, chunk, deflated, joined, writePng, type PngToWrite} from '../../../test/helpers/png-writer.js';
import {hexOf, rgbOf} from '../colors.js';
import {decodeInstancePng, decodeMaskPng, MaskPngError, type DecodedMask} from './decode-mask.js';

const sizes = [
  [1, 1],
  [2, 3],
  [5, 1],
  [1, 9],
  [8, 8],
  [13, 11],
  [33, 17],
] as const;

/** Colours far from each other, as a map has them; also greys, for files that have nothing else. */
const known = ['#ffffff', '#2ca02c', '#1f77b4', '#000000', '#808080', '#ff7f0e'];
const channelsOf = (color: string) => [16, 8, 0].map((shift) => ((rgbOf(color) ?? 0) >> shift) & 255);

const colorsIn = ({rgba}: Pixels) =>
  Array.from({length: rgba.length / 4}, (_, at) =>
    hexOf(
      parseInt(
        [...rgba.subarray(at * 4, at * 4 + 3)]
          .map((channel) => channel.toString(16).padStart(2, '0'))
          .join(''),
        16,
      ),
    ),
  );

const codeOf = async (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'read',
    (error: unknown) => (error instanceof MaskPngError ? error.code : String(error)),
  );

const fixture =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAMAAACDKl70AAAACVBMVEX///8soCwfd7Qv9J/pAAAAFUlEQVR42mNgYGRkYGBgZGICkkxMAABQAAzqMSWdAAAAAElFTkSuQmCC';
const fixtureInColor =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAYAAAC09K7GAAAAHklEQVR42mNgAAKdBTr/QZgBBkAc+fItYAwXhAkAAEtgDwoXaw4wAAAAAElFTkSuQmCC';
const fixtureIds = [0, 1, 1, 0, 0, 1, 2, 2, 0, 0, 2, 2];
const fixtureMap = {
  0: {'class-name': 'BACKGROUND', 'hex-color': '#ffffff', confidence: 0.86},
  1: {'class-name': 'leaf', 'hex-color': '#2CA02C', confidence: 0.86},
  2: {'class-name': 'trunk', 'hex-color': '#1f77b4', confidence: 0.86},
};

/** A file of one row with these palette indices. */
const indexed = (ids: readonly number[], colors: readonly string[], transparency?: readonly number[]) =>
  writePng({
    width: ids.length,
    height: 1,
    depth: 8,
    colorType: 3,
    palette: colors.map(channelsOf),
    ...(transparency && {transparency}),
    samples: (x) => [ids[x] ?? 0],
  });

/** A file of one row with these colours. */
const colored = (colors: readonly string[]) =>
  writePng({
    width: colors.length,
    height: 1,
    depth: 8,
    colorType: 2,
    samples: (x) => channelsOf(colors[x] ?? ''),
  });

describe('decodeMaskPng: every kind of PNG', () => {
  for (const isInterlaced of [false, true]) {
    const how = isInterlaced ? 'interlaced' : 'row by row';

    for (const depth of [1, 2, 4, 8] as const) {
      it(`reads palettes of ${depth} bits, ${how}, as ids and by colour`, async () => {
        for (const [width, height] of sizes) {
          const random = numbers(depth * 100 + width);
          const palette = known.slice(0, Math.min(known.length, 2 ** depth));
          const ids = Array.from({length: width * height}, () => random(palette.length));
          const png: PngToWrite = {
            ...{width, height, depth, colorType: 3, isInterlaced, palette: palette.map(channelsOf)},
            filter: (row) => (row + width) % 5,
            samples: (x, y) => [ids[y * width + x] ?? 0],
          };
          const read = await decodeMaskPng(await writePng(png));
          expect([read.width, read.height]).to.deep.equal([width, height]);
          expect([...read.data]).to.deep.equal(ids);
          expect(read.palette).to.deep.equal(palette);
          // The writer is right about what it writes: the browser sees the same.
          expect(colorsIn(await byBrowser(await writePng(png)))).to.deep.equal(ids.map((id) => palette[id]));

          const map = Object.fromEntries(palette.map((color, id) => [id * 3 + 1, color]));
          const mapped = await decodeMaskPng(await writePng(png), map);
          expect([...mapped.data]).to.deep.equal(ids.map((id) => id * 3 + 1));
          expect(mapped.unknownPixels).to.equal(0);

          const transparency = palette.map((_, id) => (id === 1 ? 127 : 128));
          const seen = await decodeMaskPng(await writePng({...png, transparency}), map);
          expect([...seen.data]).to.deep.equal(ids.map((id) => (id === 1 ? seen.background : id * 3 + 1)));
        }
      });
    }

    for (const depth of [1, 2, 4, 8, 16] as const) {
      it(`reads greys of ${depth} bits, ${how}, as ids and by colour`, async () => {
        for (const [width, height] of sizes) {
          const random = numbers(depth * 10 + width);
          const most = 2 ** depth - 1;
          const ids = Array.from({length: width * height}, () => random(Math.min(200, most + 1)));
          const png: PngToWrite = {
            ...{width, height, depth, colorType: 0, isInterlaced},
            filter: (row) => row % 5,
            samples: (x, y) => [ids[y * width + x] ?? 0],
          };
          expect([...(await decodeMaskPng(await writePng(png))).data]).to.deep.equal(ids);
          const things = await decodeInstancePng(await writePng(png));
          expect([...things.data]).to.deep.equal(ids);

          const shades = Array.from(ids, (id) => (id % 2 ? most : 0));
          const twoShades = await writePng({
            ...png,
            samples: (x, y) => [shades[y * width + x] ?? 0],
            transparency: [0, 0],
          });
          const map = {5: '#ffffff', 7: '#000000', 9: '#2ca02c'};
          const read = await decodeMaskPng(twoShades, map);
          expect(read.background).to.equal(0);
          expect([...read.data]).to.deep.equal(shades.map((shade) => (shade ? 5 : 0)));
          expect([
            ...(await decodeMaskPng(twoShades.subarray(), {0: '#ffffff', 2: '#000000'})).data,
          ]).to.deep.equal(shades.map(() => 0));
        }
      });
    }

    for (const [name, colorType] of [
      ['colours', 2],
      ['greys with alpha', 4],
      ['colours with alpha', 6],
    ] as const) {
      for (const depth of [8, 16] as const) {
        it(`reads ${name} of ${depth} bits, ${how}`, async () => {
          for (const [width, height] of sizes) {
            const random = numbers(depth + width * 3 + colorType);
            const palette = colorType === 4 ? ['#ffffff', '#000000', '#808080'] : known;
            const ids = Array.from({length: width * height}, () => random(palette.length));
            const alphas = ids.map(() => random(256));
            const scale = depth === 16 ? 257 : 1;
            const png: PngToWrite = {
              ...{width, height, depth, colorType, isInterlaced},
              filter: (row) => (row * 3) % 5,
              extras: [
                ['gAMA', big(100_000)],
                ['cHRM', [31270, 32900, 70000, 30000, 20000, 70000, 14000, 5000].flatMap(big)],
              ],
              samples: (x, y) => {
                const at = y * width + x;
                const channels = channelsOf(palette[ids[at] ?? 0] ?? '').slice(0, colorType === 4 ? 1 : 3);
                const samples = colorType === 2 ? channels : [...channels, alphas[at] ?? 0];
                return samples.map((sample) => sample * scale);
              },
            };
            const bytes = await writePng(png);
            const read = await decodeMaskPng(bytes, palette);
            const expected = ids.map((id, at) => (colorType !== 2 && (alphas[at] ?? 0) < 128 ? 0 : id));
            expect([...read.data]).to.deep.equal(expected);
            expect(read.unknownPixels).to.equal(0);
            expect(read.palette).to.deep.equal(palette);
            if (colorType !== 2) continue;

            const black = {0: '#ffffff', ...Object.fromEntries(palette.map((color, id) => [id + 1, color]))};
            const [r = 0, g = 0, b = 0] = channelsOf('#2ca02c').map((channel) => channel * scale);
            const transparency = [r, g, b].flatMap((channel) => [channel >> 8, channel & 255]);
            const keyed = await decodeMaskPng(await writePng({...png, transparency}), black);
            expect([...keyed.data]).to.deep.equal(ids.map((id) => (id < 2 ? 0 : id + 1)));

            const seen = await byBrowser(await writePng({...png, extras: []}));
            expect(colorsIn(seen)).to.deep.equal(ids.map((id) => palette[id]));
          }
        });
      }
    }
  }

  it('rounds 16 bits to the nearest of 8, so that every sum of errors stays unknown or right', async () => {
    const png = await writePng({
      ...{width: 2, height: 1, depth: 16, colorType: 2},
      samples: (x) => [0x2c2c + (x ? 128 : 127), 0xa0a0, 0x2c2c],
    });
    const {data, unknownColors} = await decodeMaskPng(png, {1: '#2ca02c'});
    expect([...data]).to.deep.equal([1, 1]);
    expect(unknownColors).to.deep.equal([]);
    const above = await writePng({
      ...{width: 1, height: 1, depth: 16, colorType: 2},
      samples: () => [0x2c2c + 129, 0xa0a0, 0x2c2c],
    });
    expect((await decodeMaskPng(above, {1: '#2ca02c'})).unknownColors).to.deep.equal([
      {color: '#2da02c', pixels: 1, takenFor: 1},
    ]);
  });
});

describe('decodeMaskPng: classes and colours', () => {
  it('reads the documented 4×3 mask, with and without its map, and in colour', async () => {
    const read = await decodeMaskPng(fromBase64(fixture));
    expect([...read.data]).to.deep.equal(fixtureIds);
    expect(read.palette).to.deep.equal(['#ffffff', '#2ca02c', '#1f77b4']);
    expect([...(await decodeMaskPng(fromBase64(fixture), fixtureMap)).data]).to.deep.equal(fixtureIds);
    const colors = {1: '#2ca02c', 2: '#1f77b4'};
    const inColor = await decodeMaskPng(fromBase64(fixtureInColor), colors);
    expect([...inColor.data]).to.deep.equal(fixtureIds);
    expect([inColor.width, inColor.height, inColor.unknownPixels, inColor.background]).to.deep.equal([
      4, 3, 0, 0,
    ]);
    const found = await decodeMaskPng(fromBase64(fixtureInColor).buffer);
    expect([...found.data]).to.deep.equal(fixtureIds);
    expect(found.palette).to.deep.equal(['#ffffff', '#2ca02c', '#1f77b4']);
  });

  it('goes by index when the palette agrees, even where two classes have one colour', async () => {
    const png = await indexed([0, 1, 2, 3], ['#ffffff', '#ff0000', '#ff0000', '#ffffff']);
    const {data, unknownPixels} = await decodeMaskPng(png, {0: '#ffffff', 1: '#ff0000', 2: '#ff0000'});
    expect([...data]).to.deep.equal([0, 1, 2, 0]);
    expect(unknownPixels).to.equal(0);
  });

  it('goes by colour when the palette says something else', async () => {
    const png = await indexed([0, 1, 2, 1], ['#2ca02c', '#1f77b4', '#ffffff']);
    expect([...(await decodeMaskPng(png, fixtureMap)).data]).to.deep.equal([1, 2, 0, 2]);
  });

  it('takes very near colours for a class, and all others for background, and counts both', async () => {
    const png = await colored(['#2ca02c', '#2da22b', '#2da22b', '#ff00ff', '#ffffff', '#356fb4']);
    const {data, unknownPixels, unknownColors} = await decodeMaskPng(png, fixtureMap);
    expect([...data]).to.deep.equal([1, 1, 1, 0, 0, 0]);
    expect(unknownPixels).to.equal(4);
    expect(unknownColors).to.deep.equal([
      {color: '#2da22b', pixels: 2, takenFor: 1},
      {color: '#ff00ff', pixels: 1},
      {color: '#356fb4', pixels: 1},
    ]);
  });

  it('takes a colour between two classes for neither', async () => {
    const {data, unknownColors} = await decodeMaskPng(await colored(['#100000']), {
      1: '#0c0000',
      2: '#140000',
    });
    expect([...data]).to.deep.equal([0]);
    expect(unknownColors).to.deep.equal([{color: '#100000', pixels: 1}]);
  });

  it('tells twenty unknown colours and counts the pixels of all', async () => {
    const png = await colored(Array.from({length: 6000}, (_, index) => hexOf(0x400000 + index * 97)));
    const {unknownPixels, unknownColors} = await decodeMaskPng(png, {0: '#ffffff'});
    expect(unknownPixels).to.equal(6000);
    expect(unknownColors.length).to.equal(20);
  });

  it('counts palette pixels of unknown colours and of no colour at all', async () => {
    const png = await indexed([0, 1, 9, 9], ['#ffffff', '#123456']);
    const {data, unknownPixels, unknownColors} = await decodeMaskPng(png, {...fixtureMap, 3: '#d62728'});
    expect([...data]).to.deep.equal([0, 0, 0, 0]);
    expect(unknownPixels).to.equal(3);
    expect(unknownColors[0]?.pixels).to.equal(2);
  });

  it('gives the background a free id when class 0 is a real class', async () => {
    const map = {'0': {'class-name': 'cracked', 'hex-color': '#23A436'}};
    const png = await indexed([0, 1, 2, 3], ['#000000', '#23a436', '#23a436', '#23a436'], [0, 38, 128, 255]);
    const {data, background, palette, unknownPixels} = await decodeMaskPng(png, map);
    expect(background).to.equal(1);
    expect([...data]).to.deep.equal([1, 1, 0, 0]);
    expect(palette).to.deep.equal(['#23a436', '#ffffff']);
    expect(unknownPixels).to.equal(0);
  });

  it('finds the background by its name', async () => {
    const map = {
      0: {'class-name': 'sky', 'hex-color': '#0000ff'},
      3: {'class-name': 'background', 'hex-color': '#ff0000'},
      4: {'class-name': 'BACKGROUND', 'hex-color': '#000000'},
    };
    const {data, background} = await decodeMaskPng(await colored(['#000000', '#0000ff', '#00ff00']), map);
    expect(background).to.equal(4);
    expect([...data]).to.deep.equal([4, 0, 4]);
    const spelled = {0: {'class-name': 'Background', 'hex-color': '#000000'}, 1: '#ffffff'};
    expect((await decodeMaskPng(await colored(['#000000', '#123456']), spelled)).background).to.equal(0);
  });

  it('leaves entries of a map alone that are no classes', async () => {
    const map = {x: '#ff0000', '-1': '#00ff00', 1: 'red', 2: '#1f77b4', 3: {}} as const;
    const {data, palette} = await decodeMaskPng(await colored(['#1f77b4', '#ff0000']), map);
    expect([...data]).to.deep.equal([2, 0]);
    expect(palette).to.deep.equal(['#ffffff', '#ffffff', '#1f77b4']);
  });

  it('reads more than 255 things by colour and by value', async () => {
    const colors = Array.from({length: 700}, (_, index) => hexOf(index * 23_000 + 5));
    const {data} = await decodeInstancePng(await colored(['#ffffff', ...colors]), colors);
    expect([...data]).to.deep.equal(Array.from({length: 701}, (_, index) => index));
    const unnamed = await decodeInstancePng(await colored(['#ffffff', ...colors]));
    expect([...unnamed.data]).to.deep.equal([...data]);
    const deep = {width: 3, height: 1, depth: 16, colorType: 0} as const;
    const grey = await decodeInstancePng(
      await writePng({...deep, samples: (x) => [[0, 5000, 65_535][x] ?? 0]}),
    );
    expect([...grey.data]).to.deep.equal([0, 5000, 65_535]);
  });

  it('says when there are more classes than a mask has room for', async () => {
    const colors = Array.from({length: 300}, (_, index) => hexOf(index * 40_000 + 3));
    expect(await codeOf(decodeMaskPng(await colored(colors)))).to.equal('mask/too-many-classes');
    expect(await codeOf(decodeMaskPng(await colored(colors), colors))).to.equal('mask/too-many-classes');
    const deep = {width: 1, height: 1, depth: 16, colorType: 0} as const;
    expect(await codeOf(decodeMaskPng(await writePng({...deep, samples: () => [256]})))).to.equal(
      'mask/too-many-classes',
    );
  });
});

describe('decodeMaskPng: files that are damaged or lie', () => {
  const header = (width: number, height: number, ...rest: readonly number[]) =>
    chunk('IHDR', [...big(width), ...big(height), ...rest]);
  const signature = [137, 80, 78, 71, 13, 10, 26, 10];
  const end = chunk('IEND', []);
  const palette = chunk('PLTE', [255, 255, 255]);
  const greys = async (count: number) => chunk('IDAT', await deflated(new Uint8Array(count)));

  it('says what is wrong with each', async () => {
    const whole = fromBase64(fixture);
    const flipped = whole.slice();
    flipped[60]! ^= 1;
    const garbledPixels = joined([
      signature,
      header(4, 4, 8, 0, 0, 0, 0),
      chunk('IDAT', [1, 2, 3, 4, 5]),
      end,
    ]);
    const cases: readonly (readonly [code: string, bytes: Uint8Array])[] = [
      ['png/not-a-png', new Uint8Array()],
      ['png/not-a-png', new TextEncoder().encode('<html>404</html>')],
      ['png/truncated', whole.subarray(0, 70)],
      ['png/truncated', whole.subarray(0, whole.length - 12)],
      ['png/checksum', flipped],
      ['png/header', joined([signature, header(0, 3, 8, 0, 0, 0, 0), await greys(4), end])],
      ['png/header', joined([signature, header(1, 1, 3, 0, 0, 0, 0), await greys(2), end])],
      ['png/header', joined([signature, header(1, 1, 16, 3, 0, 0, 0), palette, await greys(2), end])],
      ['png/header', joined([signature, header(1, 1, 8, 0, 0, 0, 2), await greys(2), end])],
      ['png/header', joined([signature, chunk('IHDR', [1, 2, 3]), end])],
      ['png/header', joined([signature, await greys(2), end])],
      ['png/too-large', joined([signature, header(10_001, 10_000, 8, 0, 0, 0, 0), await greys(2), end])],
      [
        'png/too-large',
        joined([signature, header(2 ** 32 - 1, 2 ** 32 - 1, 8, 0, 0, 0, 0), await greys(2), end]),
      ],
      ['png/palette', joined([signature, header(1, 1, 8, 3, 0, 0, 0), await greys(2), end])],
      [
        'png/palette',
        joined([signature, header(1, 1, 8, 3, 0, 0, 0), chunk('PLTE', [1, 2]), await greys(2), end]),
      ],
      ['png/no-pixels', joined([signature, header(1, 1, 8, 0, 0, 0, 0), end])],
      [
        'png/unknown-chunk',
        joined([signature, header(1, 1, 8, 0, 0, 0, 0), chunk('NEWX', []), await greys(2), end]),
      ],
      ['png/truncated', joined([signature, header(9999, 9999, 8, 0, 0, 0, 0), await greys(2), end])],
      ['png/truncated', joined([signature, header(4, 4, 8, 0, 0, 0, 0), await greys(19), end])],
      ['png/too-much-data', joined([signature, header(4, 4, 8, 0, 0, 0, 0), await greys(21), end])],
      ['png/too-much-data', joined([signature, header(4, 4, 8, 0, 0, 0, 0), await greys(50_000_000), end])],
      ['png/data', garbledPixels],
      [
        'png/data',
        joined([
          signature,
          header(1, 1, 8, 0, 0, 0, 0),
          chunk('IDAT', await deflated(Uint8Array.of(7, 1))),
          end,
        ]),
      ],
    ];
    for (const [index, [code, bytes]] of cases.entries())
      expect(await codeOf(decodeMaskPng(bytes)), `case ${index}`).to.equal(code);
  });

  it('says it in a whole sentence, as a problem and as an error', async () => {
    const error = await decodeMaskPng(new Uint8Array(3)).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(MaskPngError);
    const {code, message, problem} = error as MaskPngError;
    expect(problem).to.deep.equal({code, message, at: 'mask', severity: 'error'});
    expect(message).to.match(/^[A-Z].*\.$/);
  });

  it('reads a Blob, and says what it was given instead of a file', async () => {
    const read: DecodedMask = await decodeMaskPng(new Blob([fromBase64(fixture)]));
    expect([...read.data]).to.deep.equal(fixtureIds);
    const error = await decodeMaskPng('mask.png' as never).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(TypeError);
    expect((error as Error).message).to.contain('Uint8Array');
  });

  it('reads the bytes of a longer buffer, and does not change them', async () => {
    const bytes = fromBase64(fixture);
    const longer = joined([[1, 2, 3], bytes, [9]]);
    const before = longer.slice();
    const read: DecodedMask = await decodeMaskPng(longer.subarray(3, 3 + bytes.length));
    expect([...read.data]).to.deep.equal(fixtureIds);
    expect(longer).to.deep.equal(before);
  });
});
