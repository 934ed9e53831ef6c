import {decodeMaskPng} from '../../src/entries/raster.ts';
import {makeMask, palette} from './mask.js';
import {decoders, encoders} from './ways.js';
import {longestTask} from '../longest-task.js';

const isSame = (a, b) => a.length === b.length && a.every((id, at) => id === b[at]);

/** A small mask first, so that no way pays for being compiled. */
const warmUp = makeMask(1000, 750);

let act;
let mask;
let last;

globalThis.bench = {
  async prepare(kind, way, width, height) {
    mask = makeMask(width, height);
    const encode = kind === 'encode' ? encoders[way] : encoders.CompressionStream;
    const [large, small] = kind === 'encode' ? [mask, warmUp] : [await encode(mask), await encode(warmUp)];
    const run = kind === 'encode' ? encode : decoders[way];
    for (let round = 0; round < 3; round++) await run(small);
    act = () => run(large);
  },
  /** Again and again for a second, so that what measuring costs does not count. */
  async run() {
    const start = performance.now();
    let [times, ms] = [0, 0];
    for (; ms < 1000 || times < 3; ms = performance.now() - start, times++) last = await act();
    return {ms: ms / times, times};
  },
  longestTask: () => longestTask(act),
  async checkFile() {
    const {data, unknownPixels} = await decodeMaskPng(last, palette);
    return {bytes: last.length, isRight: unknownPixels === 0 && isSame(data, mask.data)};
  },
  checkClasses: () => ({isRight: isSame(last, mask.data)}),
};
