import {expect} from '@open-wc/testing';
import {BoxIndex} from '../editor/box-index.js';
import type {DrawingState} from '../editor/drawing.js';
import type {Orientation} from '../geometry/orientation.js';
import {uprightSize} from '../geometry/orientation.js';
import type {Sight} from '../geometry/sight.js';
import {imageToScreen} from '../geometry/view.js';
import {create, remove, replace} from '../model/change.js';
import type {BoxRecord} from '../model/record.js';
import {boxRecord, canvasesOf, idlePixels, stageWith, type StageHarness} from './box-stage.harness.js';
import {nextFrame, screenOf, usualSight, withRatio, type Pixels} from './stage-host.harness.js';
import {outlineOf, outset} from './outline.js';

const dark = '#101113';
const light = '#ffffff';
const red = '#ff0000';

/** Where the edges of a box must be on the screen, in device pixels, worked out without any painter. */
function edgesOn({view, frame}: Sight, {box}: BoxRecord, ratio: number): Record<'x' | 'y', [number, number]> {
  const a = imageToScreen(view, frame, {x: box.left, y: box.top});
  const b = imageToScreen(view, frame, {x: box.left + box.width, y: box.top + box.height});
  const sorted = (one: number, two: number): [number, number] => {
    const [low, high] = [Math.round(one * ratio), Math.round(two * ratio)];
    return low < high ? [low, high] : [high, low];
  };
  return {x: sorted(a.x, b.x), y: sorted(a.y, b.y)};
}

/** The colours along a line that crosses an edge from outside to inside, from the first pixel that belongs to it. */
function crossing(
  pixels: Pixels,
  edge: number,
  inward: 1 | -1,
  at: (along: number) => [number, number],
): string[] {
  const {dark: halo, color, light: inner} = outlineOf('idle', devicePixelRatio);
  const first = inward === 1 ? edge : edge - 1;
  const found: string[] = [];
  for (
    let i = -outset({dark: halo, color, light: inner}) - halo - 1;
    found.length < halo + color + inner + 2;
    i++
  ) {
    found.push(pixels.at(...at(first + i * inward)));
  }
  return found;
}

function expectedCrossing(color: string): string[] {
  const outline = outlineOf('idle', devicePixelRatio);
  return [
    '#808080',
    ...Array<string>(outline.dark).fill(dark),
    ...Array<string>(outline.color).fill(color),
    ...Array<string>(outline.light).fill(light),
    '#808080',
  ];
}

async function expectOutline(harness: StageHarness, sight: Sight, record: BoxRecord): Promise<void> {
  const pixels = await screenOf(harness);
  const {x, y} = edgesOn(sight, record, devicePixelRatio);
  const middleX = Math.round((x[0] + x[1]) / 2);
  const middleY = Math.round((y[0] + y[1]) / 2);
  const expected = expectedCrossing(red);
  expect(
    crossing(pixels, x[0], 1, (along) => [along, middleY]),
    'left',
  ).to.deep.equal(expected);
  expect(
    crossing(pixels, x[1], -1, (along) => [along, middleY]),
    'right',
  ).to.deep.equal(expected);
  expect(
    crossing(pixels, y[0], 1, (along) => [middleX, along]),
    'top',
  ).to.deep.equal(expected);
  expect(
    crossing(pixels, y[1], -1, (along) => [middleX, along]),
    'bottom',
  ).to.deep.equal(expected);
}

