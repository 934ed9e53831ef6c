import type {Box} from '../geometry/box.js';
import type {ImagePoint} from '../geometry/point.js';
import type {BoxRecord, RecordId} from '../model/record.js';
import type {ActContext, Outcome} from './act.js';
import type {ShapeIndex} from './shape-index.js';

/** What a pointer does, in picture pixels. The stage has decided already that it neither pans nor pinches. */
export interface PointerInput {
  /** In the stored grid, not rounded; it may lie outside the picture. */
  readonly at: ImagePoint;
  /** CSS pixels per picture pixel, to measure what is near. */
  readonly scale: number;
  readonly pointer: 'mouse' | 'pen' | 'touch';
  /** A steadily growing time in milliseconds; `NaN` for the keyboard, which makes no double clicks. */
  readonly timeMs: number;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl or ⌘. */
  readonly control: boolean;
  /** Space is held. */
  readonly space: boolean;
  /** Made with the eraser end of a pen. */
  readonly eraser?: boolean;
  /** Made with the secondary button. */
  readonly secondary?: boolean;
  /** Where the pointer was since the last input, oldest first, `at` not included. */
  readonly trail?: readonly ImagePoint[];
}

/** What is being drawn or changed right now. It is painted, and in no document. */
export type Preview =
  /** A new box. `anchor` is the corner that stays. */
  | {readonly kind: 'new'; readonly box: Box; readonly label: string; readonly anchor: ImagePoint}
  /** Boxes that follow the pointer, in the place of those of the document with the same ids. */
  | {readonly kind: 'change'; readonly records: ReadonlyMap<RecordId, BoxRecord>; readonly isResize: boolean}
  /** The extreme points clicked so far. */
  | {readonly kind: 'points'; readonly points: readonly ImagePoint[]}
  /** The frame that selects what it touches. */
  | {readonly kind: 'marquee'; readonly box: Box};

/**
 * One way to use a pointer on the stage. A tool keeps its own gesture, shows it as the drawing's preview, and commits
 * once at its end. It knows neither the DOM nor how things are painted.
 */
export interface Tool {
  /** The pointer moves without being pressed. */
  hover(input: PointerInput): void;
  /** The pointer is pressed; `click`, `dragStart` or `cancelPress` follows. */
  press(input: PointerInput): void;
  /** Pressed and released within the threshold for this kind of pointer. */
  click(input: PointerInput): void;
  /** The pressed pointer went beyond the threshold; `from` is where it was pressed. `drag` follows at once. */
  dragStart(from: PointerInput): void;
  drag(input: PointerInput): void;
  dragEnd(input: PointerInput): void;
  /**
   * Takes back what the pressed pointer does, without trace: it was cancelled, or became a pinch. An open drawing
   * survives. False when nothing was pressed.
   */
  cancelPress(): boolean;
  /**
   * A person gives up one layer: the gesture of the pressed pointer, else the open drawing. What was drawn is kept as a
   * draft, unless the drawing is still open after that (PTR-8, PTR-9). False when there was neither.
   */
  giveUp(): boolean;
  /** Drops the gesture and the open drawing, for good. False when there was neither. */
  cancel(): boolean;
  /**
   * Takes one step back: gives up the gesture of the pressed pointer, else the last step of an open drawing, such as an
   * extreme point. What the pointer does until it is released has no effect then. False when there was none.
   */
  stepBack(): boolean;
  /** True from the first click or drag of a drawing until it is committed or cancelled. */
  readonly isDrawing: boolean;
  /** With Space held, what is drawn moves with the pointer; without this, Space moves the picture as always. */
  readonly carriesBySpace?: boolean;
  /** The CSS cursor for where the pointer was last. */
  readonly cursor: string;
  /** Opens a drawing again that was cancelled (PTR-9). False when it is none of this tool's. */
  resume?(preview: Preview): boolean;
}

/** What tools need besides what acts need. */
export interface ToolContext extends ActContext {
  readonly index: ShapeIndex;
  /** Tells the person what came of an act. */
  tell(outcome: Outcome): void;
}
