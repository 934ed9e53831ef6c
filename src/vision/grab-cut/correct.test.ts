import {expect} from '@open-wc/testing';
import type {ImagePoint} from '../../geometry/point.js';
import {areaOf, type Spans} from '../../raster/spans.js';
import {hasPixel, inOrder} from '../../raster/span-sets.js';
import {inMemory, pixelsOf} from '../pixel-source.js';
import type {SegmentPicture, SegmentPrompt} from '../segmenter.js';
import {shrink} from '../shrink.js';
import {runAtOnce} from '../steps.js';
import {graphCut} from './graph-cut.js';

const size = {width: 120, height: 80};
const [grey, red, blue] = [0xff909090, 0xff2030c0, 0xffc04020];

/** A red square with a blue one at its right, and a second blue one further to the right, on grey. */
function picture(): SegmentPicture {
  const words = new Uint32Array(size.width * size.height);
  for (let y = 0; y < size.height; y++) {
    for (let x = 0; x < size.width; x++) {
      const isRow = y >= 25 && y < 55;
      const colour =
        isRow && x >= 20 && x < 45
          ? red
          : isRow && ((x >= 45 && x < 60) || (x >= 95 && x < 108))
            ? blue
            : grey;
      // A little noise: colours of a picture are never all the same.
      words[y * size.width + x] = colour + ((x * 7 + y * 13) % 5) * 0x010101;
    }
  }
  const source = inMemory(words, size);
  return {
    key: 'squares',
    size,
    read: async (box, to = {width: box.right - box.left, height: box.bottom - box.top}) =>
      pixelsOf(runAtOnce(shrink(source, box, to)), to),
  };
}

async function found(prompt: SegmentPrompt): Promise<Spans> {
  const segmenter = graphCut(async (steps) => runAtOnce(steps));
  return inOrder(await segmenter.segment(picture(), prompt, new AbortController().signal));
}

const box = {left: 19, top: 24, width: 42, height: 32};
const inRed: ImagePoint = {x: 30, y: 40};
const inBlue: ImagePoint = {x: 52, y: 40};
const inFarBlue: ImagePoint = {x: 101, y: 40};

describe('corrections of what was found by a box', () => {
  it('takes away what looks like the place of a minus click', async () => {
    const before = await found({kind: 'box', box});
    expect(hasPixel(before, inRed) && hasPixel(before, inBlue)).to.equal(true);
    const after = await found({kind: 'box', box, plus: [], minus: [inBlue]});
    expect(hasPixel(after, inRed)).to.equal(true);
    expect(hasPixel(after, inBlue)).to.equal(false);
    expect(areaOf(after)).to.be.within(25 * 30 * 0.9, 25 * 30 * 1.1);
  });

  it('adds what looks like the place of a plus click, also beyond the box', async () => {
    const after = await found({kind: 'box', box, plus: [inFarBlue], minus: []});
    for (const at of [inRed, inBlue, inFarBlue]) expect(hasPixel(after, at)).to.equal(true);
    expect(areaOf(after)).to.be.within(40 * 30 + 13 * 30 * 0.9, (40 * 30 + 13 * 30) * 1.1);
  });

  it('does so for extreme points too, which stay in it', async () => {
    const points = [{x: 30, y: 25}, {x: 20, y: 40}, {x: 59, y: 40}, {x: 40, y: 54}]; // prettier-ignore
    const minus = {x: 52, y: 30};
    expect(hasPixel(await found({kind: 'extremes', points}), minus)).to.equal(true);
    const after = await found({kind: 'extremes', points, plus: [inRed], minus: [minus]});
    for (const at of [inRed, ...points]) expect(hasPixel(after, at)).to.equal(true);
    expect(hasPixel(after, minus)).to.equal(false);
  });
});
