import {boxToDrag, dragged, fitted, hovered, makeBoxes, panned, zoomed} from './scene.js';

const adapters = {
  ours: () => import('./adapters/ours.js'),
  blit: () => import('./adapters/blit.js'),
  raw: () => import('./adapters/raw.js'),
  'konva-tuned': () => import('./adapters/konva-tuned.js'),
  konva: () => import('./adapters/konva.js'),
  fabric: () => import('./adapters/fabric.js'),
  annotorious: () => import('./adapters/annotorious.js'),
};

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** The frame has been made, not only begun. */
async function painted() {
  await frame();
  await frame();
  await pause(0);
}

let adapter;
let boxes;

/** Does a step per animation frame: `count` of them, or as many as begin within `limitMs`. */
async function frames(step, count, limitMs) {
  const start = performance.now();
  let done = 0;
  while (done < count && (done === 0 || performance.now() - start < limitMs)) {
    await frame();
    step(done++);
  }
  await painted();
  return {frames: done, ms: (performance.now() - start) / done};
}

async function once(act) {
  const start = performance.now();
  await act();
  await painted();
  return performance.now() - start;
}

/** Every act of a cell. Who measures calls them in this order and reads the CPU clocks before and after each. */
globalThis.bench = {
  /** An empty stage with the photo, the library loaded. */
  async init({name, count}) {
    const photo = document.querySelector('#photo');
    await photo.decode();
    boxes = makeBoxes(count);
    const {create} = await adapters[name]();
    adapter = create({host: document.querySelector('#stage'), photo});
    await adapter.init();
    adapter.view(fitted);
    await painted();
    await pause(100);
  },

  /** Until the boxes are on the screen. */
  load: () =>
    once(async () => {
      adapter.load(boxes);
      await adapter.settled?.();
    }),

  pan: ({count, limitMs, from = 0}) => frames((step) => adapter.view(panned(from + step)), count, limitMs),

  zoom: ({count, limitMs, from = 0}) => frames((step) => adapter.view(zoomed(from + step)), count, limitMs),

  /** The gesture is over and the whole photo shown again: until nothing is left to paint. */
  settle: () =>
    once(async () => {
      adapter.view(fitted);
      await adapter.settled?.();
    }),

  /** Until nothing is left to paint, whatever is shown. */
  rest: () => once(() => adapter.settled?.()),

  /** A pointer move and a frame. */
  hover: ({count, limitMs}) => frames((step) => adapter.move(hovered(step * 7)), count, limitMs),

  /** Pointer moves without a frame between them, what each puts off until the end of its task included. */
  async moves({count, limitMs}) {
    if (!adapter.move) return {};
    const start = performance.now();
    let done = 0;
    while (done < count && performance.now() - start < limitMs) {
      adapter.move(hovered(done++));
      await undefined;
    }
    return {moves: done, ms: performance.now() - start};
  },

  dragStart: () => once(() => adapter.dragStart(boxToDrag(boxes))),

  drag: ({count, limitMs, from = 0}) =>
    frames(
      (step) => {
        const {dx, dy} = dragged(from + step);
        adapter.drag(dx, dy);
      },
      count,
      limitMs,
    ),

  dragEnd: () => once(() => adapter.dragEnd()),

  /** What the adapter says it did, so that a cell that measured nothing is noticed. */
  proof: () => adapter.proof?.() ?? {},

  canHover: () => Boolean(adapter.move),

  destroy: () => adapter.destroy(),
};
globalThis.isReady = true;