describe('BoxStage: pixels', () => {
  for (const ratio of [1, 1.5, 2]) {
    for (const scale of [0.25, 1, 3.3, 16]) {
      it(`are where they should be at zoom ${scale}, ratio ${ratio}`, () =>
        withRatio(ratio, async () => {
          // A box of about 100 × 60 on the screen, somewhere on a large picture.
          const record = boxRecord(0, [301, 203, Math.round(100 / scale), Math.round(60 / scale)]);
          const view = {scale, x: 40.4 - 301 * scale, y: 50.7 - 203 * scale};
          const sight = {
            ...usualSight,
            view,
            frame: {stored: {width: 4000, height: 3000}, orientation: 1 as const},
          };
          const harness = await stageWith([record], {sight});
          try {
            expect(devicePixelRatio).to.equal(ratio);
            await expectOutline(harness, sight, record);
          } finally {
            harness.close();
          }
        }));
    }
  }

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const satisfies readonly Orientation[]) {
    it(`are where they should be with EXIF orientation ${orientation}`, async () => {
      const stored = {width: 90, height: 60};
      const record = boxRecord(0, [12, 7, 30, 20]);
      const scale = 290 / uprightSize(stored, orientation).height;
      const sight = {
        ...usualSight,
        view: {scale, x: 5, y: 5},
        frame: {stored, orientation},
        stage: {width: 500, height: 300},
      };
      const harness = await stageWith([record], {sight});
      try {
        await expectOutline(harness, sight, record);
      } finally {
        harness.close();
      }
    });
  }

  it('follow a change of the device pixel ratio', async () => {
    const record = boxRecord(0, [20, 10, 40, 30]);
    const harness = await stageWith([record]);
    try {
      await withRatio(2, async () => {
        await nextFrame();
        await harness.settled();
        await expectOutline(harness, usualSight, record);
      });
      await nextFrame();
      await harness.settled();
      await expectOutline(harness, usualSight, record);
    } finally {
      harness.close();
    }
  });

  it('are those of the view again after the gesture rested', async () => {
    const record = boxRecord(0, [20, 10, 40, 30]);
    const harness = await stageWith([record]);
    try {
      harness.look({scale: 4.4, x: -31.3});
      await harness.settled();
      await expectOutline(harness, {...usualSight, view: {scale: 4.4, x: -31.3, y: 30}}, record);
    } finally {
      harness.close();
    }
  });
});

