import {expect} from '@open-wc/testing';
import {resetMouse, sendKeys} from '@web/test-runner-commands';
import '../../define/gt-image-viewer.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {
  devtools,
  nextFrame,
  RecordingLayer,
  RecordingTool,
  until,
  ViewerHarness,
} from './gt-image-viewer.harness.js';
import type {GtImageViewer} from './gt-image-viewer.js';

let large: Blob;

before(async () => {
  large = await drawnPicture(1600, 1200);
});

afterEach(() => resetMouse());

/** A viewer whose stage begins at 20, 30 of the page. */
async function staged(properties: Partial<GtImageViewer> = {}) {
  const tool = new RecordingTool();
  const layer = new RecordingLayer();
  const harness = await ViewerHarness.of(large, {tool, layer, ...properties});
  const place = () => `${harness.box.left},${harness.box.top},${harness.viewer.scale}`;
  return {harness, tool, layer, viewer: harness.viewer, place};
}

/** The same, with the picture at its own size, so that it can be moved. */
async function enlarged(properties: Partial<GtImageViewer> = {}) {
  const all = await staged(properties);
  all.viewer.actualSize();
  await nextFrame();
  return all;
}

describe('stage: the tool', () => {
  it('gets a drag beyond the threshold, and a click below it', async () => {
    const {harness, tool} = await staged();
    await harness.drag([120, 130], [160, 150]);
    expect(tool.take()).to.deep.equal([
      'press 100,100',
      'dragStart 100,100',
      'drag 120,110',
      'drag 140,120',
      'dragEnd 140,120',
    ]);
    await harness.drag([120, 130], [122, 130]);
    expect(tool.take()).to.deep.equal(['press 100,100', 'click 102,100']);
  });

  it('draws and never moves the picture with the same press', async () => {
    const {harness, tool, place} = await enlarged();
    const before = place();
    await harness.drag([120, 130], [160, 150]);
    expect(tool.take().length).to.equal(5);
    expect(place()).to.equal(before);
    tool.arePansWanted = true;
    await harness.drag([120, 130], [160, 150]);
    expect(tool.take()).to.deep.equal([]);
    expect(place()).not.to.equal(before);
    await harness.drag([120, 130], [121, 130]);
    expect(tool.take()).to.deep.equal(['press 100,100', 'click 101,100']);
  });

  it('has five pixels for a pen and ten for a finger until a press is a drag', async () => {
    const {harness, tool} = await staged();
    await harness.pen(0, 'Pressed', 120, 130);
    await harness.pen(10, 'Moved', 124, 130, 'left', 1);
    await harness.pen(20, 'Released', 124, 130);
    expect(tool.take()).to.deep.equal(['press 100,100', 'click 104,100']);
    await harness.fingers(20_000, 'Start', [120, 130]);
    await harness.fingers(20_010, 'Move', [129, 130]);
    await harness.fingers(20_020, 'End');
    expect(tool.take()).to.deep.equal(['press 100,100', 'click 109,100']);
    await harness.fingers(30_000, 'Start', [120, 130]);
    await harness.fingers(30_010, 'Move', [131, 130]);
    await harness.fingers(30_020, 'End');
    expect(tool.take()).to.deep.equal([
      'press 100,100',
      'dragStart 100,100',
      'drag 111,100',
      'dragEnd 111,100',
    ]);
    expect(
      tool.inputs.map(({pointer}) => pointer).filter((kind, i, all) => kind !== all[i - 1]),
    ).to.deep.equal(['pen', 'touch']);
  });

  it('keeps the tolerance of the mouse after a finger was there', async () => {
    const {harness, tool} = await staged();
    await harness.fingers(0, 'Start', [120, 130]);
    await harness.fingers(20, 'End');
    tool.take();
    await harness.drag([120, 130], [125, 130]);
    expect(tool.take()).to.include('dragEnd 105,100');
  });

  it('hovers, leaves, and gives the stage its cursor', async () => {
    const {harness, tool} = await staged();
    const cursor = () => getComputedStyle(harness.stage).cursor;
    await harness.mouse('Moved', 120, 130, 'none');
    expect(tool.calls).to.include('hover 100,100');
    expect(cursor()).to.equal('crosshair');
    tool.cursor = 'none';
    await harness.mouse('Moved', 121, 130, 'none');
    expect(cursor()).to.equal('none');
    tool.cursor = 'move';
    harness.viewer.refresh();
    expect(cursor()).to.equal('move');
    await harness.mouse('Moved', 600, 500, 'none');
    expect(tool.calls.at(-1)).to.equal('leave');
  });

  it('hears that a gesture was taken back, and nothing after it', async () => {
    const {harness, tool} = await staged();
    await harness.mouse('Pressed', 120, 130);
    await harness.mouse('Moved', 160, 150);
    harness.stage.releasePointerCapture(1);
    await harness.mouse('Moved', 170, 150);
    await harness.mouse('Released', 170, 150);
    expect(tool.take().at(-1)).to.equal('cancel');

    await harness.fingers(0, 'Start', [120, 130]);
    await harness.fingers(200, 'Move', [160, 150]);
    await harness.fingers(210, 'Cancel');
    expect(tool.take()).to.deep.equal(['press 100,100', 'dragStart 100,100', 'drag 140,120', 'cancel']);

    await harness.mouse('Pressed', 120, 130);
    await harness.mouse('Moved', 160, 150);
    await sendKeys({press: 'Escape'});
    await harness.mouse('Moved', 170, 150);
    await harness.mouse('Released', 170, 150);
    expect(tool.take().slice(-2)).to.deep.equal(['drag 140,120', 'cancel']);
  });

  it('leaves nothing of a gesture when the picture changes', async () => {
    const {harness, tool, layer} = await staged();
    await harness.mouse('Pressed', 120, 130);
    await harness.mouse('Moved', 160, 150);
    harness.viewer.src = 'another';
    await until(() => harness.viewer.shownSrc === 'another', 'the other picture is there');
    await harness.mouse('Released', 160, 150);
    expect(tool.take().slice(-2)).to.deep.equal(['drag 140,120', 'cancel']);
    expect(layer.sights).to.include(undefined);
    expect(layer.last?.frame.stored).to.deep.equal({width: 1600, height: 1200});
  });
});

