import type {JsonValue} from '../base/json.js';
import type {MaskDraft} from './mask-board.js';
import type {PointerInput, Tool} from './tool.js';

/** A tool for masks. Beside the pointer it takes keys and buttons, which mean the same for all of them. */
export interface MaskTool extends Tool {
  /**
   * Enter, or the tick: makes one step of what is open, as soon as it is there. With `alt`, pixels are taken away
   * instead of painted. False when nothing is open.
   */
  confirm?(modifiers?: {readonly alt: boolean}): boolean;
  /** Does what {@link Tool.stepBack} took back once more. False when there is nothing. */
  stepForward?(): boolean;
  /** Makes a step of the stroke on its way, as when another tool is taken meanwhile. False when there is none. */
  settle?(): boolean;
  /** True while it waits for pixels that are looked for; giving up ends that. */
  readonly isLooking?: boolean;
  /** True when {@link stepForward} would do something. */
  readonly canStepForward?: boolean;
  /** A click of the secondary button. False when it means nothing here, so that it may open a menu. */
  secondary?(input: PointerInput): boolean;
  /** The pointer left the stage: what was shown for the place under it goes. */
  leave?(): void;
  /** Opens a drawing again that was given up (PTR-9). False when it is none of this tool's. */
  resumeDraft?(draft: MaskDraft): boolean;
  /** What is open, as plain data that can be stored and handed to {@link restore}; nothing while nothing is. */
  readonly drawn?: JsonValue | undefined;
  /** Opens a drawing again that was stored. False, and nothing happens, where it cannot. */
  restore?(drawn: JsonValue): boolean;
}
