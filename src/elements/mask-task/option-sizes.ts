import type {MaskState, MaskToolOptions} from '../../editor/mask-board.js';

const cells = {from: 16, to: 256} as const;
const tolerances = {from: 0, to: 255} as const;
/** By how much one notch changes the tolerance. */
const toleranceStep = 4;

const within = (value: number, {from, to}: {readonly from: number; readonly to: number}): number =>
  Math.max(from, Math.min(to, Math.round(value)));

/** What the size keys change of a tool without a tip: its cells or its tolerance. Nothing where it has neither. */
export function resizedOptions(
  {tool, toolOptions}: MaskState,
  notches: number,
): Partial<MaskToolOptions> | undefined {
  if (tool === 'superpixels') return {cellSize: within(toolOptions.cellSize * 1.15 ** notches, cells)};
  if (tool === 'wand')
    return {tolerance: within(toolOptions.tolerance + toleranceStep * notches, tolerances)};
  return undefined;
}
