import {expect} from '@open-wc/testing';
import {resetMouse} from '@web/test-runner-commands';
import '../../define/gt-image-viewer.js';
import {drawnPicture, exifSegment} from '../../../test/helpers/pictures.js';
import {nextFrame, screenColor, until, ViewerHarness} from './gt-image-viewer.harness.js';

const width = 5000;
const height = 4000;

/** The colour of a pixel, told by its place, so that no other pixel near it has the same. */
const colorOf = (x: number, y: number): [number, number, number] => [x % 250, y % 250, (x * 7 + y * 3) % 250];

/** 20 megapixels; around some places each pixel has its own colour. */
const places = [
  [2490, 1990],
  [4980, 3980],
] as const;

let png: Blob;

before(async function () {
  this.timeout(60_000);
  png = await drawnPicture(width, height, 'image/png', (context) => {
    context.fillStyle = '#808080';
    context.fillRect(0, 0, width, height);
    for (const [left, top] of places) {
      for (let x = left; x < left + 20; x++) {
        for (let y = top; y < top + 20; y++) {
          context.fillStyle = `rgb(${colorOf(x, y).join(' ')})`;
          context.fillRect(x, y, 1, 1);
        }
      }
    }
  });
});

afterEach(() => resetMouse());

const detailOf = (harness: ViewerHarness) => harness.root.querySelector<HTMLCanvasElement>('.detail');

const isDetailThere = (harness: ViewerHarness) => {
  const canvas = detailOf(harness);
  return canvas !== null && !canvas.hidden && canvas.width > 0;
};

async function colorAt(harness: ViewerHarness, x: number, y: number) {
  const {left, top} = harness.stage.getBoundingClientRect();
  const point = harness.viewer.imageToScreen({x: x + 0.5, y: y + 0.5})!;
  return screenColor(left + point.x, top + point.y);
}

