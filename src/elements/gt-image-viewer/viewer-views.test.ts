import {expect} from '@open-wc/testing';
import {emulateMedia, resetMouse} from '@web/test-runner-commands';
import '../../define/gt-image-viewer.js';
import {drawnPicture, turnedJpeg} from '../../../test/helpers/pictures.js';
import type {Box} from '../../geometry/box.js';
import type {GtImageViewer} from './gt-image-viewer.js';
import {
  devtools,
  nextFrame,
  RecordingLayer,
  screenColor,
  until,
  ViewerHarness,
} from './gt-image-viewer.harness.js';

let large: Blob;

before(async () => {
  large = await drawnPicture(1600, 1200);
});

afterEach(() => resetMouse());

/** Where a box of the stored grid is on the stage. */
function onStage(viewer: GtImageViewer, {left, top, width, height}: Box) {
  const a = viewer.imageToScreen({x: left, y: top})!;
  const b = viewer.imageToScreen({x: left + width, y: top + height})!;
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    right: Math.max(a.x, b.x),
    bottom: Math.max(a.y, b.y),
  };
}

describe('stage: views', () => {
  it('zooms to a box with 15 % of the stage free around it, however the picture is turned', async () => {
    for (const orientation of [1, 6] as const) {
      const {viewer} = await ViewerHarness.of(await turnedJpeg(800, 600, orientation), {
        withoutToolbar: true,
      });
      viewer.zoomTo({left: 500, top: 100, width: 100, height: 20});
      const {left, right, top, bottom} = onStage(viewer, {left: 500, top: 100, width: 100, height: 20});
      expect((left + right) / 2).to.be.closeTo(200, 1);
      expect((top + bottom) / 2).to.be.closeTo(150, 1);
      const isWide = orientation === 1;
      expect(isWide ? right - left : bottom - top).to.be.closeTo((isWide ? 384 : 284) * 0.7, 1);
    }
  });

  it('goes back to the views before, one act at a time', async () => {
    const harness = await ViewerHarness.of(large, {wheel: 'zoom'});
    const {viewer} = harness;
    const fitted = viewer.scale;
    viewer.zoomTo({left: 0, top: 0, width: 100, height: 100});
    const zoomed = viewer.sight!.view;
    await harness.drag([200, 150], [260, 120]);
    for (let i = 0; i < 3; i++) await harness.wheel(200, 150, -100);
    viewer.previousView();
    expect(viewer.scale).to.equal(zoomed.scale);
    viewer.previousView();
    expect(viewer.sight!.view).to.deep.equal(zoomed);
    viewer.previousView();
    expect(viewer.scale).to.equal(fitted);
    viewer.previousView();
    expect(viewer.scale).to.equal(fitted);
    viewer.parentElement!.style.width = '300px';
    await until(() => viewer.scale < fitted, 'the view that was fitted follows the stage again');
  });

  it('brings a box into view by moving, and by zooming out only if it must', async () => {
    await emulateMedia({reducedMotion: 'reduce'});
    const {viewer} = await ViewerHarness.of(large);
    viewer.actualSize();
    viewer.reveal({left: 1500, top: 20, width: 60, height: 40});
    expect(viewer.scale).to.equal(1);
    const near = onStage(viewer, {left: 1500, top: 20, width: 60, height: 40});
    expect(near.right).to.be.closeTo(400 - 8 - 384 * 0.15, 1.5);
    expect(near.top).to.be.closeTo(8 + 232 * 0.15, 1.5);
    const {view} = viewer.sight!;
    viewer.reveal({left: 1490, top: 30, width: 60, height: 40});
    expect(viewer.sight!.view, 'what is in view stays').to.deep.equal(view);
    viewer.reveal({left: 0, top: 0, width: 1600, height: 300});
    expect(viewer.scale).to.be.below(0.25);
    const whole = onStage(viewer, {left: 0, top: 0, width: 1600, height: 300});
    expect(whole.left).to.be.at.least(0);
    expect(whole.right).to.be.at.most(400);
    await emulateMedia({reducedMotion: 'no-preference'});
  });

  it('glides there for people who have nothing against motion, unless they move the picture themselves', async () => {
    const layer = new RecordingLayer();
    const {viewer} = await ViewerHarness.of(large, {layer});
    viewer.actualSize();
    layer.sights.length = 0;
    const box = {left: 1500, top: 20, width: 60, height: 40};
    viewer.reveal(box);
    expect(onStage(viewer, box).right).to.be.above(400);
    await until(() => onStage(viewer, box).right <= 400 - 60, 'the box is there');
    expect(layer.sights.length).to.be.above(2);
    viewer.reveal({left: 0, top: 0, width: 10, height: 10});
    await nextFrame();
    viewer.fit();
    const {view} = viewer.sight!;
    await nextFrame();
    await nextFrame();
    expect(viewer.sight!.view).to.deep.equal(view);
  });
});

