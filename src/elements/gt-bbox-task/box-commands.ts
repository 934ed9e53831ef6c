import type {Outcome} from '../../editor/act.js';
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
import type {Direction} from '../../geometry/box-orientation.js';
import {
  act,
  arrowMovesCursor,
  arrowPansView,
  isTabOurs,
  revealed,
  runOf,
  stageCommands,
  told,
  type Commands,
  type Reach,
} from '../stage/stage-commands.js';
import type {BoxDesk} from './box-desk.js';

/** More boxes than this are not deleted without a word on how to get them back (EDIT-3). */
const manyBoxes = 20;

/** How far a nudge goes, in picture pixels. */
const nudges = {one: 1, far: 10} as const;

function copied(desk: BoxDesk, {outcome, clipboard}: Copied): boolean {
  if (clipboard) desk.clipboard = clipboard;
  return told(desk, outcome);
}

/** Text that somebody selected on the page is what they want to copy. */
const hasTextSelected = (): boolean => getSelection()?.isCollapsed === false;

const commands: Commands<BoxDesk> = {
  ...stageCommands,
  'tool-select': (desk) => desk.arm('select'),
  'tool-box': (desk) => desk.arm(desk.drawing.state.tool === 'box' ? 'extremes' : 'box'),
  'repeat-previous': act((desk) => repeatBoxes(desk.context, desk.previous)),
  'next-box': act((desk) => revealed(desk, selectNext(desk.context, desk.order, 'next'))),
  'previous-box': act((desk) => revealed(desk, selectNext(desk.context, desk.order, 'previous'))),
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
  'show-tags': (desk) => desk.showTags(),
  'hide-label': act((desk) => toggleHiddenLabel(desk.context, desk.drawing.state.label)),
  guides: (desk) => desk.toggleGuides(),
};

const arrowCommand = /^(move|grow|shrink)-(left|right|up|down)(-far|-farther)?$/;

/** Runs a command of the box task. False when it is none, or has nothing to do. `repeats` counts those of a held key. */
export function runBoxCommand(desk: BoxDesk, command: string, repeats: number): boolean {
  const [, what, side, reach = ''] = arrowCommand.exec(command) ?? [];
  if (side)
    return arrow(desk, what as 'move' | 'grow' | 'shrink', side as Direction, reach as Reach, repeats);
  return runOf(commands, desk, command);
}

function arrow(
  desk: BoxDesk,
  what: 'move' | 'grow' | 'shrink',
  side: Direction,
  reach: Reach,
  repeats: number,
): boolean {
  if (what !== 'move') return told(desk, growSide(desk.context, side, growStep(repeats), what));
  if (arrowMovesCursor(desk, side, reach)) return true;
  if (desk.drawing.state.selection.size > 0 && reach !== '-farther')
    return told(desk, nudge(desk.context, side, reach === '' ? nudges.one : nudges.far));
  return arrowPansView(desk, side, reach);
}

function flag(desk: BoxDesk, name: string): boolean {
  return desk.hasAttribute(name) && told(desk, toggleAttribute(desk.context, name));
}

function removed(desk: BoxDesk, outcome: Outcome): Outcome {
  if (outcome.done && outcome.count > manyBoxes) desk.offerUndo(outcome.message);
  return outcome;
}
