import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {emulateMedia, executeServerCommand, resetMouse, sendKeys} from '@web/test-runner-commands';
import '../../define/gt-image-viewer.js';
import {cmykJpeg, deepPng} from '../../../test/helpers/odd-pictures.js';
import {
  animatedGif,
  countObjectUrls,
  drawnPicture,
  hugePng,
  turnedJpeg,
} from '../../../test/helpers/pictures.js';
import type {GtImageViewer, ImageErrorDetail} from './gt-image-viewer.js';
import {
  devtools,
  nextFrame,
  RecordingLayer,
  RecordingTool,
  screenColor,
  until,
  ViewerHarness,
} from './gt-image-viewer.harness.js';

let large: Blob;
let small: Blob;

before(async () => {
  large = await drawnPicture(1600, 1200);
  small = await drawnPicture(40, 30);
});

afterEach(() => resetMouse());

describe('gt-image-viewer: view', () => {
  it('takes undefined and null, which frameworks set, for the default', async () => {
    const {viewer} = await ViewerHarness.of(small);
    const names = [...(viewer.constructor as typeof GtImageViewer).elementProperties]
      .filter(([, {state}]) => !state)
      .map(([name]) => name);
    expect(names).to.include.members(['src', 'alt', 'keymap', 'resolveSource']);
    for (const nothing of [undefined, null]) {
      for (const name of names) {
        Object.assign(viewer, {[name]: nothing});
        await viewer.updateComplete;
      }
      viewer.zoomIn();
      expect(viewer.shownSrc).to.equal('');
    }
  });

  it('fits the picture above the toolbar, centred, and does not enlarge a small one', async () => {
    const harness = await ViewerHarness.of(large);
    const {left, right, top, bottom} = harness.box;
    const bar = harness.root.querySelector('.toolbar')!.getBoundingClientRect();
    expect(left).to.be.at.least(20);
    expect(top).to.be.at.least(30);
    expect(bottom).to.be.at.most(bar.top);
    expect((left + right) / 2).to.be.closeTo(220, 0.5);
    expect(harness.percent).to.equal('19%');
    expect((await ViewerHarness.of(small)).viewer.scale).to.equal(1);
    expect((await ViewerHarness.of(small, {fitMode: 'fill'})).viewer.scale).to.be.greaterThan(5);
  });

  it('zooms by buttons around the middle of the stage, and fits again', async () => {
    const harness = await ViewerHarness.of(large);
    const fitted = harness.viewer.scale;
    const before = harness.pointAt(220, 180);
    harness.button('Zoom in').click();
    harness.button('Zoom in').click();
    await nextFrame();
    expect(harness.viewer.scale).to.be.closeTo(fitted * 1.44, 1e-9);
    const after = harness.pointAt(220, 180);
    expect(Math.hypot(after.x - before.x, after.y - before.y) * harness.viewer.scale).to.be.below(0.5);
    harness.button('Zoom out').click();
    expect(harness.viewer.scale).to.be.closeTo(fitted * 1.2, 1e-9);
    harness.button('Fit image').click();
    expect(harness.viewer.scale).to.equal(fitted);
    harness.root.querySelector<HTMLElement>('.percent')!.click();
    await nextFrame();
    expect(harness.viewer.scale).to.equal(1);
    expect(harness.percent).to.equal('100%');
  });

  it('keeps a fitted view fitted and any other view in its place when its size changes', async () => {
    const harness = await ViewerHarness.of(large);
    const box = harness.viewer.parentElement!;
    const fitted = harness.viewer.scale;
    box.style.width = '250px';
    await until(() => harness.viewer.scale < fitted, 'the picture is fitted to the narrower stage');
    harness.viewer.actualSize();
    const middle = harness.viewer.screenToImage({x: 125, y: 150})!;
    box.style.width = '500px';
    await until(() => harness.stage.offsetWidth === 500 && harness.box.left !== 0, 'the stage is wider');
    await nextFrame();
    expect(harness.viewer.scale).to.equal(1);
    expect(harness.viewer.screenToImage({x: 250, y: 150})!.x).to.be.closeTo(middle.x, 0.51);
  });

  it('shows single pixels above four times their size, and lines between them from twelve', async () => {
    const harness = await ViewerHarness.of(small);
    const grid = harness.root.querySelector<HTMLElement>('.grid')!;
    const rendering = () => getComputedStyle(harness.picture).imageRendering;
    expect([rendering(), grid.hidden]).to.deep.equal(['auto', true]);
    while (harness.viewer.scale <= 4) harness.viewer.zoomIn();
    expect([rendering(), grid.hidden]).to.deep.equal(['pixelated', true]);
    while (harness.viewer.scale < 12) harness.viewer.zoomIn();
    expect(grid.hidden).to.equal(false);
    harness.viewer.smoothing = 'on';
    await harness.viewer.updateComplete;
    expect([rendering(), grid.hidden]).to.deep.equal(['auto', true]);
  });

  it('keeps or resets the view between pictures, as set', async () => {
    const harness = await ViewerHarness.of(large);
    const {viewer} = harness;
    const show = async (src: string, viewPolicy: GtImageViewer['viewPolicy']) => {
      Object.assign(viewer, {src, viewPolicy});
      await oneEvent(viewer, 'gt-image-ready');
    };
    const fitted = viewer.scale;
    viewer.actualSize();
    viewer.panBy(-0.5, 0.25);
    const middle = viewer.screenToImage({x: 200, y: 150})!;
    await show('second', 'keep-view');
    expect(viewer.scale).to.equal(1);
    expect(viewer.screenToImage({x: 200, y: 150})!.x).to.be.closeTo(middle.x, 1e-6);
    await show('third', 'keep-zoom');
    expect(viewer.scale).to.equal(1);
    expect(viewer.screenToImage({x: 200, y: 150})!.x).not.to.be.closeTo(middle.x, 1);
    await show('fourth', 'fit');
    expect(viewer.scale).to.equal(fitted);
  });

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
    it(`shows a picture with orientation ${orientation} upright and maps its stored points`, async () => {
      const red = (context: CanvasRenderingContext2D) => {
        context.fillStyle = 'white';
        context.fillRect(0, 0, 160, 80);
        context.fillStyle = 'red';
        context.fillRect(0, 0, 20, 20);
      };
      const harness = await ViewerHarness.of(await turnedJpeg(160, 80, orientation, red));
      const {width, height} = harness.box;
      expect([width, height]).to.deep.equal(orientation < 5 ? [160, 80] : [80, 160]);
      const point = harness.viewer.imageToScreen({x: 10, y: 10})!;
      expect(harness.viewer.screenToImage(point)!.x).to.be.closeTo(10, 1e-9);
      expect(await colorAt(harness, point.x, point.y)).to.equal('red');
      const other = harness.viewer.imageToScreen({x: 150, y: 70})!;
      expect(await colorAt(harness, other.x, other.y)).to.equal('white');
    });
  }
});

