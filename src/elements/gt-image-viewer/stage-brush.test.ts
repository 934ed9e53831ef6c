import {expect} from '@open-wc/testing';
import {resetMouse} from '@web/test-runner-commands';
import '../../define/gt-image-viewer.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {devtools, nextFrame, RecordingTool, until, ViewerHarness} from './gt-image-viewer.harness.js';
import type {StageInput} from './stage-layer.js';

let small: Blob;

before(async () => {
  small = await drawnPicture(300, 200);
});

afterEach(() => resetMouse());

/** A viewer whose stage begins at 20, 30 of the page. */
async function staged(tool = new RecordingTool()) {
  const harness = await ViewerHarness.of(small, {tool});
  return {harness, tool};
}

/** Every place a drag came through, in order: its trail and then itself. */
function wayOf(inputs: readonly StageInput[]): string[] {
  return inputs
    .flatMap(({trail = [], point}) => [...trail, point])
    .map(({x, y}) => `${Math.round(x)},${Math.round(y)}`);
}

/** A tool that keeps only what drags tell. */
class WayTool extends RecordingTool {
  readonly drags: StageInput[] = [];
  override drag(input: StageInput): void {
    super.drag(input);
    this.drags.push(input);
  }
}

const moveTo = (x: number, y: number): [string, object] => [
  'Input.dispatchMouseEvent',
  {type: 'mouseMoved', x, y, button: 'left', buttons: 1},
];

