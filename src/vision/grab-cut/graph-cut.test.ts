import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {extremesOf, maskScene, overlapOf, type MaskScene} from '../../../test/helpers/mask-scenes.js';
import type {ImagePoint} from '../../geometry/point.js';
import {eachSpan, type Spans} from '../../raster/spans.js';
import {inMemory, pixelsOf} from '../pixel-source.js';
import type {SegmentPicture, SegmentPrompt} from '../segmenter.js';
import {shrink} from '../shrink.js';
import {runAtOnce, type RunSteps} from '../steps.js';
import {beyondCurve, touchingOf} from './extremes.js';
import {graphCut} from './graph-cut.js';

const atOnce: RunSteps = async (steps, signal) => {
  signal?.throwIfAborted();
  return runAtOnce(steps);
};

function pictureOf({words, width, height}: MaskScene): SegmentPicture {
  const source = inMemory(words, {width, height});
  return {
    key: 'scene',
    size: {width, height},
    read: async (box, size = {width: box.right - box.left, height: box.bottom - box.top}) =>
      pixelsOf(runAtOnce(shrink(source, box, size)), size),
  };
}

function maskOf(spans: Spans, {width, height}: MaskScene): Uint8Array<ArrayBuffer> {
  const mask = new Uint8Array(width * height);
  eachSpan(spans, (y, start, end) => {
    expect(y >= 0 && y < height && start >= 0 && start < end && end <= width).to.equal(true);
    mask.fill(1, y * width + start, y * width + end);
  });
  return mask;
}

async function found(scene: MaskScene, prompt: SegmentPrompt): Promise<Uint8Array<ArrayBuffer>> {
  const signal = new AbortController().signal;
  return maskOf(await graphCut(atOnce).segment(pictureOf(scene), prompt, signal), scene);
}

const placeOf = ({x, y}: ImagePoint, width: number): number => Math.floor(y) * width + Math.floor(x);

/** How many pieces a mask has; pixels belong together by their sides. */
function pieces(mask: Uint8Array, width: number): number {
  const isSeen = new Uint8Array(mask.length);
  let count = 0;
  for (let start = 0; start < mask.length; start++) {
    if (!mask[start] || isSeen[start]) continue;
    count++;
    const queue = [start];
    isSeen[start] = 1;
    for (const at of queue) {
      const x = at % width;
      for (const next of [x > 0 ? at - 1 : at, x < width - 1 ? at + 1 : at, at - width, at + width]) {
        if (!mask[next] || isSeen[next]) continue;
        isSeen[next] = 1;
        queue.push(next);
      }
    }
  }
  return count;
}

/** The middle of the largest square that fits into a mask: where somebody would click. */
function innermost(mask: Uint8Array, width: number): ImagePoint {
  const far = new Int32Array(mask.length);
  let best = 0;
  for (let at = 0; at < mask.length; at++) {
    if (mask[at] && at > width) far[at] = Math.min(far[at - 1]!, far[at - width]!, far[at - width - 1]!) + 1;
    if (far[at]! > far[best]!) best = at;
  }
  const back = Math.floor(far[best]! / 2);
  return {x: (best % width) - back + 0.5, y: Math.floor(best / width) - back + 0.5};
}

