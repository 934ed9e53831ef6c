import type {Outcome, Refusal} from '../../editor/act.js';
import {cursorSteps} from '../../editor/crosshair.js';
import type {Direction} from '../../geometry/box-orientation.js';
import type {GtImageViewer} from '../gt-image-viewer/gt-image-viewer.js';
import type {StageDesk} from './stage-desk.js';

/** A command of the keymap. False when there is nothing to do, so that the key goes on to the page. */
export type Command<Desk> = (desk: Desk) => boolean;

export type Commands<Desk> = Readonly<Record<string, Command<Desk>>>;

/** How far an arrow key goes: alone, with Shift, with Ctrl or ⌘. */
export type Reach = '' | '-far' | '-farther';

/** How each arrow moves the picture, in parts of the stage, as if a window were moved over it. */
const arrowPans: Readonly<Record<Direction, readonly [number, number]>> = {
  left: [1, 0],
  right: [-1, 0],
  up: [0, 1],
  down: [0, -1],
};

/** Refusals that are no answer to the key: somebody else may have more use for it. */
const notMeant = new Set<Refusal>(['nothing-selected', 'nothing-there', 'no-picture']);

/** Tells what came of an act. False when the key was not meant for it. */
export function told(desk: StageDesk, outcome: Outcome): boolean {
  desk.tell(outcome);
  return outcome.done || !notMeant.has(outcome.reason);
}

/** A command that does something to the work. */
export const act =
  <Desk extends StageDesk>(run: (desk: Desk) => Outcome): Command<Desk> =>
  (desk) =>
    told(desk, run(desk));

/** A command that only looks elsewhere. */
export const look =
  (run: (viewer: GtImageViewer, desk: StageDesk) => void): Command<StageDesk> =>
  (desk) => {
    const {viewer} = desk;
    if (!viewer?.sight) return false;
    run(viewer, desk);
    return true;
  };

/** The commands that mean the same on every stage. */
export const stageCommands: Commands<StageDesk> = {
  cursor: (desk) => desk.toggleCursor(),
  press: (desk) => desk.press(),
  escape: (desk) => desk.escape(),
  nothing: (desk) => desk.toggleNothing(),
  'hide-all': (desk) => desk.hideAll(),
  home: (desk) => jump(desk, 'left'),
  end: (desk) => jump(desk, 'right'),
  'page-up': (desk) => jump(desk, 'up'),
  'page-down': (desk) => jump(desk, 'down'),
  'zoom-in': look((viewer) => viewer.zoomIn()),
  'zoom-out': look((viewer) => viewer.zoomOut()),
  fit: look((viewer, {selectionBounds}) => (selectionBounds ? viewer.zoomTo(selectionBounds) : viewer.fit())),
  'actual-size': look((viewer) => viewer.actualSize()),
  'previous-view': look((viewer) => viewer.previousView()),
  adjustments: look((viewer) => viewer.toggleAdjustments()),
  loupe: look((viewer) => (viewer.loupe = !viewer.loupe)),
};

/** Runs a command of a table. False when it is not in it, or has nothing to do. */
export function runOf<Desk>(commands: Commands<Desk>, desk: Desk, command: string): boolean {
  return Object.hasOwn(commands, command) && (commands[command]?.(desk) ?? false);
}

/** An arrow key moves the crosshair. False while there is none. */
export function arrowMovesCursor(desk: StageDesk, side: Direction, reach: Reach): boolean {
  if (!desk.cursor.isOn) return false;
  const steps = {'': cursorSteps.one, '-far': cursorSteps.shift, '-farther': cursorSteps.control};
  return desk.moveCursor(side, steps[reach]);
}

/** An arrow key moves the picture. False while the focus is elsewhere. */
export function arrowPansView(desk: StageDesk, side: Direction, reach: Reach): boolean {
  if (!desk.isStageFocused || !desk.viewer?.sight) return false;
  const [x, y] = arrowPans[side];
  const part = reach === '' ? 0.1 : 0.5;
  desk.viewer.panBy(x * part, y * part);
  return true;
}

function jump(desk: StageDesk, side: Direction): boolean {
  return desk.cursor.isOn && desk.jumpCursor(side);
}

/**
 * Tab goes from one thing to the next while the stage has the focus and something is selected; else it leaves, as usual
 * (KEY-6).
 */
export function isTabOurs(desk: StageDesk): boolean {
  return desk.isStageFocused && desk.board.state.selection.size > 0;
}

/** Brings what an act has selected into view. */
export function revealed(desk: StageDesk, outcome: Outcome): Outcome {
  const {selectionBounds} = desk;
  if (outcome.done && selectionBounds) desk.viewer?.reveal(selectionBounds);
  return outcome;
}