describe('BoxStage: what is painted', () => {
  let harness: StageHarness;
  afterEach(() => harness.close());

  const middleOf = (pixels: Pixels, {box}: BoxRecord): string =>
    pixels.at(box.left * 4, 30 + Math.round((box.top + box.height / 2) * 4));

  const first = boxRecord(0, [10, 10, 20, 20]);
  const second = boxRecord(1, [50, 10, 20, 20], 'green');

  it('leaves hidden boxes and labels out', async () => {
    harness = await stageWith([first, second]);
    expect(middleOf(await screenOf(harness), first)).to.equal(red);
    harness.drawing.set({hiddenIds: new Set([first.id])});
    await harness.settled();
    let pixels = await screenOf(harness);
    expect(middleOf(pixels, first)).to.equal('#808080');
    expect(middleOf(pixels, second)).to.equal('#00ff00');
    harness.drawing.set({hiddenIds: new Set(), hiddenLabels: new Set(['green'])});
    await harness.settled();
    pixels = await screenOf(harness);
    expect(middleOf(pixels, first)).to.equal(red);
    expect(middleOf(pixels, second)).to.equal('#808080');
  });

  it('hides everything for a moment, the selected box too', async () => {
    harness = await stageWith([first, second]);
    harness.drawing.set({selection: new Set([second.id])});
    harness.drawing.set({isAllHidden: true});
    await harness.settled();
    const pixels = await screenOf(harness);
    expect(middleOf(pixels, first)).to.equal('#808080');
    expect(middleOf(pixels, second)).to.equal('#808080');
  });

  it('puts the preview in the place of the box', async () => {
    harness = await stageWith([first, second]);
    const moved = {...first, box: {...first.box, left: 33}};
    harness.drawing.set({
      preview: {kind: 'change', isResize: false, records: new Map([[first.id, moved]])},
    });
    await harness.settled();
    const pixels = await screenOf(harness);
    expect(middleOf(pixels, first)).to.equal('#808080');
    expect(middleOf(pixels, moved)).to.equal(red);
    expect(middleOf(pixels, second)).to.equal('#00ff00');
  });

  it('darkens the picture around a box that is drawn', async () => {
    harness = await stageWith([]);
    harness.drawing.set({
      preview: {
        kind: 'new',
        box: {left: 10, top: 10, width: 40, height: 20},
        label: 'red',
        anchor: {x: 10, y: 10},
      },
    });
    await harness.settled();
    const pixels = await screenOf(harness);
    expect(pixels.at(120, 110)).to.equal('#808080');
    expect(pixels.at(300, 200)).to.equal('#535353');
    // Not beyond the picture.
    expect(pixels.at(300, 10)).to.equal('#808080');
  });

  it('paints nothing for a box that is out of sight', async () => {
    harness = await stageWith([first]);
    harness.look({x: -4000});
    await harness.settled();
    expect(idlePixels(harness).data.some((value) => value !== 0)).to.equal(false);
  });

  it('clips what reaches out of the picture, with a warning', async () => {
    const outside = boxRecord(0, [80, 20, 100, 20]);
    harness = await stageWith([outside]);
    const pixels = await screenOf(harness);
    expect(pixels.at(320, 150), 'its left side').to.equal(red);
    expect(pixels.at(399, 150), 'the border of the picture').to.equal(red);
    expect(pixels.at(331, 123), 'the badge').to.equal('#ffc93c');
  });

  it('shows and hides the guides with the pointer and the tool', async () => {
    harness = await stageWith([]);
    harness.stage.pointerAt({x: 200, y: 100});
    expect((await screenOf(harness)).at(100, 99), 'the select tool').to.equal('#808080');
    harness.drawing.set({tool: 'box'});
    let pixels = await screenOf(harness);
    expect(pixels.at(100, 99)).not.to.equal('#808080');
    expect(pixels.at(200, 250)).not.to.equal('#808080');
    expect(pixels.at(200, 15), 'above the picture').to.equal('#808080');
    harness.stage.pointerAt(undefined);
    pixels = await screenOf(harness);
    expect(pixels.at(100, 99)).to.equal('#808080');
  });

  it('draws handles on one selected box, none on several and on locked ones', async () => {
    harness = await stageWith([first, second]);
    const corner = [40, 70] as const;
    harness.drawing.set({selection: new Set([first.id])});
    await harness.settled();
    expect((await screenOf(harness)).at(...corner)).to.equal(light);
    harness.drawing.set({selection: new Set([first.id, second.id])});
    await harness.settled();
    expect((await screenOf(harness)).at(...corner)).to.equal(red);
    harness.drawing.set({selection: new Set([first.id]), lockedIds: new Set([first.id])});
    await harness.settled();
    expect((await screenOf(harness)).at(...corner)).to.equal(red);
  });

  it('shows nothing without a picture', async () => {
    harness = await stageWith([first]);
    harness.drawing.set({selection: new Set([first.id])});
    harness.stage.look(undefined);
    await harness.settled();
    expect(canvasesOf(harness)).to.deep.equal([]);
  });
});