/** What is really on the screen at a place of the stage: from a screenshot. */
async function colorAt(harness: ViewerHarness, x: number, y: number): Promise<string> {
  const {left, top} = harness.stage.getBoundingClientRect();
  const clip = {x: left + x - 1, y: top + y - 1, width: 3, height: 3, scale: 1};
  const [{data}] = (await devtools(['Page.captureScreenshot', {format: 'png', clip}])) as [{data: string}];
  const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${data}`)).blob());
  const context = new OffscreenCanvas(3, 3).getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  const [red = 0, green = 0] = context.getImageData(1, 1, 1, 1).data;
  return red > 200 && green < 80 ? 'red' : red > 200 && green > 200 ? 'white' : `${red},${green}`;
}

describe('gt-image-viewer: wheel and trackpad', () => {
  it('keeps the point under the pointer over 30 turns', async () => {
    const harness = await ViewerHarness.of(large, {wheel: 'zoom'});
    const [x, y] = [137, 111];
    const before = harness.pointAt(x, y);
    for (let i = 0; i < 30; i++) {
      await harness.wheel(x, y, i % 3 === 2 ? 120 : -100);
      const after = harness.pointAt(x, y);
      const drift = Math.hypot(after.x - before.x, after.y - before.y) * harness.viewer.scale;
      expect(drift, `turn ${i}`).to.be.below(0.5);
    }
    expect(harness.viewer.scale).to.be.greaterThan(0.5);
  });

  it('makes a notch 18 to 22 %, a pinch of -10 8 to 12 %', async () => {
    const harness = await ViewerHarness.of(large, {wheel: 'zoom'});
    let before = harness.viewer.scale;
    await harness.wheel(200, 150, -100);
    expect(harness.viewer.scale / before).to.be.within(1.18, 1.22);
    before = harness.viewer.scale;
    await harness.wheel(200, 150, -10, {modifiers: 2});
    expect(harness.viewer.scale / before).to.be.within(1.08, 1.12);
    before = harness.viewer.scale;
    await harness.wheel(200, 150, 10, {modifiers: 2});
    expect(before / harness.viewer.scale).to.be.within(1.08, 1.12);
  });

  it('leaves the wheel to the page until it has the focus, and says how to zoom', async () => {
    const harness = await ViewerHarness.of(large);
    const before = harness.viewer.scale;
    await harness.wheel(200, 150, -100);
    expect(harness.viewer.scale).to.equal(before);
    expect(harness.root.querySelector('.hint')?.textContent).to.contain('Ctrl');
    await harness.wheel(200, 150, -10, {modifiers: 2});
    expect(harness.viewer.scale).to.be.greaterThan(before);
    await harness.drag([200, 150], [200, 150]);
    expect(harness.root.querySelector('.hint')).to.equal(null);
    const focused = harness.viewer.scale;
    await harness.wheel(200, 150, -100);
    expect(harness.viewer.scale / focused).to.be.closeTo(1.2, 0.001);
  });

  it('scrolls the picture where the wheel scrolls, and the page where there is no more picture', async () => {
    const harness = await ViewerHarness.of(large, {wheel: 'scroll'});
    let isTaken: boolean | undefined;
    const listen = (event: WheelEvent) => (isTaken = event.defaultPrevented);
    document.addEventListener('wheel', listen);
    await harness.wheel(200, 150, 100);
    expect(isTaken).to.equal(false);
    harness.viewer.actualSize();
    const {scale} = harness.viewer;
    const {top} = harness.box;
    await harness.wheel(200, 150, 100);
    expect(isTaken).to.equal(true);
    expect(harness.box.top).to.be.closeTo(top - 100, 0.5);
    expect(harness.viewer.scale).to.equal(scale);
    document.removeEventListener('wheel', listen);
  });

  it('turns the direction around where that is wanted', async () => {
    const harness = await ViewerHarness.of(large, {wheel: 'zoom', wheelInvert: true});
    const before = harness.viewer.scale;
    await harness.wheel(200, 150, 100);
    expect(harness.viewer.scale / before).to.be.closeTo(1.2, 0.001);
  });
});

describe('gt-image-viewer: mouse', () => {
  const zoomed = async (properties: Partial<GtImageViewer> = {}) => {
    const harness = await ViewerHarness.of(large, properties);
    harness.viewer.actualSize();
    await nextFrame();
    return harness;
  };
  const shift = async (harness: ViewerHarness, act: () => Promise<void>) => {
    const before = harness.box;
    await act();
    return [harness.box.left - before.left, harness.box.top - before.top];
  };

  it('moves a picture that is larger than the stage, and leaves one that fits', async () => {
    const harness = await zoomed();
    expect(await shift(harness, () => harness.drag([200, 150], [260, 120]))).to.deep.equal([60, -30]);
    harness.viewer.fit();
    await nextFrame();
    expect(await shift(harness, () => harness.drag([200, 150], [260, 120]))).to.deep.equal([0, 0]);
  });

  it('leaves plain drags to others when told so, unless Move is on', async () => {
    const harness = await zoomed({drag: 'none'});
    expect(await shift(harness, () => harness.drag([200, 150], [260, 120]))).to.deep.equal([0, 0]);
    const move = harness.button('Move');
    expect(move.getAttribute('aria-pressed')).to.equal('false');
    move.click();
    await harness.viewer.updateComplete;
    expect(move.getAttribute('aria-pressed')).to.equal('true');
    expect(await shift(harness, () => harness.drag([200, 150], [260, 120]))).to.deep.equal([60, -30]);
  });

  it('moves with the middle button, and with Space held', async () => {
    const harness = await zoomed({drag: 'none'});
    expect(await shift(harness, () => harness.drag([200, 150], [180, 190], 'middle'))).to.deep.equal([
      -20, 40,
    ]);
    harness.viewer.focus();
    await sendKeys({down: 'Space'});
    expect(await shift(harness, () => harness.drag([200, 150], [180, 190]))).to.deep.equal([-20, 40]);
    await sendKeys({up: 'Space'});
    expect(await shift(harness, () => harness.drag([200, 150], [180, 190]))).to.deep.equal([0, 0]);
  });

  it('does nothing on a press that shakes, nor on a double-click', async () => {
    const harness = await zoomed();
    expect(await shift(harness, () => harness.drag([200, 150], [202, 150]))).to.deep.equal([0, 0]);
    for (const clickCount of [1, 2]) {
      const at = {x: 200, y: 150, button: 'left', clickCount};
      await devtools(
        ['Input.dispatchMouseEvent', {type: 'mousePressed', buttons: 1, ...at}],
        ['Input.dispatchMouseEvent', {type: 'mouseReleased', buttons: 0, ...at}],
      );
    }
    expect(harness.viewer.scale).to.equal(1);
  });

  it('goes on with the drag when the wheel zooms in the middle of it', async () => {
    const harness = await zoomed({wheel: 'zoom'});
    await harness.mouse('Pressed', 200, 150);
    await harness.mouse('Moved', 240, 150);
    const before = harness.pointAt(240, 150);
    await harness.wheel(240, 150, -100);
    await harness.mouse('Moved', 250, 160);
    await nextFrame();
    const after = harness.pointAt(250, 160);
    expect(Math.hypot(after.x - before.x, after.y - before.y)).to.be.below(0.5);
    await harness.mouse('Released', 250, 160);
  });

  it('puts the view back when the pointer is taken away', async () => {
    const harness = await zoomed();
    const before = harness.box;
    await harness.mouse('Pressed', 200, 150);
    await harness.mouse('Moved', 260, 190);
    await nextFrame();
    expect(harness.box.left).not.to.equal(before.left);
    harness.stage.releasePointerCapture(1);
    await harness.mouse('Moved', 261, 190);
    await nextFrame();
    expect([harness.box.left, harness.box.top]).to.deep.equal([before.left, before.top]);
    await harness.mouse('Released', 261, 190);
  });
});

describe('gt-image-viewer: touch', () => {
  it('pinches around the middle of two fingers', async () => {
    const harness = await ViewerHarness.of(large);
    const before = harness.viewer.scale;
    await harness.touch('Start', [180, 150]);
    await harness.touch('Start', [180, 150], [260, 150]);
    const point = harness.pointAt(220, 150);
    await harness.touch('Move', [160, 150], [280, 150]);
    await harness.touch('Move', [140, 170], [300, 170]);
    expect(harness.viewer.scale / before).to.be.closeTo(2, 0.01);
    const after = harness.pointAt(220, 170);
    expect(Math.hypot(after.x - point.x, after.y - point.y) * harness.viewer.scale).to.be.below(0.5);
    await harness.touch('End');
  });

  it('moves an enlarged picture with one finger, beyond ten pixels', async () => {
    const harness = await ViewerHarness.of(large);
    harness.viewer.actualSize();
    await nextFrame();
    const before = harness.box.left;
    await harness.touch('Start', [200, 150]);
    await harness.touch('Move', [208, 150]);
    expect(harness.box.left).to.equal(before);
    await harness.touch('Move', [240, 150]);
    expect(harness.box.left).to.be.closeTo(before + 40, 0.5);
    await harness.touch('End');
  });

  it('leaves no trace of a touch that is cancelled', async () => {
    const harness = await ViewerHarness.of(large);
    harness.viewer.actualSize();
    await nextFrame();
    const before = harness.box.left;
    await harness.touch('Start', [200, 150]);
    await harness.touch('Move', [260, 150]);
    await harness.touch('Cancel');
    expect(harness.box.left).to.equal(before);
  });

  it('goes by each event: the mouse keeps its tolerance after a finger was there', async () => {
    const harness = await ViewerHarness.of(large);
    harness.viewer.actualSize();
    await harness.touch('Start', [200, 150]);
    await harness.touch('End');
    const before = harness.box.left;
    await harness.drag([200, 150], [205, 150]);
    expect(harness.box.left).to.be.closeTo(before + 5, 0.5);
  });
});

describe('gt-image-viewer: keyboard', () => {
  it('zooms, fits and moves while the stage has the focus', async () => {
    const harness = await ViewerHarness.of(large);
    const {viewer} = harness;
    const fitted = viewer.scale;
    viewer.focus();
    await sendKeys({press: '+'});
    await sendKeys({press: '='});
    expect(viewer.scale).to.be.closeTo(fitted * 1.44, 1e-9);
    await sendKeys({press: '-'});
    expect(viewer.scale).to.be.closeTo(fitted * 1.2, 1e-9);
    await shifted('Z');
    expect(viewer.scale).to.equal(1);
    const {left, top} = harness.box;
    await sendKeys({press: 'ArrowRight'});
    await shifted('ArrowDown');
    await nextFrame();
    expect([harness.box.left - left, harness.box.top - top]).to.deep.equal([-40, -150]);
    await sendKeys({press: 'z'});
    expect(viewer.scale).to.equal(fitted);
  });

  it('leaves the browser its zoom, and typing its letters', async () => {
    const harness = await ViewerHarness.of(large);
    const {viewer} = harness;
    const input = document.createElement('input');
    input.slot = 'toolbar';
    viewer.append(input);
    const before = viewer.scale;
    input.focus();
    await sendKeys({type: '+=z'});
    expect(input.value).to.equal('+=z');
    viewer.focus();
    const isTaken: boolean[] = [];
    const listen = (event: KeyboardEvent) => {
      isTaken.push(event.defaultPrevented);
      event.preventDefault();
    };
    document.addEventListener('keydown', listen);
    for (const key of ['+', '-', '0']) {
      stagePress(harness, key, {ctrlKey: true});
    }
    document.removeEventListener('keydown', listen);
    expect(isTaken).to.deep.equal([false, false, false]);
    expect(viewer.scale).to.equal(before);
  });

  it('keeps only what no slip of speech can hit, when asked', async () => {
    const harness = await ViewerHarness.of(large, {shortcuts: 'modifier'});
    const {viewer} = harness;
    viewer.actualSize();
    viewer.focus();
    await sendKeys({press: 'z'});
    await sendKeys({press: '+'});
    expect(viewer.scale).to.equal(1);
    const {left} = harness.box;
    await sendKeys({press: 'ArrowLeft'});
    await nextFrame();
    expect(harness.box.left - left).to.equal(40);
  });

  it('lets Tab pass through', async () => {
    const harness = await ViewerHarness.of(large);
    const after = document.createElement('button');
    harness.viewer.after(after);
    harness.viewer.focus();
    for (let i = 0; i < 12 && document.activeElement !== after; i++) await sendKeys({press: 'Tab'});
    expect(document.activeElement).to.equal(after);
  });
});

async function shifted(key: string): Promise<void> {
  await sendKeys({down: 'Shift'});
  await sendKeys({press: key});
  await sendKeys({up: 'Shift'});
}

function stagePress(harness: ViewerHarness, key: string, more: KeyboardEventInit): void {
  harness.stage.dispatchEvent(
    new KeyboardEvent('keydown', {key, bubbles: true, composed: true, cancelable: true, ...more}),
  );
}

describe('gt-image-viewer: adjustments', () => {
  const open = async (harness: ViewerHarness) => {
    harness.button('Adjust picture').click();
    await harness.viewer.updateComplete;
    await nextFrame();
  };
  const filter = (harness: ViewerHarness) => harness.picture.parentElement!.style.filter;

  it('brightens, contrasts and inverts what is seen, and takes it back', async () => {
    const harness = await ViewerHarness.of(large);
    await open(harness);
    await sendKeys({press: 'ArrowRight'});
    await nextFrame();
    expect(filter(harness)).to.equal('brightness(1.07)');
    for (let i = 0; i < 4; i++) await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Space'});
    await nextFrame();
    expect(filter(harness)).to.equal('brightness(1.07) invert(1)');
    harness.button('Reset').click();
    await harness.viewer.updateComplete;
    expect(filter(harness)).to.equal('');
  });

  it('closes on Escape, gives the focus back, and only that', async () => {
    const harness = await ViewerHarness.of(large);
    await open(harness);
    let isHandled: boolean | undefined;
    document.addEventListener('keydown', (event) => (isHandled = event.defaultPrevented), {once: true});
    await sendKeys({press: 'Escape'});
    await harness.viewer.updateComplete;
    expect(harness.root.querySelector('.panel')).to.equal(null);
    expect(harness.root.activeElement?.getAttribute('aria-label')).to.equal('Adjust picture');
    expect(isHandled).to.equal(true);
  });

  it('keeps them for the next picture only when asked', async () => {
    const harness = await ViewerHarness.of(large);
    const next = async (src: string) => {
      harness.viewer.src = src;
      await oneEvent(harness.viewer, 'gt-image-ready');
    };
    await open(harness);
    await sendKeys({press: 'ArrowRight'});
    await next('second');
    expect(filter(harness)).to.equal('');
    await open(harness);
    await sendKeys({press: 'ArrowRight'});
    const [, keep] = harness.root.querySelectorAll<HTMLInputElement>('.check input');
    keep!.click();
    await next('third');
    expect(filter(harness)).to.equal('brightness(1.07)');
  });
});

describe('gt-image-viewer: states', () => {
  const bare = () => fixture<GtImageViewer>(html`<gt-image-viewer></gt-image-viewer>`);

  it('says that there is nothing to show', async () => {
    const viewer = await bare();
    expect(viewer.shadowRoot!.textContent).to.contain('No picture to show');
    await expect(viewer).to.be.accessible();
  });

  it('says that it loads, and takes the old picture away at once', async () => {
    const harness = await ViewerHarness.of(large);
    harness.viewer.resolveSource = () => new Promise(() => {});
    harness.viewer.src = 'next';
    await harness.viewer.updateComplete;
    expect(harness.picture).to.equal(null);
    expect(harness.stage.getAttribute('aria-busy')).to.equal('true');
    expect(harness.root.textContent).to.contain('Loading picture…');
    await expect(harness.viewer).to.be.accessible();
  });

  it('tells the stored size when the picture is there', async () => {
    const viewer = await bare();
    const jpeg = await turnedJpeg(30, 20, 6);
    Object.assign(viewer, {src: 'x', resolveSource: () => jpeg});
    const {detail} = await oneEvent(viewer, 'gt-image-ready');
    expect(detail).to.deep.equal({width: 30, height: 20, orientation: 6, readable: true});
  });

  it('works whatever is set first, by attribute or property, and after it is moved', async () => {
    const origin = await executeServerCommand<string, string>('bad-pictures', 'origin');
    const box = await fixture<HTMLElement>(html`<div></div>`);
    const viewer = document.createElement('gt-image-viewer');
    viewer.setAttribute('src', `${origin}/open/good.png`);
    const ready = oneEvent(viewer, 'gt-image-ready');
    box.append(viewer);
    await ready;
    const {picture} = new ViewerHarness(viewer);
    const other = document.createElement('div');
    box.append(other);
    other.append(viewer);
    await viewer.updateComplete;
    await nextFrame();
    expect(new ViewerHarness(viewer).picture).to.equal(picture);
    expect((picture as HTMLImageElement).naturalWidth).to.equal(64);
  });

  it('explains a failure in place, tells the page, and offers to retry or to skip', async () => {
    const viewer = await bare();
    let isThere = false;
    const error = oneEvent(viewer, 'gt-error');
    Object.assign(viewer, {
      src: 's3://bucket/cat.jpg',
      resolveSource: () => (isThere ? small : new Blob(['<!doctype html><p>Please sign in'])),
    });
    const detail = ((await error) as CustomEvent<ImageErrorDetail>).detail;
    expect(detail.code).to.equal('image-load-failed');
    expect(detail.cause.code).to.equal('media/not-an-image');
    await viewer.updateComplete;
    const harness = new ViewerHarness(viewer);
    const alert = harness.root.querySelector('[role=alert]')!;
    expect(alert.textContent).to.contain('This is not a picture').and.contain(detail.message);
    expect(harness.root.querySelector('code')!.textContent).to.equal(
      'media/not-an-image s3://bucket/cat.jpg',
    );
    await expect(viewer).to.be.accessible();

    const skip = oneEvent(viewer, 'gt-skip');
    harness.button('Skip').click();
    expect((await skip).detail).to.deep.equal({reason: 'media/not-an-image'});

    isThere = true;
    const ready = oneEvent(viewer, 'gt-image-ready');
    harness.button('Retry').click();
    await ready;
    expect(harness.root.activeElement).to.equal(harness.stage);
    expect(harness.root.querySelector('[role=alert]')).to.equal(null);
  });

  it('never shows credentials or signatures', async () => {
    const origin = await executeServerCommand<string, string>('bad-pictures', 'origin');
    const viewer = await bare();
    viewer.src = `${origin}/open/expired.png?X-Amz-Signature=topsecret`;
    await oneEvent(viewer, 'gt-error');
    await viewer.updateComplete;
    expect(viewer.shadowRoot!.textContent).to.contain('has expired').and.not.contain('topsecret');
  });

  it('shows what it may not read and says so, until that is dismissed', async () => {
    const origin = await executeServerCommand<string, string>('bad-pictures', 'origin');
    const viewer = await bare();
    viewer.src = `${origin}/closed/good.png`;
    const {detail} = await oneEvent(viewer, 'gt-image-ready');
    expect(detail.readable).to.equal(false);
    const harness = new ViewerHarness(viewer);
    expect(harness.root.querySelector('.warnings')!.textContent).to.contain('may not read its pixels');
    await expect(viewer).to.be.accessible();
    harness.button('Dismiss').click();
    await viewer.updateComplete;
    expect(harness.root.querySelector('.warnings')).to.equal(null);
  });

  it('is not held up by a picture that hangs', async () => {
    const origin = await executeServerCommand<string, string>('bad-pictures', 'origin');
    const viewer = await bare();
    viewer.src = `${origin}/open/hang.png`;
    await viewer.updateComplete;
    viewer.src = `${origin}/open/good.png`;
    await oneEvent(viewer, 'gt-image-ready');
  });

  it('shows the last of several pictures set in a row', async () => {
    const viewer = await bare();
    const sizes: Record<string, Blob> = {a: await drawnPicture(10, 10), b: await drawnPicture(20, 20)};
    viewer.resolveSource = async (ref) => sizes[ref]!;
    viewer.src = 'a';
    await viewer.updateComplete;
    viewer.src = 'b';
    const {detail} = await oneEvent(viewer, 'gt-image-ready');
    expect(detail.width).to.equal(20);
  });

  it('stops what moves at its first frame, and says so', async () => {
    const harness = await ViewerHarness.of(animatedGif());
    expect(harness.picture.localName).to.equal('canvas');
    expect(harness.root.querySelector('.warnings')!.textContent).to.contain('first frame');
  });

  it('shows a picture at once that was fetched ahead', async () => {
    const harness = await ViewerHarness.of(large);
    let calls = 0;
    harness.viewer.resolveSource = async () => (calls++, small);
    harness.viewer.prefetchImage('next');
    await until(() => calls === 1, 'the picture is asked for');
    harness.viewer.src = 'next';
    await oneEvent(harness.viewer, 'gt-image-ready');
    expect(calls).to.equal(1);
  });

  it('gives every object URL back', async () => {
    const urls = countObjectUrls();
    const harness = await ViewerHarness.of(large);
    for (const src of ['b', 'c', 'd']) {
      harness.viewer.prefetchImage(src);
      harness.viewer.src = src;
      await oneEvent(harness.viewer, 'gt-image-ready');
      await nextFrame();
      expect(urls.open).to.equal(1);
    }
    harness.viewer.prefetchImage('e');
    harness.viewer.remove();
    await until(() => urls.open === 0, 'all object URLs are given back');
    urls.stop();
  });
});

describe('gt-image-viewer: files of every kind', () => {
  const kinds = {'a CMYK JPEG': cmykJpeg, 'a PNG of 16 bits': deepPng};
  for (const [name, make] of Object.entries(kinds)) {
    it(`shows ${name} in its colours`, async () => {
      const harness = await ViewerHarness.of(make());
      const {left, top} = harness.box;
      const [red, green, blue] = await screenColor(left + 8, top + 8);
      // Print colours have no exact place on a screen.
      expect(red).to.be.closeTo(32, 12);
      expect(green).to.be.closeTo(160, 12);
      expect(blue).to.be.closeTo(64, 12);
      expect(harness.viewer.sight!.frame.stored).to.deep.equal({width: 16, height: 16});
    });
  }

  const failing: Readonly<Record<string, [code: string, make: () => Blob | Promise<Blob>]>> = {
    'a file without bytes': ['media/empty', () => new Blob([])],
    'a broken file': ['media/damaged', async () => (await drawnPicture(40, 30)).slice(0, 40)],
    'a file that is too large': ['media/too-large', () => hugePng(30_000, 30_000)],
    'an SVG drawing': [
      'media/not-an-image',
      () =>
        new Blob(['<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'], {type: 'image/svg+xml'}),
    ],
  };
  for (const [name, [code, make]] of Object.entries(failing)) {
    it(`says what is wrong with ${name}, and nothing can be drawn on it`, async () => {
      const blob = await make();
      const viewer = document.createElement('gt-image-viewer');
      const layer = new RecordingLayer();
      const tool = new RecordingTool();
      Object.assign(viewer, {src: 'x', resolveSource: () => blob, layer, tool});
      const failed = oneEvent(viewer, 'gt-error') as Promise<CustomEvent<ImageErrorDetail>>;
      (await fixture<HTMLElement>(html`<div style="height: 300px"></div>`)).append(viewer);
      expect((await failed).detail.cause.code).to.equal(code);
      await viewer.updateComplete;
      const alert = viewer.shadowRoot!.querySelector('[role=alert]')!;
      expect(alert.textContent).to.contain((await failed).detail.message);
      expect(layer.last).to.equal(undefined);
      expect(viewer.sight).to.equal(undefined);
      const box = viewer.getBoundingClientRect();
      await new ViewerHarness(viewer).drag([box.left + 5, box.top + 5], [box.left + 90, box.top + 20]);
      expect(tool.take()).to.deep.equal([]);
    });
  }

  it('takes boxes on a picture whose server allows no reading', async () => {
    const origin = await executeServerCommand<string, string>('bad-pictures', 'origin');
    const tool = new RecordingTool();
    const viewer = document.createElement('gt-image-viewer');
    Object.assign(viewer, {src: `${origin}/closed/good.png`, tool, fitMode: 'fill'});
    const ready = oneEvent(viewer, 'gt-image-ready');
    (await fixture<HTMLElement>(html`<div style="height: 300px"></div>`)).append(viewer);
    await ready;
    await nextFrame();
    const {left, top, width} = viewer.getBoundingClientRect();
    const x = left + width / 2;
    await new ViewerHarness(viewer).drag([x, top + 100], [x + 30, top + 130]);
    expect(tool.take().at(-1)).to.match(/^dragEnd/);
    expect(viewer.sight!.frame.stored).to.deep.equal({width: 64, height: 48});
  });
});

describe('gt-image-viewer: for everybody', () => {
  afterEach(async () => {
    document.dir = '';
    document.documentElement.style.colorScheme = '';
    await emulateMedia({colorScheme: 'light', reducedMotion: 'no-preference'});
    await devtools(
      ['Emulation.setEmulatedMedia', {features: []}],
      ['Emulation.clearDeviceMetricsOverride', {}],
    );
  });

  it('is accessible, light and dark', async () => {
    const harness = await ViewerHarness.of(large, {alt: 'A red and a blue half'});
    expect(harness.stage.getAttribute('aria-label')).to.equal('A red and a blue half');
    harness.button('Adjust picture').click();
    await harness.viewer.updateComplete;
    await expect(harness.viewer).to.be.accessible();
    document.documentElement.style.colorScheme = 'dark';
    await expect(harness.viewer).to.be.accessible();
  });

  it('is accessible while it tells the name and key of a button', async () => {
    const harness = await ViewerHarness.of(large);
    const fit = harness.button('Fit image');
    const {left, top} = fit.getBoundingClientRect();
    await harness.mouse('Moved', left + 10, top + 10, 'none');
    const tip = fit.parentElement!.querySelector('.tip')!;
    await until(() => getComputedStyle(tip).opacity === '1', 'the tooltip is there');
    expect(tip.textContent).to.equal('Fit imageZ');
    await expect(harness.viewer).to.be.accessible();
  });

  it('has the names that others look for', async () => {
    const harness = await ViewerHarness.of(large);
    const names = [...harness.root.querySelectorAll('.toolbar button')].map((button) =>
      button.getAttribute('aria-label'),
    );
    expect(names).to.include.members(['Zoom in', 'Zoom out', 'Fit image', 'Move']);
  });

  it('tells screen readers the zoom', async () => {
    const harness = await ViewerHarness.of(large);
    harness.button('Fit image').click();
    harness.viewer.actualSize();
    const region = () => [...harness.root.querySelectorAll('[role=status]')].at(-1)!.textContent;
    await until(() => region() === 'Zoom 100%', 'the zoom is told');
  });

  it('mirrors the toolbar, but not the picture, from right to left', async () => {
    const corner = (context: CanvasRenderingContext2D) => {
      context.fillStyle = 'white';
      context.fillRect(0, 0, 300, 200);
      context.fillStyle = 'red';
      context.fillRect(0, 0, 50, 50);
    };
    const picture = await drawnPicture(300, 200, 'image/png', corner);
    document.dir = 'rtl';
    const harness = await ViewerHarness.of(picture);
    const point = harness.viewer.imageToScreen({x: 10, y: 10})!;
    expect(await colorAt(harness, point.x, point.y)).to.equal('red');
    const left = (name: string) => harness.button(name).getBoundingClientRect().left;
    expect(left('Zoom out')).to.be.greaterThan(left('Fit image'));
  });

  it('fits into 320 pixels, with targets for fingers', async () => {
    await devtools(
      ['Emulation.setDeviceMetricsOverride', {width: 320, height: 640, deviceScaleFactor: 2, mobile: true}],
      ['Emulation.setTouchEmulationEnabled', {enabled: true}],
    );
    const harness = await ViewerHarness.of(large);
    harness.viewer.parentElement!.style.cssText = 'width: 304px; height: 300px';
    await nextFrame();
    expect(matchMedia('(pointer: coarse)').matches).to.equal(true);
    for (const button of harness.root.querySelectorAll('.toolbar button')) {
      const {left, right, width, height} = button.getBoundingClientRect();
      expect(Math.min(width, height), button.getAttribute('aria-label')!).to.be.at.least(44);
      expect(left).to.be.at.least(0);
      expect(right).to.be.at.most(320);
    }
    await devtools(['Emulation.setTouchEmulationEnabled', {enabled: false}]);
  });

  it('keeps its view at any device pixel ratio', async () => {
    const harness = await ViewerHarness.of(large);
    harness.viewer.actualSize();
    const before = harness.viewer.screenToImage({x: 100, y: 100});
    const size = {width: innerWidth, height: innerHeight, mobile: false};
    await devtools(['Emulation.setDeviceMetricsOverride', {...size, deviceScaleFactor: 1.5}]);
    await nextFrame();
    expect(devicePixelRatio).to.equal(1.5);
    // Whole picture pixels are painted on whole device pixels, so half of one may be between.
    const after = harness.viewer.screenToImage({x: 100, y: 100});
    expect(after!.x).to.be.closeTo(before!.x, 0.51);
    expect(after!.y).to.be.closeTo(before!.y, 0.51);
    expect(harness.viewer.scale).to.equal(1);
  });

  it('keeps the colours of the picture where colours are forced', async () => {
    await devtools(['Emulation.setEmulatedMedia', {features: [{name: 'forced-colors', value: 'active'}]}]);
    const harness = await ViewerHarness.of(large, {move: true});
    expect(getComputedStyle(harness.picture).forcedColorAdjust).to.equal('none');
    expect(getComputedStyle(harness.button('Move')).outlineStyle).to.equal('solid');
    await expect(harness.viewer).to.be.accessible();
  });
});
