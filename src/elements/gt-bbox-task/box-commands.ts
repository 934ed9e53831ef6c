import type {Outcome, Refusal} from '../../editor/act.js';
import {
  copyBoxes,
  cutBoxes,
  duplicateBoxes,
  pasteBoxes,
  repeatBoxes,
  type Copied,
} from '../../editor/acts/copy-boxes.js';
import {toggleAttribute} from '../../editor/acts/label-boxes.js';
import {growSide, growStep, nudge} from '../../editor/acts/move-boxes.js';
import {deleteBoxes} from '../../editor/acts/remove-boxes.js';
import {selectAll, selectNext} from '../../editor/acts/select-boxes.js';
import {toggleHiddenLabel, toggleLocked} from '../../editor/acts/show-boxes.js';
import {cursorSteps} from '../../editor/crosshair.js';
import type {Direction} from '../../geometry/box-orientation.js';
import type {GtImageViewer} from '../gt-image-viewer/gt-image-viewer.js';
import {arrowPans} from '../stage/arrow-pans.js';
import type {BoxDesk} from './box-desk.js';

/** A command of the keymap. False when there is nothing to do, so that the key goes on to the page. */
type Command = (desk: BoxDesk) => boolean;

/** More boxes than this are not deleted without a word on how to get them back (EDIT-3). */
const manyBoxes = 20;

/** How far a nudge goes, in picture pixels. */
const nudges = {one: 1, far: 10} as const;

/** Refusals that are no answer to the key: somebody else may have more use for it. */
const notMeant = new Set<Refusal>(['nothing-selected', 'nothing-there', 'no-picture']);

/** Tells what came of an act. */
function told(desk: BoxDesk, outcome: Outcome): boolean {
  desk.tell(outcome);
  return outcome.done || !notMeant.has(outcome.reason);
}

function copied(desk: BoxDesk, {outcome, clipboard}: Copied): boolean {
  if (clipboard) desk.clipboard = clipboard;
  return told(desk, outcome);
}

const act =
  (run: (desk: BoxDesk) => Outcome): Command =>
  (desk) =>
    told(desk, run(desk));

const look =
  (run: (viewer: GtImageViewer, desk: BoxDesk) => void): Command =>
  (desk) => {
    const {viewer} = desk;
    if (!viewer?.sight) return false;
    run(viewer, desk);
    return true;
  };

/** Text that somebody selected on the page is what they want to copy. */
const hasTextSelected = (): boolean => getSelection()?.isCollapsed === false;

const simple: Readonly<Record<string, Command>> = {
  'tool-select': (desk) => desk.arm('select'),
  'tool-box': (desk) => desk.arm(desk.drawing.state.tool === 'box' ? 'extremes' : 'box'),
  cursor: (desk) => desk.toggleCursor(),
  press: (desk) => desk.press(),
  escape: (desk) => desk.escape(),
  nothing: (desk) => desk.toggleNothing(),
  'repeat-previous': act((desk) => repeatBoxes(desk.context, desk.previous)),
  'next-box': act((desk) => reveal(desk, selectNext(desk.context, desk.order, 'next'))),
  'previous-box': act((desk) => reveal(desk, selectNext(desk.context, desk.order, 'previous'))),
  'tab-next': (desk) => isTabOurs(desk) && runBoxCommand(desk, 'next-box', 0),
  'tab-previous': (desk) => isTabOurs(desk) && runBoxCommand(desk, 'previous-box', 0),
  delete: (desk) => desk.stepBack() || told(desk, removed(desk, deleteBoxes(desk.context))),
  'select-all': act((desk) => selectAll(desk.context)),
  copy: (desk) => !hasTextSelected() && copied(desk, copyBoxes(desk.context)),
  cut: (desk) => !hasTextSelected() && copied(desk, cutBoxes(desk.context)),
  paste: act((desk) => pasteBoxes(desk.context, desk.clipboard, desk.scale)),
  duplicate: act((desk) => duplicateBoxes(desk.context, desk.scale)),
  lock: act((desk) => toggleLocked(desk.context)),
  occluded: (desk) => flag(desk, 'occluded'),
  truncated: (desk) => flag(desk, 'truncated'),
  home: (desk) => jump(desk, 'left'),
  end: (desk) => jump(desk, 'right'),
  'page-up': (desk) => jump(desk, 'up'),
  'page-down': (desk) => jump(desk, 'down'),
  'zoom-in': look((viewer) => viewer.zoomIn()),
  'zoom-out': look((viewer) => viewer.zoomOut()),
  fit: look((viewer, desk) => (desk.selectionBounds ? viewer.zoomTo(desk.selectionBounds) : viewer.fit())),
  'actual-size': look((viewer) => viewer.actualSize()),
  'previous-view': look((viewer) => viewer.previousView()),
  adjustments: look((viewer) => viewer.toggleAdjustments()),
  'hide-all': (desk) => desk.hideAll(),
  'show-tags': (desk) => desk.showTags(),
  'hide-label': act((desk) => toggleHiddenLabel(desk.context, desk.drawing.state.label)),
  guides: (desk) => desk.toggleGuides(),
  loupe: look((viewer) => (viewer.loupe = !viewer.loupe)),
};

const arrowCommand = /^(move|grow|shrink)-(left|right|up|down)(-far|-farther)?$/;

/** Runs a command of the box task. False when it is none, or has nothing to do. `repeats` counts those of a held key. */
export function runBoxCommand(desk: BoxDesk, command: string, repeats: number): boolean {
  const [, what, side, reach] = arrowCommand.exec(command) ?? [];
  if (side) return arrow(desk, what as 'move' | 'grow' | 'shrink', side as Direction, reach, repeats);
  return Object.hasOwn(simple, command) && (simple[command]?.(desk) ?? false);
}

function arrow(
  desk: BoxDesk,
  what: 'move' | 'grow' | 'shrink',
  side: Direction,
  reach: string | undefined,
  repeats: number,
): boolean {
  if (what !== 'move') return told(desk, growSide(desk.context, side, growStep(repeats), what));
  if (desk.cursor.isOn) {
    const pixels = reach === '-far' ? cursorSteps.shift : reach ? cursorSteps.control : cursorSteps.one;
    return desk.moveCursor(side, pixels);
  }
  if (desk.drawing.state.selection.size > 0 && reach !== '-farther')
    return told(desk, nudge(desk.context, side, reach ? nudges.far : nudges.one));
  if (!desk.isStageFocused || !desk.viewer?.sight) return false;
  const part = reach ? 0.5 : 0.1;
  const [x, y] = arrowPans[side];
  desk.viewer.panBy(x * part, y * part);
  return true;
}

function jump(desk: BoxDesk, side: Direction): boolean {
  return desk.cursor.isOn && desk.jumpCursor(side);
}

/** Tab goes from box to box while the stage has the focus and a box is selected; else it leaves, as usual (KEY-6). */
function isTabOurs(desk: BoxDesk): boolean {
  return desk.isStageFocused && desk.drawing.state.selection.size > 0;
}

function reveal(desk: BoxDesk, outcome: Outcome): Outcome {
  if (outcome.done && desk.selectionBounds) desk.viewer?.reveal(desk.selectionBounds);
  return outcome;
}

function flag(desk: BoxDesk, name: string): boolean {
  return desk.hasAttribute(name) && told(desk, toggleAttribute(desk.context, name));
}

function removed(desk: BoxDesk, outcome: Outcome): Outcome {
  if (outcome.done && outcome.count > manyBoxes) desk.offerUndo(outcome.message);
  return outcome;
}