describe('BoxStage: what somebody is busy with', () => {
  const first = boxRecord(0, [10, 10, 20, 20]);
  const second = boxRecord(1, [50, 10, 20, 20], 'a label that is much longer than its box is wide');
  const atBorder = boxRecord(2, [0, -6, 30, 20], 'green');
  const small = boxRecord(3, [40, 40, 2, 1], 'blue');
  const moved = {...first, box: {...first.box, left: 60, top: 38}};

  const states: Readonly<Record<string, Partial<DrawingState>>> = {
    'a hovered box': {hovered: second.id},
    'a selected box': {selection: new Set([first.id])},
    'a selected box with a long name': {selection: new Set([second.id])},
    'a selected box that reaches out of the stage': {selection: new Set([atBorder.id])},
    'a tiny selected box': {selection: new Set([small.id])},
    'several selected boxes and a hovered one': {
      selection: new Set([first.id, small.id]),
      hovered: second.id,
    },
    'a box that is dragged': {
      selection: new Set([first.id]),
      preview: {kind: 'change', isResize: false, records: new Map([[first.id, moved]])},
    },
    'the points of a drawing': {
      tool: 'extremes',
      preview: {
        kind: 'points',
        points: [
          {x: 20, y: 50},
          {x: 70.5, y: 20.5},
        ],
      },
    },
    'a frame that selects': {
      preview: {kind: 'marquee', box: {left: 15, top: 12, width: 30.4, height: 20.2}},
    },
    'the crosshair of the keyboard': {cursor: {x: 99, y: 30}},
  };

  /** The stage as it is painted in one go, without canvases that are moved about. */
  function paintedAtOnce({stage, host, sight}: StageHarness): Uint8ClampedArray {
    const ratio = devicePixelRatio;
    const canvas = Object.assign(document.createElement('canvas'), {
      width: Math.floor(host.clientWidth * ratio),
      height: Math.floor(host.clientHeight * ratio),
    });
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.fillStyle = '#808080';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.scale(ratio, ratio);
    stage.paintInto(context, sight, true);
    return context.getImageData(0, 0, canvas.width, canvas.height).data;
  }

  for (const ratio of [1, 1.25, 1.5]) {
    for (const [name, state] of Object.entries(states)) {
      it(`is on the screen as it would be on one canvas: ${name}, ratio ${ratio}`, () =>
        withRatio(ratio, async () => {
          const harness = await stageWith([first, second, atBorder, small], {
            sight: {...usualSight, view: {scale: 4, x: 0, y: 3}},
            tags: 'hover',
            hasGuides: false,
          });
          try {
            const before = await screenOf(harness);
            harness.drawing.set(state);
            await harness.settled();
            const {data, width} = await screenOf(harness);
            expect(data.some((value, i) => value !== before.data[i])).to.equal(true);
            const expected = paintedAtOnce(harness);
            // What is half transparent is rounded once more when it is put over the picture.
            const differing = data.findIndex((value, i) => Math.abs(value - (expected[i] ?? 0)) > 2);
            const at = Math.floor(differing / 4);
            expect(differing, `at ${at % width}, ${Math.floor(at / width)}`).to.equal(-1);
          } finally {
            harness.close();
          }
        }));
    }
  }

  it('takes no larger canvas than it needs, and follows the view', async () => {
    const harness = await stageWith([first, second, atBorder, small]);
    const {drawing, host} = harness;
    drawing.set({selection: new Set([first.id])});
    await harness.settled();
    const overlay = (): HTMLCanvasElement => canvasesOf(harness)[1] as HTMLCanvasElement;
    expect(overlay().width * overlay().height).to.be.below((host.clientWidth * host.clientHeight) / 2);
    for (const view of [{x: -100}, {scale: 9, x: -60, y: -30}, {scale: 1}]) {
      harness.look(view);
      await harness.settled();
      const {left, top} = host.getBoundingClientRect();
      const canvas = overlay().getBoundingClientRect();
      const sight = {...usualSight.view, ...view};
      const x = Math.round(first.box.left * sight.scale + sight.x + left);
      const y = Math.round(first.box.top * sight.scale + sight.y + top);
      expect(canvas.left).to.be.at.most(Math.max(x, left));
      expect(canvas.top).to.be.at.most(Math.max(y, top));
      const context = overlay().getContext('2d') as CanvasRenderingContext2D;
      const along = Math.round(first.box.height * sight.scale * 0.35);
      if (x < left) continue;
      expect([...context.getImageData(x - canvas.left, y + along - canvas.top, 1, 1).data]).to.deep.equal([
        255, 0, 0, 255,
      ]);
    }
    // Beside the stage there is nothing to paint.
    harness.look({x: -4000});
    await harness.settled();
    expect(canvasesOf(harness)).to.have.length(1);
    harness.close();
  });
});

