import {expect} from '@open-wc/testing';
import type {Orientation} from '../geometry/orientation.js';
import {uprightSize} from '../geometry/orientation.js';
import type {Sight} from '../geometry/sight.js';
import {screenToImage, snappedView} from '../geometry/view.js';
import {MaskStroke} from '../editor/mask-stroke.js';
import {stampBrush, sweepBrush} from '../raster/brush.js';
import {nextFrame, screenOf, usualSight, withRatio, type Pixels} from './stage-host.harness.js';
import {mapOf, recordsFor} from '../../test/helpers/masks.js';
import {documentOf} from '../model/document.js';
import {maskColors, maskStageWith, type MaskHarness} from './mask-stage.harness.js';

/** A map in which hardly any neighbours are equal. */
const speckled = (width: number, height: number) =>
  mapOf({width, height}, (x, y) => ((x * 7 + y * 13) ^ (x >> 1)) % 4);

/** What must be on the screen: the colour of the pixel under the middle of each device pixel. */
function expected({view, frame, stage}: Sight, numberAt: (x: number, y: number) => number, ratio: number) {
  return (x: number, y: number): string => {
    if (x / ratio >= stage.width || y / ratio >= stage.height) return '#808080';
    const at = screenToImage(view, frame, {x: (x + 0.5) / ratio, y: (y + 0.5) / ratio});
    const [column, row] = [Math.ceil(at.x) - 1, Math.ceil(at.y) - 1];
    const {width, height} = frame.stored;
    const isBeside = column < 0 || row < 0 || column >= width || row >= height;
    const number = isBeside ? 0 : numberAt(column, row);
    return number === 0 ? '#808080' : (maskColors[number] ?? '#ff00ff');
  };
}

function differences(pixels: Pixels, colorAt: (x: number, y: number) => string): string[] {
  const found: string[] = [];
  for (let y = 0; y < pixels.height; y++)
    for (let x = 0; x < pixels.width; x++) {
      const [is, shall] = [pixels.at(x, y), colorAt(x, y)];
      if (is !== shall && found.length < 10) found.push(`${x},${y}: ${is} instead of ${shall}`);
    }
  return found;
}

describe('MaskStage: pixels', () => {
  for (const ratio of [1, 1.5, 2]) {
    for (const scale of [0.5, 1, 3.3, 16]) {
      it(`are those of the map at zoom ${scale}, ratio ${ratio}`, () =>
        withRatio(ratio, async () => {
          const map = speckled(500, 400);
          const view = snappedView({scale, x: 10.37 - 30 * scale, y: 20.71 - 20 * scale}, ratio);
          const sight: Sight = {
            view,
            frame: {stored: {width: 500, height: 400}, orientation: 1},
            stage: {width: 200, height: 150},
          };
          const harness = await maskStageWith(map, {sight});
          try {
            const numberAt = (x: number, y: number) => map.data[y * 500 + x] as number;
            expect(differences(await screenOf(harness), expected(sight, numberAt, ratio))).to.deep.equal([]);
          } finally {
            harness.close();
          }
        }));
    }
  }

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const satisfies readonly Orientation[]) {
    it(`are those of the map with EXIF orientation ${orientation}`, async () => {
      const stored = {width: 90, height: 60};
      const map = speckled(90, 60);
      const scale = 140.3 / uprightSize(stored, orientation).height;
      const sight: Sight = {
        view: {scale, x: 5, y: 5},
        frame: {stored, orientation},
        stage: {width: 240, height: 150},
      };
      const harness = await maskStageWith(map, {sight});
      try {
        const numberAt = (x: number, y: number) => map.data[y * 90 + x] as number;
        expect(differences(await screenOf(harness), expected(sight, numberAt, 1))).to.deep.equal([]);
      } finally {
        harness.close();
      }
    });
  }
});

