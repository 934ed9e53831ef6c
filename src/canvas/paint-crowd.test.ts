import {expect} from '@open-wc/testing';
import {usualColors} from './colors.js';
import {paintCrowd} from './paint-crowd.js';
import {paintScene, type SceneStyle} from './paint-scene.js';
import {finish, type Scene} from './scene.js';
import type {BoxLook} from './stage-options.js';

const looks: readonly BoxLook[] = ['#e5484d', '#0090ff', '#30a46c'].map((color) => ({
  color,
  pattern: 'solid',
}));
const width = 120;
const height = 90;

/** Boxes of every small size, all over the canvas and beyond each of its borders. */
function crowd(): Scene {
  const boxes: number[][] = [];
  for (let i = 0; i < 1500; i++) {
    const left = ((i * 37) % (width + 40)) - 20;
    const top = ((i * 53) % (height + 40)) - 20;
    boxes.push([left, top, left + (i % 13), top + (i % 11)]);
  }
  boxes.push([-30, -30, width + 30, height + 30], [0, 0, width, height], [10, -30, 60, height + 30]);
  return {
    count: boxes.length,
    places: Int32Array.from(boxes.flat()),
    records: [],
    lookOf: Uint16Array.from(boxes, (_, i) => i % looks.length),
    looks,
    flags: new Uint8Array(boxes.length),
  };
}

function pixelsOf(paint: typeof paintCrowd, scene: Scene, style: SceneStyle): Uint8ClampedArray {
  const canvas = Object.assign(document.createElement('canvas'), {width, height});
  const context = canvas.getContext('2d')!;
  finish(paint(context, scene, style));
  return context.getImageData(0, 0, width, height).data;
}

describe('paintCrowd', () => {
  for (const ratio of [1, 1.5, 2, 3]) {
    it(`paints what a canvas would, pixel by pixel, at ${ratio} device pixels per CSS pixel`, () => {
      const scene = crowd();
      const style = {ratio, colors: usualColors, fillOpacity: 0, isCrowd: true};
      const written = pixelsOf(paintCrowd, scene, style);
      const stroked = pixelsOf(paintScene, scene, style);
      const differing = written.findIndex((value, i) => value !== stroked[i]);
      expect(
        differing,
        `at ${Math.floor(differing / 4) % width}, ${Math.floor(differing / 4 / width)}`,
      ).to.equal(-1);
      expect(written.some((value) => value !== 0)).to.equal(true);
    });
  }
});
