import {color} from '../scene.js';

/** The usual way: a canvas as large as the picture, lines drawn on it, and its pixels read after every stroke. */
export function create({host, size, view}) {
  const {width, height} = size;
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  const [red, green, blue] = [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16));
  let last;
  /** The whole picture before each stroke, for undo. */
  let present, before;

  const line = (from, to) => {
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x, to.y);
    context.stroke();
  };
  const read = () => context.getImageData(0, 0, width, height);

  return {
    init() {
      canvas.className = 'over';
      Object.assign(canvas, size);
      const {style} = canvas;
      style.transform = `translate(${view.x}px, ${view.y}px) scale(${view.scale})`;
      style.opacity = '0.5';
      host.append(canvas);
      context.strokeStyle = color;
      context.lineCap = 'round';
      present = read();
    },
    press(at, radius) {
      context.lineWidth = radius * 2;
      line(at, at);
      last = at;
    },
    move(at) {
      line(last, at);
      last = at;
    },
    release() {
      before = present;
      present = read();
    },
    undo() {
      context.putImageData(before, 0, 0);
    },
    bytes: () => before.data.byteLength,
    prepare: ({data}) => {
      const image = new ImageData(width, height);
      const words = new Uint32Array(image.data.buffer);
      for (let at = 0; at < data.length; at++) words[at] = data[at] ? 0xff000000 | (data[at] * 0x123457) : 0;
      return image;
    },
    load(image) {
      context.putImageData(image, 0, 0);
    },
    /** As most tools do it: read everything, fill by a stack of places, write everything. */
    bucket(at) {
      const image = read();
      const words = new Uint32Array(image.data.buffer);
      const [x, y] = [Math.floor(at.x), Math.floor(at.y)];
      const from = words[y * width + x];
      const to = ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
      const stack = [[x, y]];
      while (stack.length > 0) {
        const [column, row] = stack.pop();
        if (column < 0 || row < 0 || column >= width || row >= height) continue;
        if (words[row * width + column] !== from) continue;
        words[row * width + column] = to;
        stack.push([column + 1, row], [column - 1, row], [column, row + 1], [column, row - 1]);
      }
      context.putImageData(image, 0, 0);
    },
    labelled() {
      const words = new Uint32Array(read().data.buffer);
      return words.reduce((sum, word) => sum + (word === 0 ? 0 : 1), 0);
    },
    destroy: () => canvas.remove(),
  };
}
