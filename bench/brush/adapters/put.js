import {sweepBrush} from '../../../src/raster/brush.ts';
import {color} from '../scene.js';

/** An array of all pixels in colour that is put on a canvas as large as the picture after every move. */
export function create({host, size, view}) {
  const {width, height} = size;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  const word = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
  const image = new ImageData(width, height);
  const words = new Uint32Array(image.data.buffer);
  let last, brush, before;

  const stamp = (from, to) => {
    sweepBrush(brush, from, to, (y, start, end) => {
      if (y >= 0 && y < height)
        words.fill(word, y * width + Math.max(0, start), y * width + Math.min(width, end));
    });
    context.putImageData(image, 0, 0);
  };

  return {
    init() {
      canvas.className = 'over';
      Object.assign(canvas, size);
      const {style} = canvas;
      style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
      style.opacity = '0.5';
      host.append(canvas);
    },
    press(at, radius) {
      before = words.slice();
      brush = {size: radius * 2, shape: 'disc'};
      last = at;
      stamp(at, at);
    },
    move(at) {
      stamp(last, at);
      last = at;
    },
    release() {},
    undo() {
      words.set(before);
      context.putImageData(image, 0, 0);
    },
    bytes: () => before.byteLength,
    labelled: () => words.reduce((sum, number) => sum + (number === 0 ? 0 : 1), 0),
    destroy: () => canvas.remove(),
  };
}
