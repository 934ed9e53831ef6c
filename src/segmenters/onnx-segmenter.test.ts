import {expect} from '@open-wc/testing';
import {strangeDecoder, tinyDecoder, tinyEncoder, tinySide} from '../../test/helpers/tiny-model.js';
import {boundsOfSpans, areaOf} from '../raster/spans.js';
import type {SegmentPicture, SegmentPrompt} from '../vision/segmenter.js';
import {OnnxSegmenter, type OnnxModel, type OnnxSegmenterOptions} from './onnx-segmenter.js';

const never = new AbortController().signal;
const input = {side: tinySide, mean: [127, 127, 127], deviation: [50, 50, 50]} as const;
const plus: SegmentPrompt = {kind: 'points', plus: [{x: 70, y: 40}], minus: []};
const minus: SegmentPrompt = {kind: 'points', plus: [], minus: [{x: 70, y: 40}]};

/** A picture of 128 × 96 pixels: black, but for a white box from (40, 20) to (100, 60). Counts how often it is read. */
function boxPicture(key = 'one'): SegmentPicture & {reads: number} {
  return {
    key,
    size: {width: 128, height: 96},
    reads: 0,
    async read(_box, size) {
      this.reads++;
      const {width, height} = size ?? this.size;
      const data = new Uint8ClampedArray(width * height * 4).fill(255);
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const [px, py] = [((x + 0.5) * 128) / width, ((y + 0.5) * 96) / height];
          const isWhite = px > 40 && px < 100 && py > 20 && py < 60;
          data.fill(isWhite ? 255 : 0, 4 * (y * width + x), 4 * (y * width + x) + 3);
        }
      }
      return {width, height, data};
    },
  };
}

function segmenterOf(decoder: OnnxModel, options: Partial<OnnxSegmenterOptions> = {}): OnnxSegmenter {
  return new OnnxSegmenter({
    encoder: tinyEncoder(),
    decoder,
    input,
    runtime: () => import('onnxruntime-web/wasm'),
    ...options,
  });
}

function addressOf(model: Uint8Array<ArrayBuffer>): string {
  return URL.createObjectURL(new Blob([model]));
}

describe('OnnxSegmenter', () => {
  it('gives the pixels of the mask the model thinks best, at the size of the picture', async () => {
    const segmenter = segmenterOf(tinyDecoder('low_res_masks'));
    const found = await segmenter.segment(boxPicture(), plus, never);
    expect(boundsOfSpans(found)).to.deep.equal({left: 40, top: 20, right: 100, bottom: 60});
    expect(areaOf(found)).to.be.within(60 * 40 - 8, 60 * 40);
    const rest = await segmenter.segment(boxPicture(), minus, never);
    expect(areaOf(rest)).to.be.within(128 * 96 - 60 * 40, 128 * 96 - 60 * 40 + 8);
    segmenter.dispose();
  });

  it('takes masks of the whole picture too, whatever their size', async () => {
    const segmenter = segmenterOf(tinyDecoder('masks'));
    const square = {...boxPicture(), size: {width: 96, height: 96}};
    const found = boundsOfSpans(await segmenter.segment(square, plus, never));
    const expected = {left: 30, top: 20, right: 75, bottom: 60};
    for (const [side, place] of Object.entries(expected))
      expect(found).to.have.property(side).that.is.closeTo(place, 1);
    segmenter.dispose();
  });

  it('loads a model from where the page says, with the runtime by its own name', async () => {
    const segmenter = new OnnxSegmenter({
      encoder: addressOf(tinyEncoder()),
      decoder: new URL(addressOf(tinyDecoder('low_res_masks'))),
      input,
    });
    expect(areaOf(await segmenter.segment(boxPicture(), plus, never))).to.be.greaterThan(2000);
    segmenter.dispose();
  });

  it('makes the embedding of a picture once, ahead of its turn, and keeps those of the last few', async () => {
    const segmenter = segmenterOf(tinyDecoder('low_res_masks'), {keep: 2});
    const [one, two, three] = ['one', 'two', 'three'].map(boxPicture) as [
      ReturnType<typeof boxPicture>,
      ReturnType<typeof boxPicture>,
      ReturnType<typeof boxPicture>,
    ];
    await segmenter.segment(one, plus, never);
    await segmenter.prepare(two, never);
    await segmenter.segment(one, minus, never);
    await segmenter.segment(two, plus, never);
    expect([one.reads, two.reads]).to.deep.equal([1, 1]);
    await segmenter.prepare(three, never);
    await segmenter.segment(one, plus, never);
    expect([one.reads, two.reads, three.reads]).to.deep.equal([2, 1, 1]);
    segmenter.dispose();
  });

  it('answers several prompts that are asked at once', async () => {
    const segmenter = segmenterOf(tinyDecoder('low_res_masks'));
    const picture = boxPicture();
    const [inside, outside] = await Promise.all([
      segmenter.segment(picture, plus, never),
      segmenter.segment(picture, minus, never),
    ]);
    expect(areaOf(inside) + areaOf(outside)).to.equal(128 * 96);
    expect(picture.reads).to.equal(1);
    segmenter.dispose();
  });

  it('rejects with the reason of a signal, and goes on with the next prompt', async () => {
    const segmenter = segmenterOf(tinyDecoder('low_res_masks'));
    const stop = new AbortController();
    const asked = segmenter.segment(boxPicture(), plus, stop.signal);
    stop.abort(new Error('not wanted any more'));
    expect(await messageOf(asked)).to.equal('not wanted any more');
    expect(await messageOf(segmenter.prepare(boxPicture(), stop.signal))).to.equal('not wanted any more');
    expect(areaOf(await segmenter.segment(boxPicture(), plus, never))).to.be.greaterThan(2000);
    segmenter.dispose();
  });

  it('says what a decoder of another kind lacks', async () => {
    const segmenter = segmenterOf(strangeDecoder());
    expect(await messageOf(segmenter.segment(boxPicture(), plus, never))).to.match(/asks for audio/);
    segmenter.dispose();
  });

  it('tries again to load a model that could not be fetched', async () => {
    let tries = 0;
    const segmenter = segmenterOf(tinyDecoder('low_res_masks'), {
      runtime: async () => {
        if (++tries === 1) throw new Error('offline');
        return import('onnxruntime-web/wasm');
      },
    });
    expect(await messageOf(segmenter.segment(boxPicture(), plus, never))).to.equal('offline');
    expect(areaOf(await segmenter.segment(boxPicture(), plus, never))).to.be.greaterThan(2000);
    segmenter.dispose();
  });
});

async function messageOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'resolved';
  } catch (error) {
    return (error as Error).message;
  }
}
