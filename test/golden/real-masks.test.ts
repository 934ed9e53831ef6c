import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {JsonObject} from '../../src/base/json.js';
import type {ManifestEntry} from '../../src/formats/entry.js';
import {cocoMasks} from '../../src/formats/export/coco-masks.js';
import type {MaskedImage} from '../../src/formats/export/exporter.js';
import {maskedImage} from '../../src/formats/export/masked-image.js';
import {rgbOf} from '../../src/raster/colors.js';
import type {ColorMap} from '../../src/raster/png/color-map.js';
import {decodeMaskPng} from '../../src/raster/png/decode-mask.js';
import {encodeMaskPng} from '../../src/raster/png/encode-mask.js';
import {fillPolygon} from '../../src/raster/polygon-fill.js';
import {spansOfRunLengths, unpackRunLengths} from '../../src/raster/rle.js';
import {eachSpan} from '../../src/raster/spans.js';
import {byBrowser, byFastPng, byPngjs, fromBase64} from '../helpers/png-decoders.js';

const folder = 'manifests/semantic-segmentation/';

interface Line {
  readonly mask: string;
  readonly map: ColorMap;
}

/** Manifest → the lines whose mask file is there. */
async function linesOf(manifest: string, attribute: string): Promise<readonly Line[]> {
  const base64 = await executeServerCommand<string, string>('real-file', folder + manifest);
  const lines = new TextDecoder().decode(fromBase64(base64)).trim().split('\n');
  return lines.flatMap((line) => {
    const entry = JSON.parse(line) as JsonObject;
    const metadata = entry[`${attribute}-metadata`] as JsonObject;
    const name = String(entry[attribute]).split('/').at(-1)?.replaceAll(':', '_');
    const file = files.find((path) => path === `${folder}masks/${name}` || path === `${folder}masks/cookie-${name}`);
    return file ? [{mask: file, map: metadata['internal-color-map'] as ColorMap}] : [];
  });
}

const bytesOf = async (path: string) => fromBase64(await executeServerCommand<string, string>('real-file', path));

/** The bytes of the palette chunk. */
function paletteOf(png: Uint8Array): Uint8Array {
  const view = new DataView(png.buffer, png.byteOffset);
  for (let at = 8; at < png.length; at += 12 + view.getUint32(at)) {
    if (String.fromCharCode(...png.subarray(at + 4, at + 8)) === 'PLTE')
      return png.subarray(at + 8, at + 8 + view.getUint32(at));
  }
  throw new Error('no palette');
}

const files = await executeServerCommand<string[], undefined>('real-files');
const isThere = files.includes(`${folder}cats.output.manifest`);

const tests = () => {
  it('gives each pixel of a Ground Truth mask its class, and writes the same mask again', async () => {
    const lines = await linesOf('cats.output.manifest', 'attribute-name-ref');
    expect(lines.length).to.equal(3);
    for (const {mask, map} of lines) {
      const bytes = await bytesOf(mask);
      const read = await decodeMaskPng(bytes, map);
      expect(read.unknownPixels).to.equal(0);
      expect(read.background).to.equal(0);
      const classes = Object.entries(map as Readonly<Record<string, JsonObject>>);
      const rgb = classes.map(([, {'hex-color': color}]) => rgbOf(String(color)));
      expect(read.palette.map(rgbOf)).to.deep.equal(rgb);

      // By value and, seen by somebody else, by colour.
      expect((await decodeMaskPng(bytes)).data).to.deep.equal(read.data);
      for (const {rgba} of [await byBrowser(bytes), await byPngjs(bytes), byFastPng(bytes)]) {
        const wrong = read.data.findIndex(
          (id, at) => ((rgba[at * 4]! << 16) | (rgba[at * 4 + 1]! << 8) | rgba[at * 4 + 2]!) !== rgb[id],
        );
        expect(wrong).to.equal(-1);
      }

      const again = await encodeMaskPng(read);
      expect(paletteOf(again)).to.deep.equal(paletteOf(bytes));
      expect((await decodeMaskPng(again)).data).to.deep.equal(read.data);
      expect(byFastPng(again).rgba).to.deep.equal(byFastPng(bytes).rgba);
      expect(again.length).to.be.lessThan(bytes.length);
    }
  });

  it('goes to COCO and back, every pixel', async () => {
    const base64 = await executeServerCommand<string, string>('real-file', `${folder}cats.output.manifest`);
    const lines = new TextDecoder().decode(fromBase64(base64)).trim().split('\n');
    const read = (reference: string) =>
      bytesOf(`${folder}masks/${reference.split('/').at(-1)?.replaceAll(':', '_') ?? ''}`);
    const images: MaskedImage[] = [];
    for (const line of lines) {
      const image = await maskedImage(JSON.parse(line) as ManifestEntry, 'attribute-name-ref', read);
      if (!image?.ok || image.warnings) throw new Error('unreadable');
      images.push(image.value);
    }
    expect(images.map(({regions}) => regions.map(({label}) => label))).to.deep.equal([
      ['cat', 'dog'],
      ['cat', 'dog'],
      ['cat', 'dog'],
    ]);
    for await (const {content} of cocoMasks.write(images)) {
      const {annotations} = JSON.parse(typeof content === 'string' ? content : await content.text()) as {
        annotations: {
          image_id: number;
          category_id: number;
          segmentation: number[][] | {counts: string};
        }[];
      };
      const again = images.map(({map}) => new Uint8Array(map.data.length));
      for (const {image_id, category_id, segmentation} of annotations) {
        const {width, height} = images[image_id - 1]?.map ?? {width: 0, height: 0};
        const paint = (y: number, start: number, end: number) =>
          again[image_id - 1]?.fill(category_id, y * width + start, y * width + end);
        if ('counts' in segmentation)
          eachSpan(spansOfRunLengths(unpackRunLengths(segmentation.counts), {width, height}), paint);
        else
          fillPolygon(
            segmentation.map((ring) =>
              Array.from({length: ring.length / 2}, (_, at) => ({x: ring[at * 2]!, y: ring[at * 2 + 1]!})),
            ),
            paint,
          );
      }
      expect(again).to.deep.equal(images.map(({map}) => map.data));
    }
  });

  it('reads masks of another tool by colour: half transparent edges, no background in the map', async () => {
    const lines = await linesOf('cookies.template.manifest', 'anomaly-mask-ref');
    expect(lines.length).to.be.greaterThan(0);
    for (const {mask, map} of lines) {
      const bytes = await bytesOf(mask);
      const {data, background, unknownPixels, palette} = await decodeMaskPng(bytes, map);
      expect([background, unknownPixels, palette[0]]).to.deep.equal([1, 0, '#23a436']);
      const {rgba} = await byPngjs(bytes);
      const expected = Uint8Array.from({length: data.length}, (_, at) => ((rgba[at * 4 + 3] ?? 0) < 128 ? 1 : 0));
      expect(data).to.deep.equal(expected);
      expect(expected.includes(0) && expected.includes(1)).to.equal(true);
    }
  });
};

if (isThere) {
  describe('real masks', tests);
} else {
  describe('real masks: NOT THERE, put them in shared/data beside the project or name their folder in GT_REAL_DATA', () => {
    it('has nothing to read', () => {
      expect(files).not.to.include(`${folder}cats.output.manifest`);
    });
  });
}
