import type {Outcome, Refusal} from '../../editor/act.js';
import {mergeRegions, newInstance} from '../../editor/mask-acts/instances.js';
import {deleteRegions} from '../../editor/mask-acts/remove-regions.js';
import {selectAll, selectNext} from '../../editor/mask-acts/select-regions.js';
import {cycleMode} from '../../editor/mask-acts/settings.js';
import {toggleHiddenLabel, toggleLockedLabel} from '../../editor/mask-acts/show-regions.js';
import {cursorSteps} from '../../editor/crosshair.js';
import type {MaskToolName} from '../../editor/mask-board.js';
import type {Direction} from '../../geometry/box-orientation.js';
import type {GtImageViewer} from '../gt-image-viewer/gt-image-viewer.js';
import {arrowPans} from '../stage/arrow-pans.js';
import type {MaskDesk} from './mask-desk.js';

/** A command of the keymap. False when there is nothing to do, so that the key goes on to the page. */
type Command = (desk: MaskDesk) => boolean;

/** Refusals that are no answer to the key: somebody else may have more use for it. */
const notMeant = new Set<Refusal>(['nothing-selected', 'nothing-there', 'no-picture']);

function told(desk: MaskDesk, outcome: Outcome): boolean {
  desk.tell(outcome);
  return outcome.done || !notMeant.has(outcome.reason);
}

const act =
  (run: (desk: MaskDesk) => Outcome): Command =>
  (desk) =>
    told(desk, run(desk));

const look =
  (run: (viewer: GtImageViewer, desk: MaskDesk) => void): Command =>
  (desk) => {
    const {viewer} = desk;
    if (!viewer?.sight) return false;
    run(viewer, desk);
    return true;
  };

const simple: Readonly<Record<string, Command>> = {
  swap: (desk) => desk.swap(),
  smaller: (desk) => desk.resize(-1),
  larger: (desk) => desk.resize(1),
  mode: act((desk) => cycleMode(desk.context)),
  cursor: (desk) => desk.toggleCursor(),
  press: (desk) => desk.press(),
  click: (desk) => desk.click(),
  subtract: (desk) => desk.confirm(true),
  escape: (desk) => desk.escape(),
  nothing: (desk) => desk.toggleNothing(),
  'new-instance': act((desk) => newInstance(desk.context)),
  merge: act((desk) => mergeRegions(desk.context)),
  'next-region': act((desk) => revealed(desk, selectNext(desk.context, 'next'))),
  'previous-region': act((desk) => revealed(desk, selectNext(desk.context, 'previous'))),
  'tab-next': (desk) => isTabOurs(desk) && runMaskCommand(desk, 'next-region'),
  'tab-previous': (desk) => isTabOurs(desk) && runMaskCommand(desk, 'previous-region'),
  delete: (desk) => desk.stepBack() || told(desk, deleteRegions(desk.context)),
  'select-all': act((desk) => selectAll(desk.context)),
  'next-unlabelled': (desk) => desk.nextUnlabelled(),
  'hide-all': (desk) => desk.hideAll(),
  'hide-label': act((desk) => toggleHiddenLabel(desk.context, desk.board.state.label)),
  'lock-label': act((desk) => toggleLockedLabel(desk.context, desk.board.state.label)),
  compare: (desk) => desk.compare(),
  home: (desk) => jump(desk, 'left'),
  end: (desk) => jump(desk, 'right'),
  'page-up': (desk) => jump(desk, 'up'),
  'page-down': (desk) => jump(desk, 'down'),
  'zoom-in': look((viewer) => viewer.zoomIn()),
  'zoom-out': look((viewer) => viewer.zoomOut()),
  fit: look((viewer, desk) =>
    desk.board.state.selection.size > 0 ? desk.zoomTo(desk.board.state.selection) : viewer.fit(),
  ),
  'actual-size': look((viewer) => viewer.actualSize()),
  'previous-view': look((viewer) => viewer.previousView()),
  adjustments: look((viewer) => viewer.toggleAdjustments()),
  loupe: look((viewer) => (viewer.loupe = !viewer.loupe)),
};

const toolCommand = /^tool-(.+)$/;
const arrowCommand = /^move-(left|right|up|down)(-far|-farther)?$/;

/** Runs a command of a mask task. False when it is none, or has nothing to do. */
export function runMaskCommand(desk: MaskDesk, command: string): boolean {
  const tool = toolCommand.exec(command)?.[1];
  if (tool !== undefined) return desk.arm(tool as MaskToolName);
  const [, side, reach] = arrowCommand.exec(command) ?? [];
  if (side) return arrow(desk, side as Direction, reach);
  return Object.hasOwn(simple, command) && (simple[command]?.(desk) ?? false);
}

function arrow(desk: MaskDesk, side: Direction, reach: string | undefined): boolean {
  if (desk.board.state.cursor) {
    const pixels = reach === '-far' ? cursorSteps.shift : reach ? cursorSteps.control : cursorSteps.one;
    return desk.moveCursor(side, pixels);
  }
  if (!desk.isStageFocused || !desk.viewer?.sight) return false;
  const [x, y] = arrowPans[side];
  const part = reach ? 0.5 : 0.1;
  desk.viewer.panBy(x * part, y * part);
  return true;
}

function jump(desk: MaskDesk, side: Direction): boolean {
  return desk.board.state.cursor !== undefined && desk.jumpCursor(side);
}

/** Tab goes from area to area while the stage has the focus and one is selected; else it leaves, as usual (KEY-6). */
function isTabOurs(desk: MaskDesk): boolean {
  return desk.isStageFocused && desk.board.state.selection.size > 0;
}

function revealed(desk: MaskDesk, outcome: Outcome): Outcome {
  if (outcome.done) desk.reveal(desk.board.state.selection);
  return outcome;
}