describe('BoxStage: painted bit by bit', () => {
  /** Boxes that overlap a lot, of many colours and states. */
  const many = Array.from({length: 60}, (_, i) => ({
    ...boxRecord(
      i,
      [(i * 37) % 80, (i * 23) % 45, 8 + (i % 13), 6 + (i % 9)],
      ['red', 'green', 'blue'][i % 3],
    ),
    ...(i % 7 === 0 ? {isSuggestion: true as const} : {}),
  }));

  /** Does several edits on a painted stage, and compares with a stage that is made from the state they led to. */
  async function compare(records: readonly BoxRecord[], sight: Sight, fillOpacity: number): Promise<void> {
    const harness = await stageWith(records, {sight, fillOpacity});
    const {editor, drawing} = harness;
    const at = (index: number): BoxRecord => records[index] as BoxRecord;
    drawing.set({selection: new Set([at(3).id, at(9).id])});
    await nextFrame();
    drawing.set({selection: new Set([at(12).id])});
    const moved = {...at(12), box: {...at(12).box, left: at(12).box.left + 5}};
    drawing.set({preview: {kind: 'change', isResize: false, records: new Map([[moved.id, moved]])}});
    await nextFrame();
    editor.commit('Move', 1, [replace(at(12), moved)]);
    drawing.set({preview: undefined});
    editor.commit('Delete', 2, [remove(at(20)), remove(at(21))]);
    editor.commit('Draw', 3, [create(boxRecord(records.length, [30, 20, 25, 25], 'blue'))]);
    editor.undo();
    editor.undo();
    editor.redo();
    editor.commit('Relabel', 4, [replace(at(30), {...at(30), label: 'blue'})]);
    drawing.set({selection: new Set()});
    await harness.settled();
    const again = await stageWith([...editor.state.document.records.values()] as BoxRecord[], {
      sight,
      fillOpacity,
    });
    const one = idlePixels(harness);
    const two = idlePixels(again);
    const differing = one.data.findIndex((value, i) => value !== two.data[i]);
    harness.close();
    again.close();
    expect(two.data.some((value) => value !== 0)).to.equal(true);
    expect(one.width).to.equal(two.width);
    expect(differing).to.equal(-1);
  }

  it('is what a new stage paints from the same state', () => compare(many, usualSight, 0));
  it('is so with insides filled', () => compare(many, usualSight, 0.25));
  it('is so at an odd scale and a turned picture', () =>
    compare(
      many,
      {...usualSight, view: {scale: 3.3, x: 7.3, y: -11.8}, frame: {...usualSight.frame, orientation: 6}},
      0,
    ));
  it('is so for a crowd, which is painted in another way', () => {
    const crowd = Array.from({length: 5100}, (_, i) =>
      boxRecord(i, [(i * 37) % 90, (i * 23) % 55, 1 + (i % 7), 1 + (i % 5)], ['red', 'green', 'blue'][i % 3]),
    );
    return compare(crowd, usualSight, 0);
  });
});

