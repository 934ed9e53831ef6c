import '../../src/define/gt-image-viewer.ts';
import {longestTask} from '../longest-task.js';

const stage = document.querySelector('#stage');
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function painted() {
  await frame();
  await frame();
  await pause(0);
}

/** The element as a person uses it: its picture is moved by wheel events. */
function viewerWay() {
  const viewer = document.createElement('gt-image-viewer');
  Object.assign(viewer, {wheel: 'zoom', withoutToolbar: true});
  stage.append(viewer);
  return {
    prefetch: (file) => viewer.prefetchImage(file),
    open(file) {
      const ready = new Promise((resolve, reject) => {
        viewer.addEventListener('gt-image-ready', resolve, {once: true});
        viewer.addEventListener('gt-error', ({detail}) => reject(new Error(detail.message)), {once: true});
      });
      viewer.src = file;
      return ready;
    },
    pan: (dx, dy) => viewer.panBy(dx / 1200, dy / 800),
    zoom(delta) {
      const target = viewer.renderRoot.querySelector('.stage');
      const at = {clientX: 600, clientY: 400, bubbles: true, cancelable: true, composed: true};
      target.dispatchEvent(new WheelEvent('wheel', {...at, deltaY: delta, ctrlKey: true}));
    },
    scale: () => viewer.scale,
  };
}

/** The obvious way: the picture as it is, moved and scaled by CSS. */
function imgWay() {
  let image;
  let view;
  const show = () => (image.style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`);
  return {
    async open(file) {
      const next = Object.assign(new Image(), {src: file});
      await next.decode();
      image?.remove();
      image = next;
      stage.append(image);
      const scale = Math.min(1200 / image.naturalWidth, 800 / image.naturalHeight);
      view = {scale, x: 0, y: 0};
      show();
    },
    pan(dx, dy) {
      view = {...view, x: view.x + dx, y: view.y + dy};
      show();
    },
    zoom(delta) {
      const factor = Math.exp(-delta / 100);
      view = {
        scale: view.scale * factor,
        x: 600 - (600 - view.x) * factor,
        y: 400 - (400 - view.y) * factor,
      };
      show();
    },
    scale: () => view.scale,
  };
}

const ways = {viewer: viewerWay, img: imgWay};
let way;

/** How long each frame of a gesture took: what 95 of 100 stay below, and the longest. */
async function gesture(step, count) {
  const times = [];
  let last = await frame();
  for (let at = 0; at < count; at++) {
    step(at);
    const now = await frame();
    times.push(now - last);
    last = now;
  }
  times.sort((a, b) => a - b);
  return {p95: times[Math.floor(times.length * 0.95)], longest: times.at(-1), frames: count};
}

globalThis.bench = {
  async init(name) {
    way = ways[name]();
    await painted();
    await pause(200);
  },
  async open(file) {
    const start = performance.now();
    await way.open(file);
    await painted();
    return {ms: performance.now() - start};
  },
  watchOpen: async (file) => ({
    longestTask: await longestTask(
      () => globalThis.bench.open(file),
      () => pause(100),
    ),
  }),
  prefetch: async (file) => (way.prefetch ? (await way.prefetch(file), true) : false),
  /** In to eight times and back, as a trackpad pinch does it. */
  zoom: () => gesture((at) => way.zoom(at % 120 < 60 ? -3.5 : 3.5), 240),
  /** At three times the fitted size, about the middle. */
  async pan() {
    for (let step = 0; step < 30; step++) way.zoom(-3.7);
    await painted();
    await pause(500);
    return gesture((at) => way.pan(14 * Math.cos(at / 19), 10 * Math.sin(at / 13)), 240);
  },
  scale: () => way.scale(),
};
globalThis.isReady = true;
