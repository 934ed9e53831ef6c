import {expect, oneEvent} from '@open-wc/testing';
import {resetMouse, sendKeys} from '@web/test-runner-commands';
import '../../define/gt-image-viewer.js';
import {conditions} from '../../../test/helpers/conditions.js';
import {drawnPicture, turnedJpeg} from '../../../test/helpers/pictures.js';
import type {GtImageViewer} from './gt-image-viewer.js';
import {
  nextFrame,
  RecordingLayer,
  RecordingTool,
  screenColor,
  until,
  ViewerHarness,
} from './gt-image-viewer.harness.js';

let large: Blob;

before(async () => {
  large = await drawnPicture(1600, 1200);
});

afterEach(() => resetMouse());

/** A viewer of 600 × 400, which has room for a map. */
async function wide(properties: Partial<GtImageViewer> = {}, picture = large) {
  const harness = await ViewerHarness.of(picture, properties);
  Object.assign(harness.viewer.parentElement!.style, {width: '600px', height: '400px'});
  await until(() => harness.viewer.sight?.stage.width === 600, 'the stage is wide');
  return harness;
}

const part = (harness: ViewerHarness, selector: string) => harness.root.querySelector<HTMLElement>(selector);

describe('map of the picture', () => {
  const mapped = async (properties: Partial<GtImageViewer> = {}) => {
    const harness = await wide(properties);
    harness.viewer.actualSize();
    await until(() => part(harness, '.minimap') !== null, 'the map is there');
    await nextFrame();
    return harness;
  };

  it('comes when less than 60 % is on a stage that has room for it, and goes again', async () => {
    const harness = await mapped();
    expect(part(harness, '.minimap canvas')!.getBoundingClientRect().width).to.be.closeTo(160, 1);
    harness.viewer.fit();
    await harness.viewer.updateComplete;
    expect(part(harness, '.minimap')).to.equal(null);
    const narrow = await ViewerHarness.of(large);
    narrow.viewer.actualSize();
    await nextFrame();
    expect(part(narrow, '.minimap')).to.equal(null);
  });

  it('frames what the stage shows, jumps by a click and moves by a drag', async () => {
    const harness = await mapped();
    const map = part(harness, '.minimap .map')!.getBoundingClientRect();
    const frame = () => part(harness, '.minimap .frame')!.getBoundingClientRect();
    expect(frame().width).to.be.closeTo((600 / 1600) * 160, 1);
    const click: [number, number] = [map.left + 40, map.top + 80];
    await harness.drag(click, click);
    expect(harness.viewer.screenToImage({x: 300, y: 200})!.x).to.be.closeTo(400, 6);
    expect(harness.viewer.screenToImage({x: 300, y: 200})!.y).to.be.closeTo(800, 6);
    const {left} = frame();
    await harness.drag([map.left + 40, map.top + 80], [map.left + 60, map.top + 70]);
    expect(frame().left - left).to.be.closeTo(20, 1);
    expect(harness.viewer.screenToImage({x: 300, y: 200})!.x).to.be.closeTo(600, 12);
    harness.viewer.previousView();
    expect(frame().left).to.be.closeTo(left, 1);
  });

  it('shows shapes as dots in their colours', async () => {
    const layer = new RecordingLayer();
    const harness = await mapped({layer});
    layer.dots = [{x: 400, y: 300, color: '#00ff00'}];
    harness.viewer.refresh();
    const canvas = part(harness, '.minimap canvas') as HTMLCanvasElement;
    const green = () => {
      const ratio = canvas.width / 160;
      return canvas
        .getContext('2d')!
        .getImageData(40 * ratio, 30 * ratio, 1, 1)
        .data.slice(0, 3)
        .join();
    };
    await until(() => green() === '0,255,0', 'the dot is on the map');
  });

  it('can be folded away and back by key', async () => {
    const harness = await mapped();
    const button = harness.button('Overview of the picture');
    button.focus();
    await sendKeys({press: 'Enter'});
    expect([part(harness, '.map')!.hidden, button.getAttribute('aria-expanded')]).to.deep.equal([
      true,
      'false',
    ]);
    await sendKeys({press: 'Enter'});
    expect(part(harness, '.map')!.hidden).to.equal(false);
    await expect(harness.viewer).to.be.accessible();
  });
});

