import {extremesOf, maskScene, overlapOf} from '../../test/helpers/mask-scenes.ts';
import {eachSpan} from '../../src/raster/spans.ts';
import {beyondCurve, regionAround, touchingOf} from '../../src/vision/grab-cut/extremes.ts';
import {graphCut} from '../../src/vision/grab-cut/graph-cut.ts';
import {inMemory, pixelsOf} from '../../src/vision/pixel-source.ts';
import {shrink} from '../../src/vision/shrink.ts';
import {PictureInWorker} from '../../src/workers/picture-work.ts';
import {runInSlices} from '../../src/workers/run-in-slices.ts';

const never = new AbortController().signal;
let cv;

/** A scene as the kit sees pictures, with its extreme points. */
function caseOf(scene) {
  const {words, width, height, mask} = scene;
  const source = inMemory(words, {width, height});
  const points = extremesOf(mask, width);
  const picture = {
    key: '',
    size: {width, height},
    async read(box, size) {
      const own = {width: box.right - box.left, height: box.bottom - box.top};
      return size && (size.width !== own.width || size.height !== own.height)
        ? pixelsOf(await runInSlices(shrink(source, box, size), never), size)
        : pixelsOf(source.words(box), own);
    },
  };
  return {scene, source, picture, points, touching: touchingOf(points, {width, height})};
}

function maskOf(spans, {width, height}) {
  const mask = new Uint8Array(width * height);
  eachSpan(spans, (y, start, end) => mask.fill(1, y * width + start, y * width + end));
  return mask;
}

const boxOf = ({box}) => ({
  left: box.left,
  top: box.top,
  width: box.right - box.left,
  height: box.bottom - box.top,
});

/** The pixels for which a test holds, within the box. */
function filled({scene, touching}, isIn = () => true) {
  const {left, top, right, bottom} = touching.box;
  const mask = new Uint8Array(scene.mask.length);
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++) if (isIn(x + 0.5, y + 0.5)) mask[y * scene.width + x] = 1;
  return mask;
}

/** Points as a hasty hand sets them: up to `off` pixels beside where they should be. */
function shaken(points, number, off, {width, height}) {
  let state = number * 9301 + 49_297;
  const by = () => ((state = (state * 48_271) % 2_147_483_647) / 2_147_483_647 - 0.5) * 2 * off;
  const within = (value, most) => Math.min(most - 1, Math.max(0, value));
  return points.map(({x, y}) => ({x: within(x + by(), width), y: within(y + by(), height)}));
}

/** The pixel of the thing that is farthest from its border: where somebody who clicks once would click. */
function innermost({mask, width, height}) {
  const far = new Uint16Array(mask.length);
  let best = 0;
  for (let at = 0; at < mask.length; at++)
    if (mask[at] && at >= width)
      far[at] = Math.min(far[at - 1], far[at - width], far[at - width - 1] ?? 0) + 1;
  for (let at = 0; at < mask.length; at++) if (far[at] > far[best]) best = at;
  // The square whose bottom right corner this is lies wholly in the thing.
  const half = far[best] / 2;
  return {
    x: Math.min(width - 1, (best % width) + 1 - half),
    y: Math.min(height - 1, Math.floor(best / width) + 1 - half),
  };
}

