/** How the picture is shown, not what it is. Percentages; 100 is unchanged. */
export interface Adjustments {
  readonly brightness: number;
  readonly contrast: number;
  /** More than 100 lightens the middle tones, and leaves black and white as they are. */
  readonly gamma: number;
  readonly saturation: number;
  readonly isInverted: boolean;
}

export const unadjusted: Adjustments = {
  brightness: 100,
  contrast: 100,
  gamma: 100,
  saturation: 100,
  isInverted: false,
};

/** The percentages that can be set: each slider goes from a third to three times. */
export const leastPercent = 35;
export const mostPercent = 283;

export function isAdjusted(value: Adjustments): boolean {
  return Object.entries(unadjusted).some(([name, neutral]) => value[name as keyof Adjustments] !== neutral);
}

/** The id of the SVG filter that a gamma needs, because CSS has no function for it. */
export const gammaFilter = 'gamma';

/** The adjustments as a CSS `filter`; empty when there are none. */
export function filterFor({brightness, contrast, gamma, saturation, isInverted}: Adjustments): string {
  const part = (name: string, percent: number) => (percent === 100 ? [] : [`${name}(${percent / 100})`]);
  return [
    ...part('brightness', brightness),
    ...part('contrast', contrast),
    ...(gamma === 100 ? [] : [`url("#${gammaFilter}")`]),
    ...part('saturate', saturation),
    ...(isInverted ? ['invert(1)'] : []),
  ].join(' ');
}

const withinRange = (percent: number): number =>
  Math.round(Math.min(mostPercent, Math.max(leastPercent, percent)));

/** So many CSS pixels double or halve what a drag over the picture changes. */
const pixelsPerDoubling = 150;

/**
 * Window and level, as radiologists set them by one drag: to the right the window of tones that is told apart gets
 * wider, so contrast falls; upwards the picture gets brighter.
 */
export function windowed(from: Adjustments, dx: number, dy: number): Adjustments {
  return {
    ...from,
    contrast: withinRange(from.contrast * 2 ** (-dx / pixelsPerDoubling)),
    brightness: withinRange(from.brightness * 2 ** (-dy / pixelsPerDoubling)),
  };
}
