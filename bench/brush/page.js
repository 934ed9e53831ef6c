import {makeMask} from '../png/mask.js';
import {fitted, showPhoto, sizes, wayOf} from './scene.js';
import {longestTask} from '../longest-task.js';

const adapters = {
  ours: () => import('./adapters/ours.js'),
  limit: () => import('./adapters/limit.js'),
  canvas: () => import('./adapters/canvas.js'),
  put: () => import('./adapters/put.js'),
  fabric: () => import('./adapters/fabric.js'),
  konva: () => import('./adapters/konva.js'),
  nothing: () => ({create: () => ({init() {}, press() {}, move() {}, release() {}, destroy() {}})}),
};

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The frame has been made, not only begun. */
async function painted() {
  await frame();
  await frame();
  await pause(0);
}

let adapter, size;
let step = 0;
/** Where nothing is labelled. */
let empty;

/** The middle of the longest stretch in which nothing is labelled: the largest area goes through it. */
function emptiest({data, width, height}) {
  let best = {length: 0};
  for (let row = 0; row < height; row += Math.floor(height / 40)) {
    for (let x = 0, start = 0; x <= width; x++) {
      if (x < width && data[row * width + x] === 0) continue;
      if (x - start > best.length) best = {length: x - start, x: (x + start) / 2, y: row + 0.5};
      start = x + 1;
    }
  }
  return best;
}

/** Every act of a cell. Who measures calls them in this order and reads the CPU clocks before and after each. */
globalThis.bench = {
  async init({name, sizeName}) {
    size = sizes.find((one) => one.name === sizeName);
    const photo = document.querySelector('#photo');
    await photo.decode();
    const view = fitted(size);
    showPhoto(photo, size, view);
    const {create} = await adapters[name]();
    adapter = create({host: document.querySelector('#stage'), size, view});
    await adapter.init();
    await painted();
    await pause(100);
  },

  press(radius) {
    adapter.press(wayOf(size, step), radius);
    return painted();
  },

  /** A pointer move per animation frame. */
  async moves({count, limitMs}) {
    const start = performance.now();
    let done = 0;
    while (done < count && (done === 0 || performance.now() - start < limitMs)) {
      await frame();
      adapter.move(wayOf(size, ++step));
      done++;
    }
    await painted();
    return {frames: done, ms: (performance.now() - start) / done};
  },

  /** Until the frame after it is made. */
  release() {
    adapter.release(wayOf(size, step));
    return painted();
  },

  watchedRelease: () => longestTask(() => adapter.release(wayOf(size, step)), painted),

  /** Until the frame after it is made. */
  async undo() {
    const start = performance.now();
    adapter.undo();
    await painted();
    return {ms: performance.now() - start};
  },

  bytes: () => adapter.bytes?.(),

  canUndo: () => Boolean(adapter.undo),

  canFill: () => Boolean(adapter.bucket),

  /** A mask of 60 shapes, ready to be loaded. */
  prepare() {
    const mask = makeMask(size.width, size.height);
    empty = emptiest(mask);
    globalThis.prior = adapter.prepare(mask);
  },

  async load() {
    const start = performance.now();
    adapter.load(globalThis.prior);
    await adapter.settled?.();
    await painted();
    return {ms: performance.now() - start};
  },

  /** Fills what nobody has labelled: most of the picture. */
  async bucket() {
    let ms;
    const longest = await longestTask(async () => {
      const start = performance.now();
      await adapter.bucket(empty);
      await frame();
      ms = performance.now() - start;
    }, painted);
    return {ms, longest};
  },

  labelled: () => adapter.labelled?.() ?? 0,

  destroy: () => adapter.destroy(),
};
globalThis.isReady = true;