describe('stage: what brushes need', () => {
  it('tells every place between two frames, also those before the press became a drag', async () => {
    const tool = new WayTool();
    const {harness} = await staged(tool);
    await harness.mouse('Pressed', 120, 130);
    expect(tool.take()).to.deep.equal(['press 100,100']);
    await devtools(...[1, 2, 10, 20, 30, 40, 50].map((x) => moveTo(120 + x, 130 + x)));
    await until(() => wayOf(tool.drags).includes('150,150'), 'the last move arrived');
    await harness.mouse('Released', 170, 180);
    expect(wayOf(tool.drags)).to.deep.equal([1, 2, 10, 20, 30, 40, 50].map((x) => `${100 + x},${100 + x}`));
  });

  it('takes the places that the browser has put together apart, also on a page that is scaled', async () => {
    const tool = new WayTool();
    const {harness} = await staged(tool);
    const box = harness.viewer.parentElement!;
    box.style.setProperty('transform', 'scale(2)');
    box.style.setProperty('transform-origin', '0 0');
    const at = (x: number, y: number) => ({
      clientX: 20 + 2 * x,
      clientY: 30 + 2 * y,
      pointerId: 7,
      pointerType: 'mouse',
      bubbles: true,
      buttons: 1,
    });
    const {stage} = harness;
    stage.dispatchEvent(new PointerEvent('pointerdown', at(50, 50)));
    const coalescedEvents = [60, 70, 80].map((x) => new PointerEvent('pointermove', at(x, 55)));
    stage.dispatchEvent(new PointerEvent('pointermove', {...at(80, 55), button: -1, coalescedEvents}));
    expect(tool.drags.map(({trail}) => trail)).to.deep.equal([
      [
        {x: 60, y: 55},
        {x: 70, y: 55},
      ],
    ]);
    // The same place again, because a key changed: nothing lies between.
    harness.viewer.refresh();
    expect(tool.drags.length).to.equal(2);
    expect(tool.drags[1]?.trail).to.equal(undefined);
    stage.dispatchEvent(new PointerEvent('pointerup', {...at(80, 55), buttons: 0}));
  });

  it('gets drags with the secondary button where it wants them; a click stays a menu', async () => {
    const {harness, tool} = await staged();
    await harness.drag([120, 130], [160, 150], 'right');
    expect(tool.take()).to.deep.equal([]);
    tool.takesSecondary = true;
    const secondary = async (type: 'Pressed' | 'Moved' | 'Released', x: number, y: number) => {
      const buttons = type === 'Released' ? 0 : 2;
      await devtools([
        'Input.dispatchMouseEvent',
        {type: `mouse${type}`, x, y, button: 'right', buttons, clickCount: 1},
      ]);
    };
    await secondary('Pressed', 120, 130);
    await secondary('Moved', 121, 130);
    expect(tool.take()).to.deep.equal([]);
    await secondary('Moved', 150, 130);
    await secondary('Released', 150, 130);
    await nextFrame();
    expect(tool.take()).to.deep.equal([
      'press 100,100 secondary',
      'dragStart 100,100 secondary',
      'drag 130,100 secondary',
      'dragEnd 130,100 secondary',
    ]);
    await secondary('Pressed', 120, 130);
    await secondary('Moved', 121, 130);
    await secondary('Released', 121, 130);
    expect(tool.take()).to.deep.equal(['menu 101,100']);
  });

  it('gives a secondary drag up when the primary button comes down', async () => {
    const {tool} = await staged();
    tool.takesSecondary = true;
    const send = (type: string, x: number, button: string, buttons: number) =>
      devtools(['Input.dispatchMouseEvent', {type, x, y: 130, button, buttons, clickCount: 1}]);
    await send('mousePressed', 120, 'right', 2);
    await send('mouseMoved', 150, 'right', 2);
    await send('mousePressed', 150, 'left', 3);
    await send('mouseReleased', 150, 'left', 2);
    await send('mouseReleased', 150, 'right', 0);
    await nextFrame();
    expect(tool.take()).to.deep.equal([
      'press 100,100 secondary',
      'dragStart 100,100 secondary',
      'drag 130,100 secondary',
      'cancel',
    ]);
  });

  it('hands the wheel over while Alt is held, and zooms when the tool has no use for it', async () => {
    const {harness, tool} = await staged();
    harness.viewer.focus();
    const {scale} = harness.viewer;
    const alt = {modifiers: 1};
    tool.takesWheel = true;
    await harness.wheel(120, 130, -100, alt);
    await harness.wheel(120, 130, 200, alt);
    expect(tool.take()).to.deep.equal(['wheel 1 at 100,100 alt', 'wheel -2 at 100,100 alt']);
    // Some systems turn it sideways then.
    await harness.wheel(120, 130, 0, {deltaX: -100, ...alt});
    expect(tool.take()).to.deep.equal(['wheel 1 at 100,100 alt']);
    expect(harness.viewer.scale).to.equal(scale);
    await harness.wheel(120, 130, -100);
    expect(tool.take()).to.deep.equal([]);
    expect(harness.viewer.scale).to.be.above(scale);
    tool.takesWheel = false;
    const before = harness.viewer.scale;
    await harness.wheel(120, 130, -100, alt);
    expect(harness.viewer.scale).to.be.above(before);
  });

  it('adds the small turns of a trackpad up to whole steps', async () => {
    const {harness, tool} = await staged();
    harness.viewer.focus();
    tool.takesWheel = true;
    for (let turn = 0; turn < 10; turn++) await harness.wheel(120, 130, -20, {modifiers: 1});
    const steps = tool.take().map((call) => Number(call.split(' ')[1]));
    expect(steps.every((step) => step === 1)).to.equal(true);
    expect(steps.length).to.equal(2);
  });

  it('paints under a finger at once, and takes it back without trace for a second one', async () => {
    const {harness, tool} = await staged();
    await harness.fingers(0, 'Start', [120, 130]);
    expect(tool.take()).to.deep.equal(['press 100,100']);
    await harness.fingers(100, 'Start', [120, 130], [200, 130]);
    expect(tool.take()).to.deep.equal(['cancel']);
    await harness.fingers(120, 'End');
    expect(tool.take()).to.deep.equal(['undo']);
  });

  it('asks for the menu under a finger that rests, and takes its press back before', async () => {
    const {harness, tool} = await staged();
    await harness.fingers(0, 'Start', [120, 130]);
    await until(() => tool.calls.some((call) => call.startsWith('menu')), 'the menu is asked for');
    expect(tool.take()).to.deep.equal(['press 100,100', 'cancel', 'menu 100,100']);
    await harness.fingers(900, 'End');
    expect(tool.take()).to.deep.equal([]);
  });

  it('tells the eraser end of a pen all through a stroke', async () => {
    const {harness, tool} = await staged();
    // The browser's own input has no eraser end of a pen.
    const {stage} = harness;
    const pen = (type: string, x: number, button: number, buttons: number) =>
      stage.dispatchEvent(
        new PointerEvent(type, {
          clientX: 20 + x,
          clientY: 130,
          pointerId: 9,
          pointerType: 'pen',
          bubbles: true,
          button,
          buttons,
        }),
      );
    pen('pointerdown', 100, 5, 32);
    pen('pointermove', 130, -1, 32);
    pen('pointerup', 130, 5, 0);
    expect(tool.take()).to.deep.equal([
      'press 100,100 eraser',
      'dragStart 100,100 eraser',
      'drag 130,100 eraser',
      'dragEnd 130,100 eraser',
    ]);
  });

  it('shows the bytes and the pixel grid of the picture', async () => {
    const {harness} = await staged();
    const {picture} = harness.viewer;
    expect(picture?.blob).to.equal(small);
    expect(picture).to.include({width: 300, height: 200, orientation: 1, readable: true});
    expect(harness.viewer.picture).to.equal(picture);
    harness.viewer.src = '';
    await harness.viewer.updateComplete;
    expect(harness.viewer.picture).to.equal(undefined);
  });
});
