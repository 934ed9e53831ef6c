import type {Sight} from '../../geometry/sight.js';
import type {ScreenPoint} from '../../geometry/point.js';

/** Something painted over the picture of a viewer, such as the boxes of a task. */
export interface StageLayer {
  /** Put over the picture, as large as the stage; it must let pointers through. */
  readonly element: HTMLElement;
  /** Told at once whenever the view, the picture or the size of the stage changes; nothing while there is no picture. */
  look(sight: Sight | undefined): void;
  /** Paints the same things for the loupe: at another scale, into somebody else's canvas, in CSS pixels. */
  paintInto?(context: CanvasRenderingContext2D, sight: Sight): void;
  /** The middles of the shapes for the minimap, in the stored grid, with their colours. */
  marks?(): Iterable<{readonly x: number; readonly y: number; readonly color: string}>;
}

/** A pointer on the stage. */
export interface StageInput {
  /** In CSS pixels from the top left corner of the stage, undoing whatever the page's CSS transforms did. */
  readonly point: ScreenPoint;
  readonly pointer: 'mouse' | 'pen' | 'touch';
  readonly timeMs: number;
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl or ⌘. */
  readonly control: boolean;
  /** Space is held. */
  readonly space: boolean;
  /** Made with the eraser end of a pen. */
  readonly eraser?: boolean;
  /** Made with the secondary button, for a tool that takes it; see {@link StageTool.takesSecondary}. */
  readonly secondary?: boolean;
  /** Where the pointer was since the last input, oldest first, `point` not included: a hand is faster than the screen. */
  readonly trail?: readonly ScreenPoint[];
}

/**
 * What takes the pointers that neither pan nor pinch. The viewer has applied the thresholds for each kind of pointer,
 * sends the last input again when only a modifier key changed, and goes on dragging while the view pans at the edge.
 */
export interface StageTool {
  hover(input: StageInput): void;
  /** The pointer left the stage. */
  leave(): void;
  press(input: StageInput): void;
  click(input: StageInput): void;
  dragStart(from: StageInput): void;
  drag(input: StageInput): void;
  dragEnd(input: StageInput): void;
  /** The gesture is taken back: a cancelled pointer, a second finger. No `click` or `dragEnd` follows. */
  cancel(): void;
  /** A person gives the gesture up, by Escape or a second button; without it that is a `cancel` as well. */
  giveUp?(): void;
  /** A secondary click or a long press: a menu for what is there, or the end of an open drawing. */
  menu(input: StageInput): void;
  /** True while a drawing is open, also between presses: then the wheel zooms and Space moves what is drawn. */
  readonly isDrawing: boolean;
  /** Space moves the picture also while a drawing is open, because it means nothing to this tool. */
  readonly pansBySpace?: boolean;
  /** True while the keyboard moves a crosshair, so that Space is a press and does not pan. */
  readonly takesSpace: boolean;
  /** The CSS cursor for where the pointer was last. */
  readonly cursor: string;
  /** True while something is dragged that a finger would cover, such as a handle: a finger then gets the loupe. */
  readonly wantsLoupe?: boolean;
  /** True where a drag moves a picture that is larger than the stage, such as beside all shapes. A click stays a click. */
  pans?(input: StageInput): boolean;
  /** True: a press on the secondary button that moves is a drag like any other. A click of it stays a menu. */
  readonly takesSecondary?: boolean;
  /** The wheel turned with Alt held: `steps` notches, positive away from the person. False: the view zooms as usual. */
  wheel?(input: StageInput, steps: number): boolean;
  /** Two fingers tapped the stage. */
  undo?(): void;
  /** Three fingers tapped the stage. */
  redo?(): void;
}