describe('the segmenter without a model', () => {
  it('finds things by their extreme points far better than plain shapes through them', async function () {
    this.timeout(120_000);
    const sums = {ours: 0, ellipse: 0, box: 0};
    const scenes = 24;
    for (let number = 0; number < scenes; number++) {
      const scene = maskScene(number);
      const points = extremesOf(scene.mask, scene.width);
      const touching = touchingOf(points, scene)!;
      const shape = (isIn: (x: number, y: number) => boolean) =>
        scene.mask.map((_, at) =>
          isIn((at % scene.width) + 0.5, Math.floor(at / scene.width) + 0.5) ? 1 : 0,
        );
      const {left, top, right, bottom} = touching.box;
      const inBox = (x: number, y: number) => x > left && x < right && y > top && y < bottom;
      sums.ours += overlapOf(await found(scene, {kind: 'extremes', points}), scene.mask);
      sums.box += overlapOf(shape(inBox), scene.mask);
      sums.ellipse += overlapOf(
        shape((x, y) => inBox(x, y) && beyondCurve(touching, x, y) <= 1),
        scene.mask,
      );
    }
    expect(sums.ours / scenes).to.be.greaterThan(0.9);
    expect(sums.ours).to.be.greaterThan(sums.ellipse + 0.15 * scenes);
    expect(sums.ellipse).to.be.greaterThan(sums.box);
  });

  it('finds most things by one click, and more of them by two', async function () {
    this.timeout(120_000);
    const sums = [0, 0];
    const scenes = 16;
    for (let number = 0; number < scenes; number++) {
      const scene = maskScene(number);
      const first = innermost(scene.mask, scene.width);
      const once = await found(scene, {kind: 'points', plus: [first], minus: []});
      const missed = scene.mask.map((value, at) => (value && !once[at] ? 1 : 0));
      const added = scene.mask.map((value, at) => (!value && once[at] ? 1 : 0));
      const isMore = missed.filter(Boolean).length > added.filter(Boolean).length;
      const second = innermost(isMore ? missed : added, scene.width);
      const twice = await found(scene, {
        kind: 'points',
        plus: isMore ? [first, second] : [first],
        minus: isMore ? [] : [second],
      });
      sums[0]! += overlapOf(once, scene.mask);
      sums[1]! += overlapOf(twice, scene.mask);
    }
    expect(sums[0]! / scenes).to.be.greaterThan(0.7);
    expect(sums[1]! / scenes).to.be.greaterThan(sums[0]! / scenes);
  });

  it('keeps to what was pointed at, whatever that was', async function () {
    this.timeout(120_000);
    const share = fc.double({min: 0, max: 0.999, noNaN: true});
    const place = fc.record({x: share, y: share});
    const prompts = fc.record({
      number: fc.integer({min: 0, max: 400}),
      kind: fc.constantFrom('extremes' as const, 'box' as const, 'points' as const),
      places: fc.array(place, {minLength: 1, maxLength: 4}),
      others: fc.array(place, {maxLength: 3}),
    });
    await fc.assert(
      fc.asyncProperty(prompts, async ({number, kind, places, others}) => {
        const scene = maskScene(number, 0.4);
        const {width, height} = scene;
        const points = places.map(({x, y}) => ({x: x * width, y: y * height}));
        const isPlus = new Set(points.map((point) => placeOf(point, width)));
        const minus = others
          .map(({x, y}) => ({x: x * width, y: y * height}))
          .filter((point) => !isPlus.has(placeOf(point, width)));
        const {left, top, right, bottom} = touchingOf(points, scene)!.box;
        if (kind === 'points') {
          const mask = await found(scene, {kind, plus: points, minus});
          for (const point of points) expect(mask[placeOf(point, width)]).to.equal(1);
          for (const point of minus) expect(mask[placeOf(point, width)]).to.equal(0);
          return;
        }
        const box = {left, top, width: right - left, height: bottom - top};
        const mask = await found(scene, kind === 'box' ? {kind, box} : {kind, points});
        expect(pieces(mask, width)).to.equal(1);
        if (kind === 'extremes') for (const point of points) expect(mask[placeOf(point, width)]).to.equal(1);
        const slack = 3 + Math.max(box.width, box.height) * 0.03;
        mask.forEach((value, at) => {
          if (!value) return;
          const [x, y] = [at % width, Math.floor(at / width)];
          expect(x > left - slack && x < right + slack && y > top - slack && y < bottom + slack).to.equal(
            true,
          );
        });
      }),
      {numRuns: 40},
    );
  });

  it('gives the same result for the same prompt, with the points in any order', async () => {
    const scene = maskScene(3);
    const [top, bottom, left, right] = extremesOf(scene.mask, scene.width);
    const one = await found(scene, {kind: 'extremes', points: [top, bottom, left, right]});
    expect(await found(scene, {kind: 'extremes', points: [right, top, left, bottom]})).to.deep.equal(one);
  });

  it('finds nothing where nothing is pointed at', async () => {
    const scene = maskScene(3, 0.4);
    const none = new Uint8Array(scene.mask.length);
    expect(await found(scene, {kind: 'points', plus: [], minus: [{x: 4, y: 4}]})).to.deep.equal(none);
    expect(await found(scene, {kind: 'extremes', points: []})).to.deep.equal(none);
    const beside = {left: 5000, top: 5000, width: 10, height: 10};
    expect(await found(scene, {kind: 'box', box: beside})).to.deep.equal(none);
  });

  it('works in steps between which it can be stopped', async () => {
    const scene = maskScene(5);
    const stop = new AbortController();
    let count = 0;
    const stopping: RunSteps = async (steps, signal) => {
      for (;;) {
        if (++count === 40) stop.abort();
        signal?.throwIfAborted();
        const step = steps.next();
        if (step.done) return step.value;
      }
    };
    const points = extremesOf(scene.mask, scene.width);
    const outcome = await graphCut(stopping)
      .segment(pictureOf(scene), {kind: 'extremes', points}, stop.signal)
      .then(
        () => 'found',
        (error: Error) => error.name,
      );
    expect([outcome, count]).to.deep.equal(['AbortError', 40]);
  });
});
