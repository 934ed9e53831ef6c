import {largestBrush, type Brush, type BrushShape} from '../../raster/brush.js';
import {done, refused, type Outcome} from '../act.js';
import type {MaskToolOptions, WriteMode} from '../mask-board.js';
import type {MaskContext} from '../mask-context.js';

const modes: readonly WriteMode[] = ['over', 'behind', 'inside'];

export function setMode({board, words}: MaskContext, mode: WriteMode): Outcome {
  board.set({mode});
  return done(words.modeIs[mode], 0);
}

/** Over, behind, inside, and over again. */
export function cycleMode(context: MaskContext): Outcome {
  const {mode} = context.board.state;
  return setMode(context, modes[(modes.indexOf(mode) + 1) % modes.length] ?? 'over');
}

/** The brush whose size keys change: the eraser's while erasing. */
function present({board}: MaskContext): 'brush' | 'eraser' {
  return board.state.tool === 'eraser' ? 'eraser' : 'brush';
}

const whole = (size: number): number => Math.min(largestBrush, Math.max(1, Math.round(size)));

/** Sets the size of the brush, or of the eraser, in picture pixels. */
export function setBrushSize(
  context: MaskContext,
  size: number,
  which: 'brush' | 'eraser' = present(context),
): Outcome {
  const {board, words, language, scale} = context;
  const before = board.state[which];
  const brush: Brush = {...before, size: whole(Number.isFinite(size) ? size : before.size)};
  setBrush(context, which, brush);
  const {screenSizes} = board.state;
  if (screenSizes) board.set({screenSizes: {...screenSizes, [which]: brush.size * scale}});
  return done(words.sizeIs(words.pixels(brush.size, language)), 0);
}

/** One step of a tenth larger or smaller, by a pixel at least (SEG-3). */
export function resizeBrush(context: MaskContext, way: 'larger' | 'smaller', steps = 1): Outcome {
  let {size} = context.board.state[present(context)];
  for (let step = 0; step < steps; step++) {
    const by = Math.max(1, Math.round(size / 10));
    size = whole(way === 'larger' ? size + by : size - by);
  }
  return setBrushSize(context, size);
}

/** Whether brush and eraser stay as large as they are on the screen while the view changes, or in the picture. */
export function toggleSizeOnScreen({board, words, scale}: MaskContext): Outcome {
  const {brush, eraser, screenSizes} = board.state;
  if (!board.map) return refused('no-picture', words.noPicture);
  board.set({
    screenSizes: screenSizes ? undefined : {brush: brush.size * scale, eraser: eraser.size * scale},
  });
  return done(screenSizes ? words.sizeInPicture : words.sizeOnScreen, 0);
}

/** The view has changed: sizes that stay the same on the screen become others in picture pixels. */
export function keepSizeOnScreen(context: MaskContext): void {
  const {board, scale} = context;
  const {screenSizes} = board.state;
  if (!screenSizes) return;
  for (const which of ['brush', 'eraser'] as const) {
    const size = whole(screenSizes[which] / scale);
    if (size !== board.state[which].size) setBrush(context, which, {...board.state[which], size});
  }
}

export function setBrushShape(context: MaskContext, shape: BrushShape): Outcome {
  const {board, words} = context;
  for (const which of ['brush', 'eraser'] as const) setBrush(context, which, {...board.state[which], shape});
  return done(words.shapeIs[shape], 0);
}

/** The ring under the pointer follows at once, unless a stroke is under way: that keeps the brush it began with. */
function setBrush({board}: MaskContext, which: 'brush' | 'eraser', brush: Brush): void {
  const {footprint} = board.state;
  const isShown = footprint && !board.stroke && footprint.erases === (which === 'eraser');
  board.set({[which]: brush, ...(isShown && {footprint: {...footprint, brush}})});
}

/** Whether the outline tool draws any outline, or rectangles. */
export function setShapeKind({board, words}: MaskContext, shapeKind: MaskToolOptions['shapeKind']): Outcome {
  board.setToolOptions({shapeKind});
  return done(words.shapeKindIs[shapeKind], 0);
}

export function toggleShapeKind(context: MaskContext): Outcome {
  const {shapeKind} = context.board.state.toolOptions;
  return setShapeKind(context, shapeKind === 'outline' ? 'rectangle' : 'outline');
}

/** Whether the eraser takes from the present label, or instance, only. */
export function toggleErasesOwn({board, words}: MaskContext): Outcome {
  const erasesOwnOnly = !board.state.erasesOwnOnly;
  board.set({erasesOwnOnly});
  return done(erasesOwnOnly ? words.erasesOwn : words.erasesAll, 0);
}

/** Whether each fill, shape and segment begins an instance of its own (INS-2). */
export function toggleNewPerFill({board, words}: MaskContext): Outcome {
  const isNewPerFill = !board.state.isNewPerFill;
  board.set({isNewPerFill});
  return done(isNewPerFill ? words.fillsAreNew : words.fillsGoOn, 0);
}
