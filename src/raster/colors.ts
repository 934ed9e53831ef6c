/** The colour that Ground Truth gives to what nobody has labelled. */
export const backgroundColor = '#ffffff';

/** What Ground Truth calls the class of pixels that belong to no class. */
export const backgroundName = 'BACKGROUND';

/**
 * True for the class of pixels that belong to none. At 0 its name counts however it is spelled, as files have it both
 * ways; elsewhere `background` may be a class like any other.
 */
export function isBackground(id: number | undefined, name: string): boolean {
  return name === backgroundName || (id === 0 && name.toUpperCase() === backgroundName);
}

/**
 * The colours that Ground Truth gives to the classes 1, 2, 3… of a mask. The first four are known from its files, the
 * others continue the palette that they come from.
 */
const sequence: readonly string[] = [
  '#2ca02c',
  '#1f77b4',
  '#ff7f0e',
  '#d62728',
  '#9467bd',
  '#8c564b',
  '#e377c2',
  '#7f7f7f',
  '#bcbd22',
  '#ff9896',
  '#17becf',
  '#aec7e8',
  '#ffbb78',
  '#98df8a',
  '#c5b0d5',
  '#c49c94',
  '#f7b6d2',
  '#c7c7c7',
];

/** A colour as one number, red in the highest byte; nothing when the text is no `#rgb` or `#rrggbb`. */
export function rgbOf(color: string): number | undefined {
  const [, short, long] = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(color.trim()) ?? [];
  if (long !== undefined) return parseInt(long, 16);
  return short === undefined ? undefined : parseInt(short.replace(/./g, '$&$&'), 16);
}

/** A colour as `#rrggbb`, in lower case. */
export function hexOf(rgb: number): string {
  return `#${rgb.toString(16).padStart(6, '0')}`;
}

/**
 * As many colours as asked for, always the same ones, each different from the others, from white, black and from those
 * in `taken`: first the ones Ground Truth uses, then hues turned by the golden angle, at four lightnesses.
 */
export function maskColors(count: number, taken: Iterable<string> = []): string[] {
  const used = new Set([0, 0xffffff, ...Array.from(taken, rgbOf)]);
  const colors: string[] = [];
  for (let step = 0; colors.length < count; step++) {
    const rgb = step < sequence.length ? rgbOf(sequence[step] as string) : turnedHue(step - sequence.length);
    if (rgb === undefined || used.has(rgb)) continue;
    used.add(rgb);
    colors.push(hexOf(rgb));
  }
  return colors;
}

/** The colour `step` times the golden angle around the wheel; each full set of hues at another lightness. */
function turnedHue(step: number): number {
  const hue = (step * 137.508) % 360;
  const lightness = [0.5, 0.36, 0.66, 0.26][step % 4] as number;
  const chroma = (1 - Math.abs(2 * lightness - 1)) * (step % 3 === 0 ? 0.95 : 0.65);
  const channel = (offset: number) => {
    const at = ((hue / 60 + offset) % 6) - 3;
    const share = Math.min(1, Math.max(0, Math.abs(at) - 1));
    return Math.round(255 * (lightness - chroma / 2 + chroma * share));
  };
  return (channel(0) << 16) | (channel(4) << 8) | channel(2);
}