describe('stage: the layer', () => {
  it('is told at once of every change of view, picture and stage', async () => {
    const layer = new RecordingLayer();
    const {viewer} = await ViewerHarness.of(large);
    viewer.layer = layer;
    await viewer.updateComplete;
    expect(layer.last).to.deep.equal(viewer.sight);
    expect(layer.element.isConnected).to.equal(true);
    viewer.zoomIn();
    expect(layer.last).to.deep.equal(viewer.sight);
    viewer.parentElement!.style.width = '300px';
    await until(() => layer.last?.stage.width === 300, 'the stage is narrower');
    viewer.resolveSource = () => new Promise(() => {});
    viewer.src = 'other';
    await viewer.updateComplete;
    expect(layer.last).to.equal(undefined);
    viewer.layer = undefined;
    await viewer.updateComplete;
    expect(layer.element.isConnected).to.equal(false);
  });

  it('is told of another device pixel ratio', async () => {
    const layer = new RecordingLayer();
    await ViewerHarness.of(large, {layer});
    const before = layer.sights.length;
    const size = {width: innerWidth, height: innerHeight, mobile: false};
    await devtools(['Emulation.setDeviceMetricsOverride', {...size, deviceScaleFactor: 2}]);
    await screenColor(100, 100);
    await until(() => layer.sights.length > before, 'the layer looked again');
    await devtools(['Emulation.clearDeviceMetricsOverride', {}]);
  });

  it('covers the stage and lets pointers through', async () => {
    const layer = new RecordingLayer();
    layer.element.style.cssText = 'position: absolute; inset: 0; background: #00ff0033';
    const harness = await ViewerHarness.of(large, {layer});
    const {left, top, width, height} = layer.element.getBoundingClientRect();
    expect([left, top, width, height]).to.deep.equal([20, 30, 400, 300]);
    expect(harness.root.elementFromPoint(200, 150) === harness.picture).to.equal(true);
  });

  it('has a stage with the name and the description of the host', async () => {
    const harness = await ViewerHarness.of(large, {
      stageDescription: 'C moves a cursor.',
      roleDescription: 'annotation canvas',
    });
    const {stage, root} = harness;
    expect(stage.getAttribute('aria-roledescription')).to.equal('annotation canvas');
    expect(root.getElementById(stage.getAttribute('aria-describedby')!)!.textContent).to.equal(
      'C moves a cursor.',
    );
    await expect(harness.viewer).to.be.accessible();
  });
});

describe('stage: what is seen is where it is said to be', () => {
  afterEach(async () => {
    document.documentElement.removeAttribute('dir');
    await devtools(['Emulation.clearDeviceMetricsOverride', {}]);
  });

  const pixel = {left: 817, top: 611, width: 1, height: 1};
  const square = {left: 400, top: 400, width: 64, height: 64};

  const dotted = () =>
    drawnPicture(1600, 1200, 'image/png', (context) => {
      context.fillStyle = 'white';
      context.fillRect(0, 0, 1600, 1200);
      context.fillStyle = 'red';
      for (const {left, top, width, height} of [pixel, square]) context.fillRect(left, top, width, height);
    });

  /** Zooms to a scale that no button has, around the middle of a box. */
  const zoomTo = (viewer: GtImageViewer, scale: number, {left, top, width, height}: Box) => {
    const wide = ((viewer.sight!.stage.width - 16) * 0.7) / scale;
    viewer.zoomTo({left: left + (width - wide) / 2, top: top + height / 2, width: wide, height: 1e-3});
    expect(viewer.scale).to.be.closeTo(scale, 1e-9);
  };

  for (const ratio of [1, 1.5, 2]) {
    for (const direction of ['ltr', 'rtl']) {
      it(`at zoom 0.25, 1, 3.3 and 16, device pixel ratio ${ratio}, ${direction}`, async () => {
        document.documentElement.dir = direction;
        const size = {width: 800, height: 600, mobile: false};
        await devtools(['Emulation.setDeviceMetricsOverride', {...size, deviceScaleFactor: ratio}]);
        const {viewer} = await ViewerHarness.of(await dotted());
        const origin = viewer.getBoundingClientRect();
        for (const scale of [0.25, 1, 3.3, 16]) {
          const box = scale < 1 ? square : pixel;
          zoomTo(viewer, scale, box);
          await nextFrame();
          const greenAt = async (x: number, y: number) => {
            const point = viewer.imageToScreen({x, y})!;
            return (await screenColor(origin.left + point.x, origin.top + point.y))[1];
          };
          const {left, top, width, height} = box;
          // Below five, a pixel is blended with its neighbours.
          const most = scale < 1 || scale > 4 ? 60 : scale === 1 && ratio === 1.5 ? 200 : 130;
          expect(await greenAt(left + width / 2, top + height / 2), `red at ${scale}`).to.be.below(most);
          for (const away of [-2, 2])
            expect(
              await greenAt(left + width * (0.5 + away), top + height / 2),
              `white at ${scale}`,
            ).to.be.above(250);
        }
      });
    }
  }
});
