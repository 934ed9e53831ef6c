import {expect} from '@open-wc/testing';
import {mapOf} from '../../test/helpers/masks.js';
import type {Orientation} from '../geometry/orientation.js';
import {Editor} from '../editor/editor.js';
import {MaskBoard} from '../editor/mask-board.js';
import {usualColors} from './colors.js';
import {MapGrid} from './mask-grid.js';
import {hatchesFor} from './mask-hatch.js';
import {colorsOf, emphasized} from './mask-looks.js';
import {defaultMaskOptions, type MaskOptions} from './mask-options.js';
import {maskPixels, type MaskScene} from './paint-mask.js';
import type {DeviceBox} from './projector.js';

const colors = ['', '#ff0000', '#00ff00', '#0000ff', '#ffff00'];

/** Numbers from 0 to 1 that are the same in every run. */
function chance(seed: number): () => number {
  return () => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** A scene with thin and thick, smooth and ragged regions. */
function sceneOf(run: number, options: Partial<MaskOptions>): MaskScene {
  const random = chance(run + 1);
  const size = {width: 90, height: 70};
  const grain = 1 + Math.floor(random() * 12);
  const map = mapOf(
    size,
    (x, y) => Math.floor((Math.sin(x / grain) + Math.cos(y / grain) + 2) * 1.2 + random() * 0.3) % 5,
  );
  const ratio = [1, 1.5, 2, 3][run % 4] ?? 1;
  const scale = ([0.4, 0.7, 1, 2.3, 6][run % 5] ?? 1) / ratio;
  const canvas = {left: 0, top: 0, right: 160, bottom: 130};
  const grid = new MapGrid(
    {
      view: {scale, x: -3.3, y: 2.2},
      frame: {stored: size, orientation: (1 + (run % 8)) as Orientation},
      stage: {width: 160, height: 130},
    },
    ratio,
    canvas,
    {x: 0, y: 0},
  );
  const board = new MaskBoard(new Editor(), {hasInstances: false});
  const lookOf = (number: number) =>
    ({color: colors[number] ?? '#777777', pattern: 'solid', hatch: number * 3}) as const;
  const looks = emphasized(colorsOf(board, {...defaultMaskOptions, lookOf, ...options}, usualColors), {
    hovered: run % 4 === 0 ? 1 : undefined,
    selection: new Set(run % 3 === 1 ? [3] : []),
  });
  return {map, grid, looks, hatches: hatchesFor(ratio), line: Math.max(1, Math.round(ratio))};
}

function pictureOf({grid}: MaskScene): DeviceBox {
  if (!grid.picture) throw new Error('The picture is beside the canvas.');
  return grid.picture;
}

describe('pixels of a mask', () => {
  for (const [what, options] of Object.entries({
    colours: {},
    lines: {isOutlineOnly: true},
    hatchings: {hatches: true, showsUnlabelled: true, opacity: 0.6},
  })) {
    it(`are the same in any part as in the whole: ${what}`, () => {
      for (let run = 0; run < 40; run++) {
        const scene = sceneOf(run, options);
        const picture = pictureOf(scene);
        const width = picture.right - picture.left;
        const whole = new Uint32Array(maskPixels(picture, scene).data.slice().buffer);
        const random = chance(run + 99);
        for (let round = 0; round < 10; round++) {
          const left = picture.left + Math.floor(random() * width);
          const top = picture.top + Math.floor(random() * (picture.bottom - picture.top));
          const right = Math.min(picture.right, left + 1 + Math.floor(random() * 30));
          const bottom = Math.min(picture.bottom, top + 1 + Math.floor(random() * 30));
          const {data} = maskPixels({left, top, right, bottom}, scene);
          const part = new Uint32Array(data.buffer, 0, (right - left) * (bottom - top));
          for (let y = top; y < bottom; y++) {
            const from = (y - picture.top) * width + left - picture.left;
            const row = (y - top) * (right - left);
            expect(part.slice(row, row + right - left), `run ${run}, row ${y}`).to.deep.equal(
              whole.slice(from, from + right - left),
            );
          }
        }
      }
    });
  }

  it('have light and dark beside each other along every border', () => {
    const scene = {
      ...sceneOf(2, {isOutlineOnly: true}),
      map: mapOf({width: 90, height: 70}, (x) => (x < 40 ? 1 : 4)),
    };
    const picture = pictureOf(scene);
    const {data, width} = maskPixels(picture, scene);
    const words = new Uint32Array(data.buffer, 0, width);
    const {dark, light} = scene.looks;
    const at = words.findIndex((word) => word === dark || word === light);
    const seen = new Set(words.slice(at, at + 2 * scene.line));
    expect(seen).to.deep.equal(new Set([dark, light]));
  });
});
