import type {MaskBoard, MaskState} from '../editor/mask-board.js';
import {channelsOf, type StageColors} from './colors.js';
import type {MaskLook, MaskOptions} from './mask-options.js';

/** Numbers of regions that are in no document yet but may be painted already get a look of their own up to here. */
const spareNumbers = 64;

/** What is painted for a number that is not shown at all. No region has this number. */
export const hiddenNumber = 65_535;

/** Of the tables: every number that two bytes can hold. */
const length = 65_536;

/** How a region stands out. */
export const emphasis = {none: 0, hovered: 1, selected: 2} as const;

/** The hatching of what nobody has labelled. */
export const unlabelledHatch = 16;

/** How much of the colour is left between the lines of a hatching. */
const gapShare = 0.3;

/**
 * How every number of a map is painted, as tables, because it is asked for each pixel. Colours are words, as pixels lie
 * in memory.
 */
export interface MaskLooks {
  /** The number that is painted for each: itself, or {@link hiddenNumber}. Missing when nothing is hidden. */
  readonly shown: Uint16Array | undefined;
  readonly fill: Uint32Array;
  /** What is between the lines of a hatching. */
  readonly gap: Uint32Array;
  readonly hatch: Uint8Array;
  /** Opaque. */
  readonly line: Uint32Array;
  /** From this number on all look the same. */
  readonly last: number;
  readonly emphasis: Uint8Array;
  readonly hasHatches: boolean;
  /** Lines between all regions. */
  readonly hasLines: boolean;
  /** Lines around some. */
  readonly hasEmphasis: boolean;
  readonly dark: number;
  readonly light: number;
}

/** Four bytes, to be read as one number the way this machine's memory orders them. */
const bytes = new Uint8Array(4);
const word = new Uint32Array(bytes.buffer);

/** A colour as one number, as pixels lie in memory. */
export function wordOf(color: string, alpha = 1): number {
  bytes.set(channelsOf(color));
  bytes[3] = Math.round(alpha * 255);
  return word[0] ?? 0;
}

/** What {@link emphasized} adds to the colours of a mask. */
type Emphasis = Pick<MaskLooks, 'emphasis' | 'hasEmphasis'>;

/** The looks of a mask before anything in it stands out. */
export type MaskColors = Omit<MaskLooks, keyof Emphasis>;

/** The colours of all numbers of a board as it is now. Numbers that no region has look as the next new one. */
export function colorsOf(board: MaskBoard, options: MaskOptions, colors: StageColors): MaskColors {
  const {regions} = board;
  const most = regions.reduce((max, {number}) => Math.max(max, number), 0);
  const [fill, gap, line] = [new Uint32Array(length), new Uint32Array(length), new Uint32Array(length)];
  const hatch = new Uint8Array(length);
  const opacity = options.isOutlineOnly ? 0 : options.opacity;
  // Where a person's theme forces its colours, they may not be able to tell ours apart.
  const hasHatches = (options.hatches || colors.forced !== undefined) && opacity > 0;
  const put = (from: number, to: number, look: MaskLook): void => {
    if (opacity > 0) {
      fill.fill(wordOf(look.color, opacity), from, to);
      gap.fill(wordOf(look.color, opacity * gapShare), from, to);
    }
    line.fill(wordOf(look.color), from, to);
    if (hasHatches) hatch.fill((look.hatch ?? hatchOf[look.pattern]) % unlabelledHatch, from, to);
  };
  const last = Math.min(hiddenNumber, most + spareNumbers);
  for (let number = 1; number < last; number++) put(number, number + 1, options.lookOf(number));
  put(last, hiddenNumber, options.lookOf(last));
  if (options.showsUnlabelled) {
    fill[0] = wordOf(colors.light, 0.75);
    gap[0] = wordOf(colors.dark, 0.35);
    hatch[0] = unlabelledHatch;
  }
  return {
    shown: shownOf(board),
    fill,
    gap,
    hatch,
    line,
    last,
    hasHatches: hasHatches || options.showsUnlabelled,
    hasLines: options.isOutlineOnly,
    dark: wordOf(colors.dark),
    light: wordOf(colors.selected ?? colors.light),
  };
}

/** Puts those who stand out into the looks of a mask. */
export function emphasized(
  looks: MaskColors,
  {hovered, selection}: Pick<MaskState, 'hovered' | 'selection'>,
): MaskLooks {
  const emphases = new Uint8Array(length);
  if (hovered !== undefined) emphases[hovered] = emphasis.hovered;
  for (const number of selection) emphases[number] = emphasis.selected;
  return {...looks, emphasis: emphases, hasEmphasis: hovered !== undefined || selection.size > 0};
}

function shownOf({regions, state: {hiddenNumbers, hiddenLabels}}: MaskBoard): Uint16Array | undefined {
  let shown: Uint16Array | undefined;
  for (const {number, label} of regions) {
    if (!hiddenNumbers.has(number) && !hiddenLabels.has(label)) continue;
    shown ??= Uint16Array.from({length}, (_, index) => index);
    shown[number] = hiddenNumber;
  }
  return shown;
}

const hatchOf: Readonly<Record<MaskLook['pattern'], number>> = {solid: 0, stripes: 1, ring: 7, dots: 3};

/** True when every pixel has the colours it had before. */
export function sameColors(a: MaskColors, b: MaskColors): boolean {
  const most = Math.max(a.last, b.last) + 1;
  return (
    a.hasLines === b.hasLines &&
    a.hasHatches === b.hasHatches &&
    a.dark === b.dark &&
    a.light === b.light &&
    sameTable(a.fill, b.fill, most) &&
    sameTable(a.gap, b.gap, most) &&
    sameTable(a.line, b.line, most) &&
    sameTable(a.hatch, b.hatch, most) &&
    (a.shown === b.shown ||
      (a.shown !== undefined && b.shown !== undefined && sameTable(a.shown, b.shown, most)))
  );
}

function sameTable(a: ArrayLike<number>, b: ArrayLike<number>, most: number): boolean {
  for (let at = 0; at < most; at++) if (a[at] !== b[at]) return false;
  return true;
}
