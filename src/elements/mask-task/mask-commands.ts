import {mergeRegions, newInstance} from '../../editor/mask-acts/instances.js';
import {deleteRegions} from '../../editor/mask-acts/remove-regions.js';
import {selectAll, selectNext} from '../../editor/mask-acts/select-regions.js';
import {cycleMode, toggleShapeKind, toggleSizeOnScreen} from '../../editor/mask-acts/settings.js';
import {toggleHiddenLabel, toggleLockedLabel} from '../../editor/mask-acts/show-regions.js';
import type {MaskToolName} from '../../editor/mask-board.js';
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
import type {MaskDesk} from './mask-desk.js';

const commands: Commands<MaskDesk> = {
  ...stageCommands,
  swap: (desk) => desk.swap(),
  smaller: (desk) => desk.resize(-1),
  larger: (desk) => desk.resize(1),
  'size-on-screen': act((desk) => toggleSizeOnScreen(desk.context)),
  'shape-kind': (desk) => desk.board.state.tool === 'shape' && told(desk, toggleShapeKind(desk.context)),
  mode: act((desk) => cycleMode(desk.context)),
  click: (desk) => desk.click(),
  subtract: (desk) => desk.confirm(true),
  'new-instance': act((desk) => newInstance(desk.context)),
  cut: (desk) => desk.cut(),
  merge: act((desk) => mergeRegions(desk.context)),
  'next-region': act((desk) => revealed(desk, selectNext(desk.context, 'next'))),
  'previous-region': act((desk) => revealed(desk, selectNext(desk.context, 'previous'))),
  'tab-next': (desk) => isTabOurs(desk) && runMaskCommand(desk, 'next-region'),
  'tab-previous': (desk) => isTabOurs(desk) && runMaskCommand(desk, 'previous-region'),
  delete: (desk) => desk.stepBack() || told(desk, deleteRegions(desk.context)),
  'select-all': act((desk) => selectAll(desk.context)),
  'next-unlabelled': (desk) => desk.nextArea('unlabelled'),
  'next-smallest': (desk) => desk.nextArea('smallest'),
  'hide-label': act((desk) => toggleHiddenLabel(desk.context, desk.board.state.label)),
  'lock-label': act((desk) => toggleLockedLabel(desk.context, desk.board.state.label)),
  compare: (desk) => desk.compare(),
};

const toolCommand = /^tool-(.+)$/;
const arrowCommand = /^move-(left|right|up|down)(-far|-farther)?$/;

/** Runs a command of a mask task. False when it is none, or has nothing to do. */
export function runMaskCommand(desk: MaskDesk, command: string): boolean {
  const tool = toolCommand.exec(command)?.[1];
  if (tool !== undefined) return desk.arm(tool as MaskToolName);
  const [, side, reach = ''] = arrowCommand.exec(command) ?? [];
  if (side) return arrow(desk, side as Direction, reach as Reach);
  return runOf(commands, desk, command);
}

const arrow = (desk: MaskDesk, side: Direction, reach: Reach): boolean =>
  arrowMovesCursor(desk, side, reach) || arrowPansView(desk, side, reach);
