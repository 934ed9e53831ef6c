/** The photo, the stage and the boxes: the same for every library, on every machine, in every run. */
export const photo = {width: 4000, height: 3000};
export const stage = {width: 1200, height: 800};

/** Label → colour. */
export const colors = {
  ship: '#e5484d',
  boat: '#0090ff',
  crane: '#30a46c',
  person: '#f5d90a',
  crate: '#8e4ec6',
  mast: '#f76b15',
};
const labels = Object.keys(colors);

/** Numbers from 0 to 1 that are always the same (mulberry32). */
function randomNumbers(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `count` boxes of 12 to 96 pixels a side, spread over the photo, in whole pixels. */
export function makeBoxes(count) {
  const random = randomNumbers(20261121);
  return Array.from({length: count}, (_, item) => {
    const width = Math.round(12 + 84 * random() ** 2);
    const height = Math.round(12 + 84 * random() ** 2);
    return {
      id: `b${item}`,
      label: labels[Math.floor(random() * labels.length)],
      left: Math.floor(random() * (photo.width - width)),
      top: Math.floor(random() * (photo.height - height)),
      width,
      height,
    };
  });
}

/** The whole photo, in the middle of the stage: `screen = image * scale + (x, y)`. */
export const fitted = (() => {
  const scale = Math.min(stage.width / photo.width, stage.height / photo.height);
  return {
    scale,
    x: (stage.width - photo.width * scale) / 2,
    y: (stage.height - photo.height * scale) / 2,
  };
})();

/** A hand that pans about, with all boxes on the stage or nearly so. */
export function panned(step) {
  const x = fitted.x + 140 * Math.sin((2 * Math.PI * step) / 90);
  const y = fitted.y + 90 * Math.sin((2 * Math.PI * step) / 70);
  return {scale: fitted.scale, x, y};
}

/** Into the middle of the stage to four times the size, and back, in 120 steps. */
export function zoomed(step) {
  const factor = 4 ** ((1 - Math.cos((2 * Math.PI * step) / 120)) / 2);
  const middle = {x: stage.width / 2, y: stage.height / 2};
  return {
    scale: fitted.scale * factor,
    x: middle.x - (middle.x - fitted.x) * factor,
    y: middle.y - (middle.y - fitted.y) * factor,
  };
}

/** How far a dragged box is from where it was, in picture pixels. */
export function dragged(step) {
  const angle = (2 * Math.PI * step) / 60;
  return {dx: 180 * Math.sin(angle), dy: 180 - 180 * Math.cos(angle)};
}

/** Where the pointer is on the stage, in CSS pixels: all over it. */
export function hovered(step) {
  return {
    x: stage.width * (0.5 + 0.48 * Math.sin(step * 0.0137)),
    y: stage.height * (0.5 + 0.48 * Math.cos(step * 0.0231)),
  };
}

/** The box that is dragged: the one nearest to the middle of the photo. */
export function boxToDrag(boxes) {
  const off = ({left, top, width, height}) =>
    Math.hypot(left + width / 2 - photo.width / 2, top + height / 2 - photo.height / 2);
  return boxes.reduce((best, box) => (off(box) < off(best) ? box : best));
}

export const toScreen = (view, {x, y}) => ({x: x * view.scale + view.x, y: y * view.scale + view.y});
export const toImage = (view, {x, y}) => ({x: (x - view.x) / view.scale, y: (y - view.y) / view.scale});
export const middleOf = ({left, top, width, height}) => ({x: left + width / 2, y: top + height / 2});

/** Boxes by colour, so that a canvas changes its style once per label. */
export const byLabel = (boxes) => Map.groupBy(boxes, ({label}) => label);