describe('large pictures', function () {
  this.timeout(40_000);

  it('show exactly the pixels of the file where somebody looks closely', async () => {
    const harness = await ViewerHarness.of(png, {withoutToolbar: true});
    const base = harness.picture as HTMLCanvasElement;
    expect(base.width).to.be.below(width);
    expect(detailOf(harness)).to.equal(null);
    for (const [left, top] of places) {
      harness.viewer.zoomTo({left: left + 2, top: top + 2, width: 16, height: 12});
      expect(harness.viewer.scale).to.be.above(15);
      await until(() => isDetailThere(harness), 'the detail is there');
      const wanted = colorOf(left + 9, top + 7);
      await until(
        () => isDetailThere(harness) && covers(harness, left, top),
        'the detail is the one of this place',
      );
      expect(await colorAt(harness, left + 9, top + 7)).to.deep.equal(wanted);
      expect(await colorAt(harness, left + 10, top + 8)).to.deep.equal(colorOf(left + 10, top + 8));
    }
    expect(getComputedStyle(detailOf(harness)!).imageRendering).to.equal('pixelated');
  });

  it('hold no canvas much larger than the stage, and move it with the view', async () => {
    const harness = await ViewerHarness.of(png, {withoutToolbar: true});
    harness.viewer.actualSize();
    await until(() => isDetailThere(harness), 'the detail is there');
    const canvas = detailOf(harness)!;
    expect(canvas.width * canvas.height).to.be.below(400 * 300 * 2.5);
    const place = canvas.getBoundingClientRect();
    const at = harness.viewer.imageToScreen({x: 0, y: 0})!;
    harness.viewer.panBy(0.05, 0.02);
    const moved = canvas.getBoundingClientRect();
    const to = harness.viewer.imageToScreen({x: 0, y: 0})!;
    expect(moved.left - place.left).to.be.closeTo(to.x - at.x, 0.01);
    expect(moved.top - place.top).to.be.closeTo(to.y - at.y, 0.01);
    harness.viewer.fit();
    await nextFrame();
    expect(canvas.hidden).to.equal(true);
  });

  it('are upright in their finest pixels, too', async () => {
    const jpeg = await (
      await drawnPicture(width, height, 'image/jpeg', (context) => {
        context.fillStyle = 'white';
        context.fillRect(0, 0, width, height);
        context.fillStyle = 'red';
        context.fillRect(4000, 800, 64, 64);
      })
    ).bytes();
    const turned = new Blob([jpeg.slice(0, 2), exifSegment(6), jpeg.slice(2)], {type: 'image/jpeg'});
    const harness = await ViewerHarness.of(turned, {withoutToolbar: true});
    harness.viewer.zoomTo({left: 3832, top: 732, width: 400, height: 200});
    expect(harness.viewer.scale).to.be.below(0.7);
    expect((await colorAt(harness, 4030, 830))[1], 'the smaller bitmap').to.be.below(30);
    harness.viewer.zoomTo({left: 4020, top: 820, width: 16, height: 12});
    await until(() => isDetailThere(harness), 'the detail is there');
    const [red, green] = await colorAt(harness, 4030, 830);
    expect(red).to.be.above(240);
    expect(green).to.be.below(20);
    harness.viewer.zoomTo({left: 4064 - 6, top: 820, width: 16, height: 12});
    await until(() => covers(harness, 4054, 822), 'the detail is the one of this place');
    expect((await colorAt(harness, 4068, 830))[1]).to.be.above(230);
    expect((await colorAt(harness, 4059, 830))[1]).to.be.below(30);
  });

  it('give their memory back when another picture comes', async () => {
    const terminated: Worker[] = [];
    const {terminate} = Worker.prototype;
    Worker.prototype.terminate = function () {
      terminated.push(this);
      terminate.call(this);
    };
    const harness = await ViewerHarness.of(png, {withoutToolbar: true});
    harness.viewer.actualSize();
    await until(() => isDetailThere(harness), 'the detail is there');
    const canvas = detailOf(harness)!;
    const before = terminated.length;
    harness.viewer.resolveSource = () => new Promise(() => {});
    harness.viewer.src = 'next';
    await harness.viewer.updateComplete;
    expect(canvas.width).to.equal(0);
    expect(canvas.isConnected).to.equal(false);
    expect(terminated.length).to.equal(before + 1);
    Worker.prototype.terminate = terminate;
  });

  it('stay as coarse as they are where memory fails, and say so', async () => {
    const harness = await ViewerHarness.of(png, {withoutToolbar: true});
    const usual = globalThis.Worker;
    globalThis.Worker = class {
      constructor() {
        throw new Error('no workers here');
      }
    } as unknown as typeof Worker;
    const {createImageBitmap} = globalThis;
    globalThis.createImageBitmap = () => Promise.reject(new Error('no memory'));
    try {
      harness.viewer.actualSize();
      await until(() => harness.root.querySelector('.warnings') !== null, 'the warning is there');
    } finally {
      globalThis.Worker = usual;
      globalThis.createImageBitmap = createImageBitmap;
    }
    expect(harness.root.querySelector('.warnings')!.textContent).to.contain(
      'Shown with fewer pixels than it has',
    );
    expect(harness.root.querySelector('[role=alert]')).to.equal(null);
    expect((await colorAt(harness, 2500, 2100))[0]).to.be.closeTo(128, 2);
  });
});

/** True if the detail lies over a place of the picture and some pixels around it. */
function covers(harness: ViewerHarness, x: number, y: number): boolean {
  const {left, top} = harness.stage.getBoundingClientRect();
  const box = detailOf(harness)!.getBoundingClientRect();
  const corners = [
    harness.viewer.imageToScreen({x: x + 4, y: y + 4})!,
    harness.viewer.imageToScreen({x: x + 14, y: y + 12})!,
  ];
  return corners.every(
    (at) =>
      box.left <= left + at.x &&
      box.top <= top + at.y &&
      box.right >= left + at.x &&
      box.bottom >= top + at.y,
  );
}
