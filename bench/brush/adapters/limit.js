import {sweepBrush} from '../../../src/raster/brush.ts';
import {color, stage as stageSize} from '../scene.js';

/**
 * As little as there can be: the pixels are written and the changed part is sampled and put on a canvas of the stage's
 * size. No document, no history, no undo, no locks, nothing that follows the pointer.
 */
export function create({host, size, view}) {
  const {width, height} = size;
  const map = new Uint8Array(width * height);
  const canvas = document.createElement('canvas');
  canvas.className = 'over';
  Object.assign(canvas, stageSize);
  const context = canvas.getContext('2d');
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const word = ((128 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  let last, brush;

  const stamp = (from, to) => {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    sweepBrush(brush, from, to, (y, start, end) => {
      if (y < 0 || y >= height) return;
      map.fill(1, y * width + Math.max(0, start), y * width + Math.min(width, end));
      [left, top] = [Math.min(left, start), Math.min(top, y)];
      [right, bottom] = [Math.max(right, end), Math.max(bottom, y + 1)];
    });
    const x1 = Math.max(0, Math.floor(Math.max(0, left) * view.scale + view.x));
    const y1 = Math.max(0, Math.floor(Math.max(0, top) * view.scale + view.y));
    const x2 = Math.min(stageSize.width, Math.ceil(Math.min(width, right) * view.scale + view.x));
    const y2 = Math.min(stageSize.height, Math.ceil(Math.min(height, bottom) * view.scale + view.y));
    if (x2 <= x1 || y2 <= y1) return;
    const image = new ImageData(x2 - x1, y2 - y1);
    const words = new Uint32Array(image.data.buffer);
    let at = 0;
    for (let y = y1; y < y2; y++) {
      const row = Math.min(height - 1, Math.floor((y + 0.5 - view.y) / view.scale)) * width;
      for (let x = x1; x < x2; x++)
        words[at++] = map[row + Math.min(width - 1, Math.floor((x + 0.5 - view.x) / view.scale))] ? word : 0;
    }
    context.putImageData(image, x1, y1);
  };

  return {
    init: () => host.append(canvas),
    press(at, radius) {
      brush = {size: radius * 2, shape: 'disc'};
      last = at;
      stamp(at, at);
    },
    move(at) {
      stamp(last, at);
      last = at;
    },
    release() {},
    labelled: () => map.reduce((sum, number) => sum + number, 0),
    destroy: () => canvas.remove(),
  };
}