describe('loupe', () => {
  const dotted = () =>
    drawnPicture(400, 300, 'image/png', (context) => {
      context.fillStyle = 'white';
      context.fillRect(0, 0, 400, 300);
      context.fillStyle = 'red';
      context.fillRect(200, 150, 1, 1);
    });
  const isThere = (harness: ViewerHarness) => part(harness, '.loupe:not([hidden])') !== null;

  it('follows the mouse after L, with the exact pixel in its cross, beside the pointer', async () => {
    const harness = await wide({}, await dotted());
    harness.viewer.focus();
    await sendKeys({press: 'l'});
    const {left, top} = harness.stage.getBoundingClientRect();
    const at = harness.viewer.imageToScreen({x: 200.5, y: 150.5})!;
    await harness.mouse('Moved', left + at.x, top + at.y, 'none');
    await until(() => isThere(harness), 'the loupe is there');
    await nextFrame();
    const box = part(harness, '.loupe')!.getBoundingClientRect();
    const middle = [(box.left + box.right) / 2, (box.top + box.bottom) / 2] as const;
    expect(box.width).to.equal(140);
    expect(Math.hypot(middle[0] - left - at.x, middle[1] - top - at.y)).to.be.above(70);
    const [red, green] = await screenColor(...middle);
    expect([red > 200, green < 90]).to.deep.equal([true, true]);
    // Eight screen pixels for each of the picture: nine away is the next.
    expect((await screenColor(middle[0] + 12, middle[1] + 12))[1]).to.be.above(200);
    await sendKeys({press: 'l'});
    await harness.viewer.updateComplete;
    await harness.mouse('Moved', left + at.x + 1, top + at.y, 'none');
    expect(isThere(harness)).to.equal(false);
  });

  it('comes by itself while a finger drags something it would cover, and only then', async () => {
    const tool = new RecordingTool();
    const harness = await wide({tool}, await dotted());
    await harness.fingers(0, 'Start', [200, 150]);
    await harness.fingers(200, 'Move', [230, 150]);
    await nextFrame();
    expect(isThere(harness)).to.equal(false);
    tool.wantsLoupe = true;
    await harness.fingers(250, 'Move', [240, 150]);
    await until(() => isThere(harness), 'the loupe is there');
    await harness.fingers(300, 'End');
    expect(isThere(harness)).to.equal(false);
  });

  it('stays clear of what covers the top of the stage', async () => {
    const harness = await wide({loupe: true, roomAbove: 70}, await dotted());
    const {left, top, right} = harness.stage.getBoundingClientRect();
    for (const [x, y] of [
      [300, 20],
      [300, 180],
      [300, 260],
      [20, 100],
      [right - left - 10, 100],
    ] as const) {
      await harness.mouse('Moved', left + x, top + y, 'none');
      await until(() => isThere(harness), 'the loupe is there');
      const box = part(harness, '.loupe')!.getBoundingClientRect();
      const where = `pointer at ${x}, ${y}`;
      expect(box.top - top, where).to.be.at.least(70);
      expect(box.left >= left && box.right <= right, where).to.equal(true);
      const middle = [(box.left + box.right) / 2 - left, (box.top + box.bottom) / 2 - top] as const;
      expect(Math.hypot(middle[0] - x, middle[1] - y), where).to.be.above(70);
    }
  });

  it('lets the layer paint its shapes at the scale of the loupe', async () => {
    const layer = new RecordingLayer();
    const scales: number[] = [];
    Object.assign(layer, {
      paintInto: (_: unknown, {view}: {view: {scale: number}}) => scales.push(view.scale),
    });
    const harness = await wide({layer, loupe: true}, await dotted());
    await harness.mouse('Moved', 300, 200, 'none');
    await until(() => scales.length > 0, 'the layer was asked');
    expect(scales[0]).to.equal(8);
    harness.viewer.zoomTo({left: 100, top: 100, width: 100, height: 70});
    expect(scales.at(-1)).to.be.closeTo(Math.min(64, harness.viewer.scale * 5), 1e-6);
  });
});

describe('status line', () => {
  it('tells the pixel under the pointer, in the grid that is asked for, the zoom and what the host says', async () => {
    const harness = await wide({withStatus: true, status: '120 × 80'}, await turnedJpeg(160, 80, 6));
    const {left, top} = harness.stage.getBoundingClientRect();
    const at = harness.viewer.imageToScreen({x: 12.5, y: 70.5})!;
    await harness.mouse('Moved', left + at.x, top + at.y, 'none');
    await harness.viewer.updateComplete;
    const said = () => part(harness, '.status')!.textContent!.replace(/\s+/g, ' ').trim();
    expect(said()).to.equal('12, 70 120 × 80 100%');
    harness.viewer.coordinates = 'displayed';
    await harness.mouse('Moved', left + at.x + 0.2, top + at.y, 'none');
    await harness.viewer.updateComplete;
    expect(said()).to.equal('9, 12 120 × 80 100%');
    await harness.mouse('Moved', left + 4, top + 4, 'none');
    await harness.viewer.updateComplete;
    expect(part(harness, '.pixel')!.hidden).to.equal(true);
  });
});