describe('BoxStage: a crowd', () => {
  const crowd = Array.from({length: 5100}, (_, i) => ({
    ...boxRecord(i, [(i * 37) % 90, (i * 23) % 55, 2 + (i % 7), 1 + (i % 5)], ['red', 'green'][i % 2]),
    ...(i % 9 === 0 ? {isSuggestion: true as const} : {}),
  }));
  const words = ({data}: Pixels): Uint32Array => new Uint32Array(data.buffer);

  it('shows many selected boxes, painted at once or bit by bit', async () => {
    const selection = new Set(crowd.filter((_, i) => i % 60 === 0).map(({id}) => id));
    const [one, two] = [await stageWith(crowd), await stageWith(crowd)];
    const before = words(idlePixels(one));
    one.drawing.set({selection});
    two.drawing.set({selection});
    await two.settled();
    // A change and back again paints parts of it once more.
    for (const record of crowd.filter((_, i) => i % 500 === 3)) {
      two.editor.commit('Delete', 1, [remove(record)]);
      two.editor.undo();
    }
    await two.settled();
    await one.settled();
    const [atOnce, bitByBit] = [words(idlePixels(one)), words(idlePixels(two))];
    one.close();
    two.close();
    expect(atOnce.some((word, i) => word !== before[i])).to.equal(true);
    expect(bitByBit.findIndex((word, i) => word !== atOnce[i])).to.equal(-1);
  });

  it('warns of boxes that reach out of the picture, also when their place is painted again', async () => {
    const far = boxRecord(crowd.length, [180, 30, 20, 4]);
    const harness = await stageWith([...crowd, far]);
    const badge = (): string => idlePixels(harness).at(300 + 400 - 18 + 11, 300 + 30 + 30 * 4 + 13);
    expect(badge()).to.equal('#ffc93c');
    // Its neighbour at the border is removed: what is seen there is painted again, wherever it really is.
    harness.editor.commit('Draw', 1, [create(boxRecord(crowd.length + 1, [97, 29, 3, 6]))]);
    harness.editor.undo();
    await harness.settled();
    expect(badge()).to.equal('#ffc93c');
    harness.close();
  });
});