describe('stage: a quick stroke of a finger', () => {
  it('does not swallow the tap that follows it', async () => {
    const {tool} = await staged();
    const button = document.createElement('button');
    button.style.cssText = 'position: fixed; left: 20px; top: 450px; width: 200px; height: 60px;';
    document.body.append(button);
    let clicks = 0;
    button.addEventListener('click', () => clicks++);
    const seconds = Date.now() / 1000;
    const touch = (ms: number, type: string, ...touchPoints: {x: number; y: number}[]) =>
      [
        'Input.dispatchTouchEvent',
        {type: `touch${type}`, touchPoints, timestamp: seconds + ms / 1000},
      ] as const;
    const stroke = [0, 1, 2, 3, 4].map((n) => ({x: 120 + n * 40, y: 130 + n * 20}));
    await devtools(
      ...stroke.map((point, n) => touch(n * 8, n === 0 ? 'Start' : 'Move', point)),
      touch(40, 'End'),
      touch(60, 'Start', {x: 100, y: 480}),
      touch(90, 'End'),
    );
    await until(() => tool.take().some((act) => act.startsWith('dragEnd')), 'the stroke is drawn');
    await until(() => clicks > 0, 'the button is clicked');
    button.remove();
  });
});

describe('stage: the secondary button', () => {
  it('asks for the menu by a short click, and keeps the browser from its own, on the stage only', async () => {
    const {harness, tool} = await staged();
    const menus: boolean[] = [];
    const listen = (event: Event) => menus.push(event.defaultPrevented);
    document.addEventListener('contextmenu', listen);
    await harness.mouse('Pressed', 120, 130, 'right');
    await harness.mouse('Released', 120, 130, 'right');
    expect(tool.take()).to.deep.equal(['menu 100,100']);
    expect(menus).to.deep.equal([true]);
    await harness.drag([120, 130], [160, 130], 'right');
    expect(tool.take()).to.deep.equal([]);
    const button = harness.button('Fit image').getBoundingClientRect();
    document.addEventListener('contextmenu', (event) => event.preventDefault(), {once: true});
    await harness.mouse('Pressed', button.left + 5, button.top + 5, 'right');
    await harness.mouse('Released', button.left + 5, button.top + 5, 'right');
    expect(menus.at(-1)).to.equal(false);
    document.removeEventListener('contextmenu', listen);
  });

  it('takes a drag back when it is pressed in the middle of it', async () => {
    const {harness, tool} = await staged();
    await harness.mouse('Pressed', 120, 130);
    await harness.mouse('Moved', 160, 150);
    const at = {x: 160, y: 150, button: 'right', clickCount: 1};
    await devtools(['Input.dispatchMouseEvent', {type: 'mousePressed', buttons: 3, ...at}]);
    await devtools(['Input.dispatchMouseEvent', {type: 'mouseReleased', buttons: 1, ...at}]);
    await harness.mouse('Released', 160, 150);
    expect(tool.take().slice(-2)).to.deep.equal(['drag 140,120', 'cancel']);
  });

  it('is what the barrel button of a pen is', async () => {
    const {harness, tool} = await staged();
    await harness.pen(0, 'Pressed', 120, 130, 'right', 2);
    await harness.pen(10, 'Released', 120, 130, 'right', 0);
    expect(tool.take()).to.deep.equal(['menu 100,100']);
  });

  it('is what a long press of a finger is', async () => {
    const {harness, tool} = await staged();
    await harness.touch('Start', [120, 130]);
    await until(() => tool.calls.some((call) => call.startsWith('menu')), 'the long press is over');
    await harness.touch('Move', [180, 160]);
    await harness.touch('End');
    expect(tool.take()).to.deep.equal(['press 100,100', 'cancel', 'menu 100,100']);
  });
});