/** OpenCV's GrabCut in the same region as ours: with the box only, or with what ours is told as well. */
function openCv({scene, source, points, touching}, isTold) {
  const {box} = regionAround(touching, scene);
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const rgba = cv.matFromArray(height, width, cv.CV_8UC4, new Uint8Array(source.words(box).buffer));
  const picture = new cv.Mat();
  cv.cvtColor(rgba, picture, cv.COLOR_RGBA2RGB);
  const marks = new cv.Mat(height, width, cv.CV_8UC1, new cv.Scalar(cv.GC_BGD));
  const [ground, thing] = [new cv.Mat(), new cv.Mat()];
  const inner = touching.box;
  if (isTold) {
    for (let y = inner.top; y < inner.bottom; y++)
      for (let x = inner.left; x < inner.right; x++)
        marks.data[(y - box.top) * width + x - box.left] =
          beyondCurve(touching, x + 0.5, y + 0.5) <= 1 ? cv.GC_PR_FGD : cv.GC_PR_BGD;
    for (const {x, y} of points)
      marks.data[(Math.floor(y) - box.top) * width + Math.floor(x) - box.left] = cv.GC_FGD;
  }
  const rect = new cv.Rect(
    inner.left - box.left,
    inner.top - box.top,
    inner.right - inner.left,
    inner.bottom - inner.top,
  );
  cv.grabCut(picture, marks, rect, ground, thing, 5, isTold ? cv.GC_INIT_WITH_MASK : cv.GC_INIT_WITH_RECT);
  const mask = new Uint8Array(scene.mask.length);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (marks.data[y * width + x] & 1) mask[(y + box.top) * scene.width + x + box.left] = 1;
  for (const mat of [rgba, picture, marks, ground, thing]) mat.delete();
  return mask;
}

const ours = async (item, prompt) =>
  maskOf(await graphCut(runInSlices).segment(item.picture, prompt, never), item.scene);

const ways = {
  rectangle: (item) => filled(item),
  ellipse: (item) => filled(item, (x, y) => beyondCurve(item.touching, x, y) <= 1),
  'opencv box': (item) => openCv(item, false),
  'opencv points': (item) => openCv(item, true),
  'ours points': (item) => ours(item, {kind: 'extremes', points: item.points}),
  'ours points 3 off': (item, number) =>
    ours(item, {kind: 'extremes', points: shaken(item.points, number, 3, item.scene)}),
  'ours box': (item) => ours(item, {kind: 'box', box: boxOf(item.touching)}),
  'ours one click': (item) => ours(item, {kind: 'points', plus: [innermost(item.scene)], minus: []}),
};

async function pngOf({words, width, height}) {
  const canvas = new OffscreenCanvas(width, height);
  const pixels = new ImageData(new Uint8ClampedArray(words.buffer), width, height);
  canvas.getContext('2d').putImageData(pixels, 0, 0);
  return canvas.convertToBlob({type: 'image/png'});
}

let item;
let work;

globalThis.bench = {
  async start() {
    cv = globalThis.cv;
    if (!cv.Mat) await new Promise((resolve) => (cv.onRuntimeInitialized = () => resolve()));
  },
  ways: () => Object.keys(ways),
  /** How well each way finds the thing of a scene. */
  async overlaps(number) {
    item = caseOf(maskScene(number));
    const found = {shape: item.scene.name};
    for (const [name, way] of Object.entries(ways))
      found[name] = overlapOf(await way(item, number), item.scene.mask);
    return found;
  },
  /** The same scene in so many megapixels. */
  async enlarge({number, megapixels}) {
    const {width, height} = maskScene(number, 0.1);
    item = caseOf(maskScene(number, Math.sqrt((megapixels * 1e6) / (width * height * 100))));
    const {scene} = item;
    work?.close();
    work = new PictureInWorker({
      blob: await pngOf(scene),
      frame: {stored: {width: scene.width, height: scene.height}, orientation: 1},
      key: '',
    });
    await work.prepare();
    return {width: scene.width, height: scene.height};
  },
  /** One call in the page's own thread, whose CPU time can be told; and how well it found the thing. */
  async call(name) {
    return overlapOf(await ways[name](item, 1), item.scene.mask);
  },
  /** One call as the elements do it: wall time from asking to having the answer, in ms. */
  async inWorker() {
    const start = performance.now();
    await work.segment({kind: 'extremes', points: item.points});
    return performance.now() - start;
  },
  /** How long it takes until a call that is aborted half-way lets the next one begin. */
  async abort() {
    const stop = new AbortController();
    const call = work.segment({kind: 'extremes', points: item.points}, stop.signal).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 150));
    const start = performance.now();
    stop.abort();
    await call;
    await work.read({left: 0, top: 0, right: 1, bottom: 1});
    return performance.now() - start;
  },
};
globalThis.isReady = true;
