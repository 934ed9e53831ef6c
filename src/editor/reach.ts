import type {PointerInput} from './tool.js';

/** Lengths on the screen for one kind of pointer, in CSS pixels: a finger needs more room than a mouse. */
export interface Reach {
  /** How far from an outline it still counts as hit. */
  readonly outline: number;
  /** Side of the square that a handle is drawn as. */
  readonly handle: number;
  /** How far from the middle of a handle it still counts as hit. */
  readonly handleHit: number;
  /** How far from the click before it the second click of a double one may be. */
  readonly doubleClick: number;
  /** How far from the first corner of an outline a click closes it. */
  readonly close: number;
}

/** The kind of pointer is a property of each input, never of the device (PTR-3). */
export const reaches: Readonly<Record<PointerInput['pointer'], Reach>> = {
  mouse: {outline: 4, handle: 8, handleHit: 8, doubleClick: 6, close: 10},
  pen: {outline: 8, handle: 12, handleHit: 12, doubleClick: 10, close: 14},
  touch: {outline: 14, handle: 16, handleHit: 22, doubleClick: 16, close: 22},
};

/** A second click this near the first, in CSS pixels, takes a drawing back instead of making a speck (BOX-3). */
export const speck = 3;

/** A click this near the one before, in CSS pixels, is one on the same spot (HIT-2). */
export const sameSpot = 4;