describe('stage: two fingers', () => {
  it('zoom, and take back what the first began, if the second comes before ten pixels', async () => {
    const {harness, tool, viewer} = await staged();
    const before = viewer.scale;
    await harness.fingers(0, 'Start', [180, 150]);
    await harness.fingers(400, 'Start', [180, 150], [260, 150]);
    await harness.fingers(450, 'Move', [140, 150], [300, 150]);
    await harness.fingers(500, 'End');
    expect(tool.take()).to.deep.equal(['press 160,120', 'cancel']);
    expect(viewer.scale / before).to.be.closeTo(2, 0.01);
  });

  it('do the same within 150 ms, however far the first went', async () => {
    const {harness, tool} = await staged();
    await harness.fingers(0, 'Start', [180, 150]);
    await harness.fingers(60, 'Move', [220, 150]);
    await harness.fingers(140, 'Start', [220, 150], [300, 150]);
    await harness.fingers(400, 'End');
    expect(tool.take()).to.deep.equal(['press 160,120', 'dragStart 160,120', 'drag 200,120', 'cancel']);
  });

  it('are one after that: the second is ignored until it is lifted', async () => {
    const {harness, tool, viewer} = await staged();
    const before = viewer.scale;
    await harness.fingers(0, 'Start', [180, 150]);
    await harness.fingers(60, 'Move', [220, 150]);
    await harness.fingers(300, 'Start', [220, 150], [300, 150]);
    await harness.fingers(320, 'Move', [230, 150], [360, 150]);
    await harness.fingers(340, 'Move', [230, 150]);
    await harness.fingers(360, 'Move', [240, 150]);
    await harness.fingers(380, 'End');
    expect(tool.take().slice(2)).to.deep.equal([
      'drag 200,120',
      'drag 210,120',
      'drag 220,120',
      'dragEnd 220,120',
    ]);
    expect(viewer.scale).to.equal(before);
  });

  it('zoom in the middle of a drawing without touching it', async () => {
    const {harness, tool, viewer} = await staged();
    tool.isDrawing = true;
    const before = viewer.scale;
    await harness.fingers(0, 'Start', [180, 150]);
    await harness.fingers(60, 'Start', [180, 150], [260, 150]);
    await harness.fingers(90, 'Move', [140, 150], [300, 150]);
    await harness.fingers(500, 'End');
    expect(tool.take()).to.deep.equal([]);
    expect(viewer.scale / before).to.be.closeTo(2, 0.01);
    await harness.fingers(1000, 'Start', [180, 150]);
    await harness.fingers(1040, 'End');
    expect(tool.take()).to.deep.equal(['press 160,120', 'click 160,120']);
  });

  it('undo by a tap, three redo, and the view stays', async () => {
    const {harness, tool, place} = await enlarged();
    const before = place();
    await harness.fingers(0, 'Start', [180, 150]);
    await harness.fingers(30, 'Start', [180, 150], [260, 150]);
    await harness.fingers(60, 'Move', [178, 152], [262, 150]);
    await harness.fingers(120, 'Move', [178, 152]);
    await harness.fingers(140, 'End');
    expect(tool.take()).to.deep.equal(['press 160,120', 'cancel', 'undo']);
    await harness.fingers(1000, 'Start', [180, 150]);
    await harness.fingers(1020, 'Start', [180, 150], [260, 150]);
    await harness.fingers(1040, 'Start', [180, 150], [260, 150], [300, 150]);
    await harness.fingers(1100, 'End');
    expect(tool.take()).to.deep.equal(['press 160,120', 'cancel', 'redo']);
    expect(place()).to.equal(before);
    harness.viewer.withoutFingerTaps = true;
    await harness.fingers(2000, 'Start', [180, 150], [260, 150]);
    await harness.fingers(2100, 'End');
    expect(tool.take()).not.to.include('undo');
  });

  it('undo nothing when they rest or move', async () => {
    const {harness, tool} = await enlarged();
    await harness.fingers(0, 'Start', [180, 150], [260, 150]);
    await harness.fingers(400, 'End');
    await harness.fingers(1000, 'Start', [180, 150], [260, 150]);
    await harness.fingers(1050, 'Move', [150, 150], [260, 150]);
    await harness.fingers(1100, 'End');
    expect(tool.take().filter((call) => /do$/.test(call))).to.deep.equal([]);
  });
});

