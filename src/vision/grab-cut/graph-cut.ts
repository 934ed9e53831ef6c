import type {ImagePoint} from '../../geometry/point.js';
import {intersection, isEmpty} from '../../raster/pixel-box.js';
import {SpanList, type Spans} from '../../raster/spans.js';
import {spansOfMask} from '../mask.js';
import {wordsOf} from '../pixel-source.js';
import type {SegmentPicture, SegmentPrompt, Segmenter} from '../segmenter.js';
import type {RunSteps} from '../steps.js';
import {larger, regionOfWindow, shareOfBorder, sketchOfClicks, windowAround} from './clicks.js';
import {correct} from './correct.js';
import {regionAround, sketchOf, touchingBox, touchingOf} from './extremes.js';
import {refined, type Cut} from './refine.js';
import {boxOf, cellAt, type Region} from './region.js';
import {cutColours} from './sketch.js';
import {tidy} from './tidy.js';

/** So much of the window's border may belong to a thing that is wholly in it, by mistake. */
const strayShare = 0.01;

/** With so much of the border looking like the thing, it surely goes on beyond. */
const leavingShare = 0.08;

/** A thing that was cut out in few cells, and what is certain of it. */
interface Draft {
  readonly cut: Cut;
  readonly plus: readonly ImagePoint[];
  readonly minus: readonly ImagePoint[];
  readonly isOnePiece: boolean;
}

/**
 * Finds things by their colours and edges, without a model: the cheapest cut between what looks like the thing and what
 * looks like the ground, in few cells first and then along its border in the picture's own pixels.
 */
export function graphCut(run: RunSteps): Segmenter {
  const draftOf = (picture: SegmentPicture, prompt: SegmentPrompt, signal: AbortSignal) =>
    prompt.kind === 'points'
      ? draftOfClicks(picture, prompt, run, signal)
      : draftInBox(picture, prompt, run, signal);
  return {
    name: 'graph-cut',
    async segment(picture, prompt, signal): Promise<Spans> {
      const draft = await draftOf(picture, prompt, signal);
      if (!draft) return new SpanList().spans;
      const {cut, plus, minus, isOnePiece} = draft;
      const places = (region: Region, points: readonly ImagePoint[]) =>
        points.filter((point) => isInside(region, point)).map((point) => cellAt(region, point));
      const seedsIn = (region: Region) => ({
        plus: places(region, plus),
        minus: places(region, minus),
        isOnePiece,
      });
      tidy({...cut.region, data: cut.mask}, seedsIn(cut.region));
      const found = await refined(
        picture,
        cut,
        {plus: (region) => places(region, plus), minus: (region) => places(region, minus)},
        run,
        signal,
      );
      const {box} = cut.region;
      const whole: Region = {box, width: found.width, height: found.height};
      tidy(found, seedsIn(whole));
      return spansOfMask({...found, value: 1, box: boxOf(found)}, box.left, box.top);
    },
  };
}

async function draftInBox(
  picture: SegmentPicture,
  prompt: Extract<SegmentPrompt, {kind: 'extremes' | 'box'}>,
  run: RunSteps,
  signal: AbortSignal,
): Promise<Draft | undefined> {
  const plus = prompt.kind === 'extremes' ? prompt.points : [];
  const touching =
    prompt.kind === 'extremes' ? touchingOf(prompt.points, picture.size) : boxOfPrompt(prompt, picture);
  if (!touching) return undefined;
  const whole = {box: boxOf(picture.size), ...picture.size};
  const added = (prompt.plus ?? []).filter((point) => isInside(whole, point));
  const region = regionAround(touching, picture.size, added);
  const removed = (prompt.minus ?? []).filter((point) => isInside(region, point));
  const words = wordsOf(await picture.read(region.box, region));
  const onPicture = plus.map(({x, y}) => ({
    x: Math.min(picture.size.width - 1, Math.max(0, x)),
    y: Math.min(picture.size.height - 1, Math.max(0, y)),
  }));
  const mask = await run(cutColours(sketchOf(touching, region, words, onPicture, added)), signal);
  const cells = (points: readonly ImagePoint[]) => points.map((point) => cellAt(region, point));
  correct(mask, region, words, cells(added), cells(removed));
  return {cut: {region, mask, words}, plus: [...onPicture, ...added], minus: removed, isOnePiece: true};
}

function boxOfPrompt({box}: Extract<SegmentPrompt, {kind: 'box'}>, picture: SegmentPicture) {
  const pixels = intersection(
    {
      left: Math.floor(box.left),
      top: Math.floor(box.top),
      right: Math.ceil(box.left + box.width),
      bottom: Math.ceil(box.top + box.height),
    },
    boxOf(picture.size),
  );
  return isEmpty(pixels) ? undefined : touchingBox(pixels);
}

async function draftOfClicks(
  picture: SegmentPicture,
  prompt: Extract<SegmentPrompt, {kind: 'points'}>,
  run: RunSteps,
  signal: AbortSignal,
): Promise<Draft | undefined> {
  const {size} = picture;
  const whole = {box: boxOf(size), ...size};
  const plus = prompt.plus.filter((point) => isInside(whole, point));
  const minus = prompt.minus.filter((point) => isInside(whole, point));
  if (plus.length === 0) return undefined;
  for (let window = windowAround(plus, size); ;) {
    const region = regionOfWindow(window);
    const words = wordsOf(await picture.read(region.box, region));
    const sketch = sketchOfClicks(region, words, plus, minus, size);
    const next = larger(window, size);
    if (next && shareOfBorder(sketch.guess, region, size) > leavingShare) {
      signal.throwIfAborted();
      window = next;
      continue;
    }
    const mask = await run(cutColours(sketch), signal);
    const cells = (points: readonly ImagePoint[]) => points.map((point) => cellAt(region, point));
    const minusHere = cells(minus.filter((point) => isInside(region, point)));
    tidy({...region, data: mask}, {plus: cells(plus), minus: minusHere, isOnePiece: false});
    if (!next || shareOfBorder(mask, region, size) <= strayShare)
      return {cut: {region, mask, words}, plus, minus, isOnePiece: false};
    window = next;
  }
}

function isInside({box}: Region, {x, y}: ImagePoint): boolean {
  return x >= box.left && x < box.right && y >= box.top && y < box.bottom;
}
