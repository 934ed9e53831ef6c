/** The colours of a stage that belong to no label. */
export interface StageColors {
  readonly dark: string;
  readonly light: string;
  /** Takes the place of every label's colour; patterns and tags tell labels apart then. */
  readonly forced: string | undefined;
  /** The colour of what is selected, where colours are forced. */
  readonly selected: string | undefined;
  readonly warning: string;
}

export const usualColors: StageColors = {
  dark: '#101113',
  light: '#ffffff',
  forced: undefined,
  selected: undefined,
  warning: '#ffc93c',
};

/** What a person's high contrast theme asks for. */
export const forcedColors: StageColors = {
  dark: 'Canvas',
  light: 'Canvas',
  forced: 'CanvasText',
  selected: 'Highlight',
  warning: 'CanvasText',
};

type Channels = readonly [red: number, green: number, blue: number];

/** Colours that were read before: it takes a canvas to read one, and tags ask in every frame. */
const known = new Map<string, Channels>();

/** A colour as red, green and blue from 0 to 255. Anything a canvas cannot read is black. */
export function channelsOf(color: string): Channels {
  let channels = known.get(color);
  if (!channels) known.set(color, (channels = read(color)));
  return channels;
}

function read(color: string): Channels {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return [0, 0, 0];
  context.fillStyle = color;
  // A canvas writes colours back as #rrggbb, or as rgba() when they are translucent.
  const text = context.fillStyle;
  const hex = /^#(..)(..)(..)$/.exec(text);
  if (hex) return [parseInt(hex[1] ?? '0', 16), parseInt(hex[2] ?? '0', 16), parseInt(hex[3] ?? '0', 16)];
  const [red = 0, green = 0, blue = 0] = (text.match(/[\d.]+/g) ?? []).map(Number);
  return [red, green, blue];
}

/** Black or white, whichever is easier to read on that colour. */
export function inkOn(color: string): '#000000' | '#ffffff' {
  const [red, green, blue] = channelsOf(color).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  // The contrast against black is (l + 0.05) / 0.05, against white 1.05 / (l + 0.05); they meet here.
  return luminance > 0.179 ? '#000000' : '#ffffff';
}