describe('picture adjustments', () => {
  const gray = () =>
    drawnPicture(560, 300, 'image/png', (context) => {
      context.fillStyle = 'rgb(64 64 64)';
      context.fillRect(0, 0, 280, 300);
      context.fillStyle = 'rgb(200 100 100)';
      context.fillRect(280, 0, 280, 300);
    });
  const slide = async (harness: ViewerHarness, which: number, presses: number) => {
    if (!part(harness, '.panel')) harness.button('Adjust picture').click();
    await harness.viewer.updateComplete;
    harness.root.querySelectorAll<HTMLInputElement>('.panel input[type=range]')[which]!.focus();
    for (let i = 0; i < Math.abs(presses); i++)
      await sendKeys({press: presses > 0 ? 'ArrowRight' : 'ArrowLeft'});
    await nextFrame();
  };
  const colorAt = (harness: ViewerHarness, x: number, y: number) => {
    const {left, top} = harness.stage.getBoundingClientRect();
    const at = harness.viewer.imageToScreen({x, y})!;
    return screenColor(left + at.x, top + at.y);
  };

  it('have a gamma that lightens the middle tones by its formula, and a saturation', async () => {
    const harness = await wide({}, await gray());
    await slide(harness, 2, 10);
    const [value] = await colorAt(harness, 20, 20);
    expect(value).to.be.closeTo(255 * (64 / 255) ** 0.5, 2);
    await slide(harness, 2, -10);
    expect((await colorAt(harness, 20, 20))[0]).to.equal(64);
    await slide(harness, 3, -15);
    const [red, green] = await colorAt(harness, 540, 20);
    expect(red - green).to.be.within(20, 60);
    harness.button('Reset').click();
    await nextFrame();
    expect(await colorAt(harness, 540, 20)).to.deep.equal([200, 100, 100]);
  });

  it('set window and level by Ctrl+Shift and a drag, and take it back with a cancelled one', async () => {
    const tool = new RecordingTool();
    const harness = await wide({tool}, await gray());
    harness.viewer.focus();
    await sendKeys({down: 'Control'});
    await sendKeys({down: 'Shift'});
    const held = async (type: 'Pressed' | 'Moved' | 'Released', x: number, y: number) => {
      const buttons = type === 'Released' ? 0 : 1;
      const {devtools} = await import('./gt-image-viewer.harness.js');
      await devtools([
        'Input.dispatchMouseEvent',
        {type: `mouse${type}`, x, y, button: 'left', buttons, clickCount: 1, modifiers: 2 + 8},
      ]);
    };
    await held('Pressed', 300, 200);
    await held('Moved', 330, 125);
    await harness.viewer.updateComplete;
    const filter = () => harness.picture.parentElement!.style.filter;
    expect(filter()).to.equal('brightness(1.41) contrast(0.87)');
    await sendKeys({press: 'Escape'});
    await harness.viewer.updateComplete;
    expect(filter()).to.equal('');
    await held('Released', 330, 125);
    expect(tool.take()).to.deep.equal([]);
    await held('Pressed', 300, 200);
    await held('Released', 301, 200);
    expect(tool.take()).to.deep.equal(['press 280,170 shift control', 'click 281,170 shift control']);
    await sendKeys({up: 'Shift'});
    await sendKeys({up: 'Control'});
  });
});

describe('stage with everything on it', () => {
  for (const [name, under] of Object.entries(conditions)) {
    it(`is accessible: ${name}`, () =>
      under(async () => {
        const harness = await ViewerHarness.of(large, {
          withStatus: true,
          status: '1 × 1',
          layer: new RecordingLayer(),
        });
        harness.viewer.parentElement!.style.cssText = 'width: 100%; height: 400px';
        harness.viewer.actualSize();
        await nextFrame();
        if (harness.viewer.sight!.stage.width >= 480)
          await until(() => part(harness, '.minimap') !== null, 'the map is there');
        await expect(harness.viewer).to.be.accessible();
        const bar = part(harness, '.toolbar')!.getBoundingClientRect();
        const status = part(harness, '.status')!.getBoundingClientRect();
        const overlaps =
          status.left < bar.right &&
          status.right > bar.left &&
          status.top < bar.bottom &&
          status.bottom > bar.top;
        expect(overlaps).to.equal(false);
      }));
  }

  it('gives everything back with the picture', async () => {
    const harness = await wide({loupe: true});
    harness.viewer.actualSize();
    await harness.mouse('Moved', 300, 200, 'none');
    await until(
      () => part(harness, '.minimap') !== null && part(harness, '.loupe') !== null,
      'both are there',
    );
    const canvases = [...harness.root.querySelectorAll<HTMLCanvasElement>('.minimap canvas, .loupe canvas')];
    const ready = oneEvent(harness.viewer, 'gt-image-ready');
    harness.viewer.src = 'next';
    await ready;
    expect(canvases.map(({width, isConnected}) => [width, isConnected])).to.deep.equal([
      [0, false],
      [0, false],
    ]);
  });
});
