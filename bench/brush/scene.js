/** What every adapter is given: the same stage, the same view, the same way of the pointer. */
export const stage = {width: 1200, height: 800};

export const sizes = [
  {name: '12 MP', width: 4000, height: 3000},
  {name: '24 MP', width: 6000, height: 4000},
  {name: '50 MP', width: 8160, height: 6120},
];

export const radii = [5, 50, 200];

/** The whole picture, in the middle of the stage. */
export function fitted({width, height}) {
  const scale = Math.min(stage.width / width, stage.height / height);
  return {scale, x: (stage.width - width * scale) / 2, y: (stage.height - height * scale) / 2};
}

/** Where the pointer is after so many moves: some 15 CSS pixels further each, in loops over most of the picture. */
export function wayOf({width, height}, step) {
  const turn = step / 24;
  return {
    x: width * (0.5 + 0.38 * Math.sin(turn) * Math.cos(turn / 7.3)),
    y: height * (0.5 + 0.38 * Math.cos(turn * 1.31)),
  };
}

export const color = '#d62728';

/** Puts the photo where the view says, the same cheap way for all. */
export function showPhoto(photo, {width, height}, {scale, x, y}) {
  const {style} = photo;
  style.width = `${width}px`;
  style.height = `${height}px`;
  style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
}