/** The first places that differ, and their colours. */
function changesBetween(a: Pixels, b: Pixels): string[] {
  return differences(a, (x, y) => b.at(x, y));
}

/** Paints everything anew, as after a browser gave a canvas its memory back. */
async function repainted({stage, settled}: MaskHarness): Promise<void> {
  stage.element.querySelector('canvas')?.dispatchEvent(new Event('contextrestored'));
  await settled();
}

/** Numbers from 0 to 1 that are the same in every run. */
function* chances(): Generator<number, never> {
  for (let seed = 7; ;) {
    seed = (seed * 16_807) % 2_147_483_647;
    yield seed / 2_147_483_647;
  }
}

function strokeOn({board}: MaskHarness, number: number): MaskStroke {
  if (!board.map) throw new Error('There is no map.');
  return new MaskStroke(
    board,
    board.map,
    number === 0 ? 'nothing' : {number, label: `label ${number}`},
    undefined,
  );
}

describe('MaskStage: changes', () => {
  const large: Sight = {
    view: {scale: 0.7, x: -100.3, y: -60.8},
    frame: {stored: {width: 800, height: 600}, orientation: 6},
    stage: {width: 300, height: 220},
  };

  for (const [what, options] of Object.entries({
    colours: {},
    lines: {isOutlineOnly: true},
    hatchings: {hatches: true, showsUnlabelled: true, opacity: 0.6},
  })) {
    for (const scale of [0.7, 1, 5.3]) {
      it(`paints parts as they are in a whole: ${what} at zoom ${scale}`, async () => {
        const sight = {...large, view: {scale, x: 150 - 300 * scale, y: 110 - 400 * scale}};
        const harness = await maskStageWith(
          mapOf(large.frame.stored, (x, y) => (x > 420 && y > 150 ? 2 : 0)),
          {
            sight,
            ...options,
          },
        );
        try {
          harness.board.set({selection: new Set([2]), hovered: 1});
          await harness.settled();
          const random = chances();
          const next = (least: number, most: number) => least + random.next().value * (most - least);
          for (let stroke = 0; stroke < 8; stroke++) {
            const painting = strokeOn(harness, stroke % 4);
            const brush = {size: Math.round(next(1, 40)), shape: 'disc'} as const;
            let from = {x: next(330, 470), y: next(250, 350)};
            for (let move = 0; move < 6; move++) {
              const to = {x: from.x + next(-40, 40), y: from.y + next(-40, 40)};
              sweepBrush(brush, from, to, painting.write);
              painting.show();
              await nextFrame();
              from = to;
            }
          }
          await harness.settled();
          const patched = await screenOf(harness);
          await repainted(harness);
          expect(changesBetween(await screenOf(harness), patched)).to.deep.equal([]);
        } finally {
          harness.close();
        }
      });
    }
  }

  it('shows what was painted in the very next frame', async () => {
    const harness = await maskStageWith(mapOf(usualSight.frame.stored, () => 0));
    try {
      const stroke = strokeOn(harness, 1);
      stampBrush({size: 1, shape: 'disc'}, {x: 50.5, y: 30.5}, stroke.write);
      stroke.show();
      await nextFrame();
      expect(harness.stage.isSettled).to.equal(true);
      const pixels = await screenOf(harness);
      // One pixel of the picture, four times its size.
      const red = (x: number, y: number) => pixels.at(x, y) === '#ff0000';
      expect([
        red(200, 150),
        red(203, 153),
        red(199, 150),
        red(204, 150),
        red(200, 149),
        red(200, 154),
      ]).to.deep.equal([true, true, false, false, false, false]);
      stroke.drop();
      await nextFrame();
      expect((await screenOf(harness)).at(201, 151)).to.equal('#808080');
    } finally {
      harness.close();
    }
  });

  it('hides regions, labels and everything', async () => {
    const harness = await maskStageWith(mapOf(usualSight.frame.stored, (x) => (x < 50 ? 1 : 2)));
    const shown = async () => {
      await harness.settled();
      const pixels = await screenOf(harness);
      return [pixels.at(50, 100), pixels.at(350, 100)];
    };
    try {
      expect(await shown()).to.deep.equal(['#ff0000', '#00ff00']);
      harness.board.set({hiddenNumbers: new Set([1])});
      expect(await shown()).to.deep.equal(['#808080', '#00ff00']);
      harness.board.set({hiddenNumbers: new Set(), hiddenLabels: new Set(['label 2'])});
      expect(await shown()).to.deep.equal(['#ff0000', '#808080']);
      harness.board.set({isAllHidden: true});
      expect(await shown()).to.deep.equal(['#808080', '#808080']);
      harness.board.set({isAllHidden: false, hiddenLabels: new Set()});
      expect(await shown()).to.deep.equal(['#ff0000', '#00ff00']);
    } finally {
      harness.close();
    }
  });

  it('has an opacity, and lines alone', async () => {
    const harness = await maskStageWith(
      mapOf(usualSight.frame.stored, (x) => (x < 50 ? 1 : 0)),
      {opacity: 0.5},
    );
    try {
      const half = (await screenOf(harness)).at(50, 100);
      expect(half).to.match(/^#(bf|c0)(3f|40)(3f|40)$/);
      harness.stage.set({isOutlineOnly: true});
      await harness.settled();
      const pixels = await screenOf(harness);
      const row = [196, 197, 198, 199, 200, 201].map((x) => pixels.at(x, 100));
      // The border is at 200: dark on the side of the region, light on the other, its colour within.
      expect(row).to.deep.equal(['#808080', '#ff0000', '#ff0000', '#101113', '#ffffff', '#808080']);
    } finally {
      harness.close();
    }
  });

  it('moves its pixels with the view and paints them anew at rest', async () => {
    const map = speckled(400, 300);
    const sight: Sight = {...large, view: {scale: 1, x: -50, y: -40}, frame: {stored: map, orientation: 1}};
    const harness = await maskStageWith(map, {sight});
    const numberAt = (x: number, y: number) => map.data[y * 400 + x] as number;
    try {
      for (const view of [
        {scale: 1, x: -90, y: -10},
        {scale: 2, x: -300.25, y: -200.75},
        {scale: 0.4, x: 20.37, y: 30.13},
      ]) {
        harness.look(view);
        await harness.settled();
        expect(differences(await screenOf(harness), expected({...sight, view}, numberAt, 1))).to.deep.equal(
          [],
        );
      }
      harness.look({scale: 0.4, x: 60.37, y: 30.13});
      await nextFrame();
      const moved = expected({...sight, view: {scale: 0.4, x: 60.37, y: 30.13}}, numberAt, 1);
      expect(differences(await screenOf(harness), moved), 'before the rest').to.deep.equal([]);
    } finally {
      harness.close();
    }
  });

  it('shows another mask when another item is opened, also in a larger picture', async () => {
    const harness = await maskStageWith(mapOf(usualSight.frame.stored, () => 1));
    const {editor, board, stage} = harness;
    try {
      const size = {width: 200, height: 120};
      editor.open(documentOf(recordsFor(mapOf(size, (x) => (x < 100 ? 2 : 3)))));
      board.set({frame: {stored: size, orientation: 1}});
      stage.look({...usualSight, view: {scale: 2, x: 0, y: 30}, frame: {stored: size, orientation: 1}});
      await harness.settled();
      const pixels = await screenOf(harness);
      expect([pixels.at(50, 100), pixels.at(350, 100), pixels.at(50, 20)]).to.deep.equal([
        '#00ff00',
        '#0000ff',
        '#808080',
      ]);
      stage.look(undefined);
      await nextFrame();
      expect((await screenOf(harness)).at(50, 100)).to.equal('#808080');
    } finally {
      harness.close();
    }
  });
});