describe('stage: a pen', () => {
  it('draws, and leaves moving the picture to the fingers until it is away for ten seconds', async () => {
    const {harness, tool, place} = await enlarged();
    await harness.pen(0, 'Pressed', 120, 130);
    await harness.pen(10, 'Moved', 160, 150, 'left', 1);
    await harness.pen(20, 'Released', 160, 150);
    expect(tool.take()).to.deep.equal([
      'press 100,100',
      'dragStart 100,100',
      'drag 140,120',
      'dragEnd 140,120',
    ]);
    let before = place();
    await harness.fingers(5000, 'Start', [200, 150]);
    await harness.fingers(5050, 'Move', [240, 150]);
    await harness.fingers(5100, 'End');
    expect(tool.take()).to.deep.equal([]);
    expect(place()).not.to.equal(before);
    before = place();
    await harness.fingers(10_100, 'Start', [200, 150]);
    await harness.fingers(10_150, 'Move', [240, 150]);
    await harness.fingers(10_200, 'End');
    expect(tool.take().at(-1)).to.equal('dragEnd 220,120');
    expect(place()).to.equal(before);
  });

  it('lets fingers draw beside it when that is asked for', async () => {
    const {harness, tool} = await enlarged({drawWithFinger: true});
    await harness.pen(0, 'Moved', 120, 130);
    await harness.fingers(5000, 'Start', [200, 150]);
    await harness.fingers(5050, 'Move', [240, 150]);
    await harness.fingers(5100, 'End');
    expect(tool.take().at(-1)).to.equal('dragEnd 220,120');
  });

  it('is not disturbed by the hand that holds it', async () => {
    const {harness, tool, place} = await enlarged({drawWithFinger: true});
    const before = place();
    await harness.pen(0, 'Pressed', 120, 130);
    await harness.fingers(40, 'Start', [300, 200]);
    await harness.fingers(60, 'Move', [340, 240]);
    await harness.pen(80, 'Moved', 160, 150, 'left', 1);
    await harness.fingers(90, 'End');
    await harness.pen(100, 'Released', 160, 150);
    expect(tool.take()).to.deep.equal([
      'press 100,100',
      'dragStart 100,100',
      'drag 140,120',
      'dragEnd 140,120',
    ]);
    await harness.fingers(2000, 'Start', [300, 200, 40]);
    await harness.fingers(2060, 'Move', [340, 240, 40]);
    await harness.fingers(2100, 'End');
    expect(tool.take()).to.deep.equal([]);
    expect(place()).to.equal(before);
  });

  it('takes back what the hand did that came down a moment before it', async () => {
    const {harness, tool, place} = await enlarged();
    const before = place();
    await harness.fingers(0, 'Start', [300, 200]);
    await harness.fingers(10, 'Move', [340, 240]);
    await harness.pen(40, 'Pressed', 120, 130);
    await harness.pen(50, 'Released', 120, 130);
    await harness.fingers(60, 'End');
    expect(tool.take()).to.deep.equal([
      'press 280,170',
      'dragStart 280,170',
      'drag 320,210',
      'cancel',
      'press 100,100',
      'click 100,100',
    ]);
    expect(place()).to.equal(before);
  });
});

