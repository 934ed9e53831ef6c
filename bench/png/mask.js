import {maskColors} from '../../src/raster/colors.ts';

/** The colours of nothing and of eight classes. */
export const palette = ['#ffffff', ...maskColors(8)];
export const rgb = palette.map((color) => [1, 3, 5].map((at) => parseInt(color.slice(at, at + 2), 16)));

/** A mask of 60 shapes with uneven borders, always the same for a size. */
export function makeMask(width, height) {
  const data = new Uint8Array(width * height);
  let state = 7;
  const random = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * below;
  };
  const unit = Math.sqrt(width * height);
  for (let shape = 0; shape < 60; shape++) {
    const [x, y, across, down] = [
      random(width),
      random(height),
      (0.01 + random(0.13)) * unit,
      (0.01 + random(0.13)) * unit,
    ];
    const [id, waves, phase] = [1 + Math.floor(random(8)), 3 + random(20), random(7)];
    for (let row = Math.max(0, Math.ceil(y - down)); row < Math.min(height, y + down); row++) {
      const t = (row - y) / down;
      const half = across * Math.sqrt(1 - t * t);
      const [left, right] = [
        1 + 0.12 * Math.sin(waves * t + phase),
        1 + 0.12 * Math.cos(waves * 1.3 * t + phase),
      ];
      const from = row * width + Math.max(0, Math.round(x - half * left));
      const to = row * width + Math.min(width, Math.round(x + half * right));
      if (to > from) data.fill(id, from, to);
    }
  }
  return {width, height, data, palette};
}

/** The same as colours, as canvases and most libraries want it. */
export function rgbaOf({data}) {
  const rgba = new Uint8ClampedArray(data.length * 4);
  const words = new Uint32Array(rgba.buffer);
  const colors = Uint32Array.from(rgb, ([r, g, b]) => (255 << 24) | (b << 16) | (g << 8) | r);
  for (let at = 0; at < data.length; at++) words[at] = colors[data[at]];
  return rgba;
}

/** Colours back to classes, as a page does it that has a canvas only. */
export function idsOf(rgba) {
  const words = new Uint32Array(rgba.buffer, rgba.byteOffset, rgba.length / 4);
  const ids = new Map(rgb.map(([r, g, b], id) => [((255 << 24) | (b << 16) | (g << 8) | r) >>> 0, id]));
  const data = new Uint8Array(words.length);
  for (let at = 0; at < words.length; at++) data[at] = ids.get(words[at]) ?? 255;
  return data;
}
