import type {Box} from '../../geometry/box.js';
import type {Size} from '../../geometry/point.js';

export const boxNumbers = ['left', 'top', 'width', 'height'] as const;
export type BoxNumber = (typeof boxNumbers)[number];

/** The whole numbers a field takes. No `to`: nothing is known about the picture. */
export interface NumberRange {
  readonly from: number;
  readonly to: number | undefined;
}

/** What one number of a box may become while the others stay as they are. */
export function rangeOf(part: BoxNumber, box: Box, picture: Size | undefined): NumberRange {
  const isSize = part === 'width' || part === 'height';
  const from = isSize ? 1 : 0;
  if (!picture) return {from, to: undefined};
  const {left, top, width, height} = box;
  const room = {
    left: picture.width - width,
    top: picture.height - height,
    width: picture.width - left,
    height: picture.height - top,
  };
  return {from, to: Math.max(from, Math.floor(room[part]))};
}

const easternDigits = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** The whole number that a person has typed, with the digits of any keyboard; nothing for any other text. */
export function readWhole(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(easternDigits, (digit) => String(digit.charCodeAt(0) % 16));
  return /^\+?\d{1,9}$/.test(plain) ? Number(plain) : undefined;
}

export function isWithin(value: number, {from, to}: NumberRange): boolean {
  return value >= from && (to === undefined || value <= to);
}

/** One or more steps from a number, which may be fractional, to whole numbers within the range. */
export function stepped(value: number, by: number, {from, to}: NumberRange): number {
  const whole = by > 0 ? Math.floor(value) : Math.ceil(value);
  return Math.min(to ?? Infinity, Math.max(from, whole + by));
}

/** A number for a field: at most two decimals, with a point, never grouped. */
export function fieldText(value: number): string {
  return String(Math.round(value * 100) / 100);
}