describe('stage: Space, Move and the middle button', () => {
  it('move the picture and never draw', async () => {
    const {harness, tool, place, viewer} = await enlarged();
    let before = place();
    const moved = () => {
      const is = place() !== before;
      before = place();
      return is;
    };
    await harness.drag([200, 150], [180, 190], 'middle');
    expect([moved(), tool.take()]).to.deep.equal([true, []]);
    viewer.focus();
    await sendKeys({down: 'Space'});
    expect(getComputedStyle(harness.stage).cursor).to.equal('grab');
    await harness.drag([200, 150], [180, 190]);
    await sendKeys({up: 'Space'});
    expect([moved(), tool.take()]).to.deep.equal([true, []]);
    viewer.move = true;
    await viewer.updateComplete;
    await harness.drag([200, 150], [180, 190]);
    expect([moved(), tool.take()]).to.deep.equal([true, []]);
  });

  it('in the middle of a drawing, Space belongs to the tool', async () => {
    const {harness, tool, place} = await enlarged();
    const before = place();
    await harness.mouse('Pressed', 120, 130);
    await harness.mouse('Moved', 160, 150);
    await sendKeys({down: 'Space'});
    await harness.mouse('Moved', 170, 150);
    await sendKeys({up: 'Space'});
    await harness.mouse('Released', 170, 150);
    expect(tool.take().slice(2)).to.deep.equal([
      'drag 140,120',
      'drag 140,120 space',
      'drag 150,120 space',
      'drag 150,120',
      'dragEnd 150,120',
    ]);
    expect(place()).to.equal(before);
    tool.isDrawing = true;
    await sendKeys({down: 'Space'});
    expect(tool.calls.at(-1)).to.equal('hover 150,120 space');
    await sendKeys({up: 'Space'});
    expect(tool.calls.at(-1)).to.equal('hover 150,120');
  });

  it('Space pans beside the open drawing of a tool that has no use for it', async () => {
    const {harness, tool, viewer, place} = await enlarged();
    tool.isDrawing = tool.pansBySpace = true;
    const before = place();
    viewer.focus();
    await sendKeys({down: 'Space'});
    await harness.drag([120, 130], [160, 150]);
    await sendKeys({up: 'Space'});
    expect(place()).not.to.equal(before);
    expect(tool.take()).to.deep.equal([]);
  });

  it('Space goes to the page of a tool that takes it', async () => {
    const {harness, tool, viewer} = await enlarged();
    tool.takesSpace = true;
    const heard: boolean[] = [];
    viewer.addEventListener('keydown', (event) => heard.push(event.defaultPrevented));
    viewer.focus();
    await sendKeys({down: 'Space'});
    await harness.drag([120, 130], [160, 150]);
    await sendKeys({up: 'Space'});
    expect(heard).to.deep.equal([false]);
    expect(tool.take().at(-1)).to.equal('dragEnd 140,120');
  });

  it('modifier keys send the last place again while the tool draws', async () => {
    const {harness, tool} = await staged();
    await harness.mouse('Pressed', 120, 130);
    await harness.mouse('Moved', 160, 150);
    await sendKeys({down: 'Shift'});
    await sendKeys({down: 'Alt'});
    await sendKeys({up: 'Alt'});
    await sendKeys({up: 'Shift'});
    expect(tool.take().slice(2)).to.deep.equal([
      'drag 140,120',
      'drag 140,120 shift',
      'drag 140,120 shift alt',
      'drag 140,120 shift',
      'drag 140,120',
    ]);
    await harness.mouse('Released', 160, 150);
    tool.calls.length = 0;
    await sendKeys({down: 'Shift'});
    await sendKeys({up: 'Shift'});
    expect(tool.calls).to.deep.equal([]);
    tool.isDrawing = true;
    await sendKeys({down: 'Shift'});
    await sendKeys({up: 'Shift'});
    expect(tool.calls).to.deep.equal(['hover 140,120 shift', 'hover 140,120']);
  });
});

