import type {Label} from '../../model/label.js';
import {lookOf, type Look} from '../shared/palette.js';

/** One row of the picker. */
export interface Option {
  readonly label: Label;
  /** 0-based place in the whole list; its number key is one more. */
  readonly index: number;
  /** The choice that says "none of the others". */
  readonly isExclusion: boolean;
  readonly look: Look | undefined;
  /** What the key cap shows; nothing when only search reaches the row. */
  readonly keyCap: string | undefined;
}

/** Rows 1–10 have a digit, 11–20 Shift and a digit, 21–30 Alt, Shift and a digit. */
export const numberedRows = 30;
const banks = ['', '⇧', 'Alt ⇧'];

/** What the key cap of a row shows. */
export function keyCapOf(label: Label, index: number): string | undefined {
  if (label.shortcut) return label.shortcut.length === 1 ? label.shortcut.toUpperCase() : label.shortcut;
  const bank = banks[Math.floor(index / 10)];
  return bank === undefined ? undefined : `${bank}${(index + 1) % 10}`;
}

/** The rows for a list of labels, the exclusion choice last. */
export function optionsFor(labels: readonly Label[], exclusionLabel: string | undefined): readonly Option[] {
  const options = labels.map((label, index): Option => ({
    label,
    index,
    isExclusion: false,
    look: lookOf(label, index),
    keyCap: keyCapOf(label, index),
  }));
  if (!exclusionLabel) return options;
  const label = {label: exclusionLabel};
  const index = labels.length;
  return [...options, {label, index, isExclusion: true, look: undefined, keyCap: keyCapOf(label, index)}];
}
