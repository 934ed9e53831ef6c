/** The numbers of a `WheelEvent` that decide how far it goes. */
export interface WheelTurn {
  readonly deltaX: number;
  readonly deltaY: number;
  /** 0 pixels, 1 lines, 2 pages. */
  readonly deltaMode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

const pixelsPerLine = 16;

/** More than this in one event is an accident of the driver, not a wish. */
const mostPixels = 240;

/** Trackpad pinches come in small steps; a wheel's notch with Ctrl held is never smaller than this. */
const notchPixels = 80;

function pixels(delta: number, mode: number, stageHeight: number): number {
  const unit = mode === 1 ? pixelsPerLine : mode === 2 ? stageHeight : 1;
  return Math.min(mostPixels, Math.max(-mostPixels, delta * unit));
}

/** A wheel event in CSS pixels, whatever unit it came in. */
export function wheelPixels(turn: WheelTurn, stageHeight: number): {dx: number; dy: number} {
  return {
    dx: pixels(turn.deltaX, turn.deltaMode, stageHeight),
    dy: pixels(turn.deltaY, turn.deltaMode, stageHeight),
  };
}

/**
 * How much larger a wheel event asks the picture to be: 1.2 times per 100 pixels.
 *
 * Browsers report a trackpad pinch as a wheel event with `ctrlKey`; its steps are small and continuous and follow an
 * exponential. A real Ctrl or ⌘ with a mouse wheel looks the same but for its size; by the pinch formula one notch
 * would enlarge 2.7 times, so whole notches keep the step of the wheel.
 */
export function wheelFactor(turn: WheelTurn, stageHeight: number): number {
  const {dy} = wheelPixels(turn, stageHeight);
  const isPinch = turn.ctrlKey && turn.deltaMode === 0 && Math.abs(dy) < notchPixels;
  return isPinch ? Math.exp(-dy / 100) : 1.2 ** (-dy / 100);
}