describe('BoxStage: work', () => {
  /** Counts what is asked of all canvases while something is done. */
  function countPaints(act: () => void): number {
    let count = 0;
    const names = ['strokeRect', 'fillRect', 'clearRect', 'putImageData'] as const;
    const originals = [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D].flatMap(({prototype}) =>
      names.map((name) => ({prototype, name, paint: Reflect.get(prototype, name) as () => void})),
    );
    for (const {prototype, name, paint} of originals) {
      Reflect.set(prototype, name, function (this: unknown, ...args: unknown[]) {
        count++;
        Reflect.apply(paint, this, args);
      });
    }
    try {
      act();
    } finally {
      for (const {prototype, name, paint} of originals) Reflect.set(prototype, name, paint);
    }
    return count;
  }

  const crowd = Array.from({length: 50_000}, (_, i) =>
    boxRecord(i, [(i * 37) % 3900, (i * 23) % 2950, 20, 15]),
  );
  const sight: Sight = {
    ...usualSight,
    frame: {stored: {width: 4000, height: 3000}, orientation: 1},
    view: {scale: 0.1, x: 0, y: 0},
  };

  it('pans and zooms 50,000 boxes without painting', async () => {
    const harness = await stageWith(crowd, {sight});
    const painted = countPaints(() => {
      for (let i = 0; i < 50; i++) harness.look({scale: 0.1 + i / 1000, x: -i, y: i});
    });
    const [canvas] = canvasesOf(harness);
    const {transform} = getComputedStyle(canvas as HTMLElement);
    harness.close();
    expect(painted).to.equal(0);
    expect(transform).to.match(/^matrix\(1\.49, /);
  });

  it('repaints nothing when one of 50,000 boxes is selected, and its neighbourhood when it is dragged', async () => {
    const harness = await stageWith(crowd, {sight: {...sight, view: {scale: 1, x: -2700, y: -1800}}});
    const {drawing} = harness;
    const record = crowd[1234] as BoxRecord;
    const selecting = countPaints(() => drawing.set({selection: new Set([record.id])}));
    const preview = {kind: 'change' as const, isResize: false, records: new Map([[record.id, record]])};
    const taking = countPaints(() => drawing.set({preview}));
    const dragging = countPaints(() => drawing.set({preview: {...preview}}));
    harness.close();
    expect(selecting).to.equal(0);
    expect(taking).to.be.within(1, 2000);
    expect(dragging).to.equal(0);
  });

  it('paints in slices and shows the old pixels meanwhile', async () => {
    const harness = await stageWith(crowd, {sight});
    const [before] = canvasesOf(harness);
    harness.look({scale: 0.05});
    const slice = countPaints(() => undefined);
    expect(slice).to.equal(0);
    expect(canvasesOf(harness)[0]).to.equal(before);
    await harness.settled();
    expect(canvasesOf(harness)[0]).not.to.equal(before);
    expect(canvasesOf(harness)).to.have.length(1);
    harness.close();
  });

  it('stops painting for a rest when the gesture goes on', async () => {
    const harness = await stageWith(crowd, {sight});
    harness.look({x: -1});
    await harness.settled();
    const [before] = canvasesOf(harness);
    const {index} = harness;
    const hasBegun = new Promise<void>((resolve) => {
      index.searchRows = (...area) => {
        resolve();
        return BoxIndex.prototype.searchRows.apply(index, area);
      };
    });
    harness.look({x: -2});
    await hasBegun;
    for (let i = 0; i < 60; i++) {
      harness.look({x: -3 - i});
      await nextFrame();
      expect(canvasesOf(harness)[0], `frame ${i}`).to.equal(before);
    }
    await harness.settled();
    expect(canvasesOf(harness)[0]).not.to.equal(before);
    harness.close();
  });

  it('makes the index anew in an idle moment after many changes', async () => {
    const harness = await stageWith(crowd.slice(0, 2000), {sight});
    const {editor, index} = harness;
    const moved = crowd.slice(0, 100).map((record) => replace(record, {...record, label: 'green'}));
    editor.commit('Relabel', 1, moved.slice(0, 50));
    expect(index.isWorn).to.equal(false);
    editor.commit('Relabel', 2, moved.slice(50));
    expect(index.isWorn).to.equal(true);
    while (index.isWorn) await nextFrame();
    expect(index.size).to.equal(2000);
    harness.close();
  });

  it('leaves nothing behind when it is destroyed', async () => {
    const record = boxRecord(0, [10, 10, 20, 20]);
    const harness = await stageWith([record]);
    const canvases = [...harness.stage.element.querySelectorAll('canvas')];
    harness.drawing.set({selection: new Set([record.id])});
    harness.look({x: 20});
    harness.stage.destroy();
    const painted = countPaints(() => {
      harness.editor.commit('Delete', 1, [remove(record)]);
      harness.drawing.set({tool: 'box'});
    });
    let frames = 0;
    const {requestAnimationFrame: original} = globalThis;
    globalThis.requestAnimationFrame = (callback) => {
      frames++;
      return original(callback);
    };
    await new Promise((done) => setTimeout(done, 100));
    globalThis.requestAnimationFrame = original;
    harness.close();
    expect(painted).to.equal(0);
    expect(frames).to.equal(0);
    expect(harness.host.childElementCount).to.equal(0);
    expect(canvases.map(({width, height}) => width * height)).to.deep.equal([0, 0, 0]);
  });

  it('paints the same into another canvas', async () => {
    const record = boxRecord(0, [10, 10, 20, 20]);
    const harness = await stageWith([record]);
    const canvas = document.createElement('canvas');
    canvas.width = 280;
    canvas.height = 280;
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.scale(2, 2);
    harness.stage.paintInto(context, {
      ...usualSight,
      stage: {width: 140, height: 140},
      view: {scale: 8, x: -20, y: -20},
    });
    const pixel = (x: number, y: number): number[] => [...context.getImageData(x, y, 1, 1).data];
    harness.close();
    expect(pixel((10 * 8 - 20) * 2, 200)).to.deep.equal([255, 0, 0, 255]);
    expect(pixel(200, (10 * 8 - 20) * 2)).to.deep.equal([255, 0, 0, 255]);
    expect(pixel(60, 60)[3]).to.equal(0);
  });

  it('gives a mark for each box that is not hidden', async () => {
    const harness = await stageWith([boxRecord(0, [10, 10, 20, 20]), boxRecord(1, [0, 0, 4, 4], 'green')]);
    harness.drawing.set({hiddenIds: new Set(['box-0'])});
    const marks = [...harness.stage.marks()];
    harness.close();
    expect(marks).to.deep.equal([{x: 2, y: 2, color: '#00ff00'}]);
  });
});