describe('stage: the view in the middle of a drag', () => {
  it('zooms under the pointer, and the tool gets the place again', async () => {
    const {harness, tool, layer} = await staged({wheel: 'zoom'});
    await harness.mouse('Pressed', 120, 130);
    await harness.mouse('Moved', 160, 150);
    const looks = layer.sights.length;
    await harness.wheel(160, 150, -100);
    expect(layer.sights.length).to.equal(looks + 1);
    expect(tool.take().slice(2)).to.deep.equal(['drag 140,120', 'drag 140,120']);
    await harness.mouse('Released', 160, 150);
  });

  it('keeps the place of the press in the picture when the zoom changes before the drag begins', async () => {
    const {harness, tool, viewer} = await staged({wheel: 'zoom'});
    await harness.mouse('Pressed', 120, 130);
    const pressed = viewer.screenToImage({x: 100, y: 100})!;
    await harness.wheel(300, 200, -100);
    await harness.mouse('Moved', 160, 150);
    const start = tool.start!;
    const from = viewer.screenToImage(start.point)!;
    expect(Math.hypot(from.x - pressed.x, from.y - pressed.y)).to.be.below(0.01);
    expect(start.point.x).not.to.be.closeTo(100, 1);
    await harness.mouse('Released', 160, 150);
  });

  it('follows a drawing to the edge, as far as there is more of the picture', async () => {
    const {harness, tool, viewer, place} = await enlarged();
    const before = place();
    await harness.mouse('Pressed', 200, 150);
    await harness.mouse('Moved', 412, 150);
    await until(
      () => viewer.imageToScreen({x: 1600, y: 0})!.x <= 400.5,
      'the right edge of the picture came in',
    );
    expect(place()).not.to.equal(before);
    expect(viewer.imageToScreen({x: 1600, y: 0})!.x).to.be.closeTo(400, 0.6);
    expect(tool.take().filter((call) => call === 'drag 392,120').length).to.be.greaterThan(5);
    await harness.mouse('Released', 412, 150);
  });

  it('does not run off with a drag that begins at the edge, nor with a picture that fits', async () => {
    const {harness, place, viewer} = await enlarged();
    let before = place();
    await harness.mouse('Pressed', 410, 150);
    await harness.mouse('Moved', 410, 190);
    await nextFrame();
    await nextFrame();
    expect(place()).to.equal(before);
    await harness.mouse('Released', 410, 190);
    viewer.fit();
    await nextFrame();
    before = place();
    await harness.drag([200, 150], [415, 150]);
    expect(place()).to.equal(before);
  });

  it('zooms by the wheel without focus while something is being drawn', async () => {
    const {harness, tool, viewer} = await staged();
    const before = viewer.scale;
    await harness.wheel(160, 150, -100);
    expect(viewer.scale).to.equal(before);
    tool.isDrawing = true;
    await harness.wheel(160, 150, -100);
    expect(viewer.scale / before).to.be.closeTo(1.2, 0.001);
  });
});

describe('stage: places', () => {
  const transforms = [
    'none',
    'scale(1.5) translate(12px, 7px)',
    'scale(0.5)',
    'rotate(30deg)',
    'scaleX(-1) rotate(90deg)',
  ];
  for (const transform of transforms) {
    it(`are right where the page says ${transform}`, async () => {
      const {harness, tool, viewer} = await staged({wheel: 'zoom'});
      const box = viewer.parentElement!;
      box.style.left = '300px';
      box.style.top = '200px';
      box.style.transform = transform;
      const corner = new DOMPoint(100, 80).matrixTransform(
        new DOMMatrix(transform === 'none' ? '' : transform).translateSelf(-200, -150),
      );
      const [x, y] = [Math.round(corner.x + 500), Math.round(corner.y + 350)];
      await harness.drag([x, y], [x, y]);
      const {point} = tool.inputs.at(-1)!;
      expect(point.x).to.be.closeTo(100, 1.1);
      expect(point.y).to.be.closeTo(80, 1.1);
      const before = viewer.screenToImage(point)!;
      for (let i = 0; i < 30; i++) {
        await harness.wheel(x, y, i % 3 === 2 ? 120 : -100);
        const after = viewer.screenToImage(point)!;
        expect(Math.hypot(after.x - before.x, after.y - before.y) * viewer.scale).to.be.below(0.5);
      }
    });
  }

  it('are right on a scrolled page and from right to left', async () => {
    const {harness, tool, viewer} = await staged();
    const box = viewer.parentElement!;
    const spacer = document.createElement('div');
    spacer.style.height = '3000px';
    document.body.append(spacer);
    document.documentElement.dir = 'rtl';
    box.style.cssText = 'position: absolute; left: 20px; top: 900px; width: 400px; height: 300px';
    scrollTo(0, 800);
    await nextFrame();
    await harness.drag([120, 200], [160, 220]);
    expect(tool.take().at(-1)).to.equal('dragEnd 140,120');
    spacer.remove();
    document.documentElement.removeAttribute('dir');
    scrollTo(0, 0);
  });
});
