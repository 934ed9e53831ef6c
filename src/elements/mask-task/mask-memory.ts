import {member, type JsonObject, type JsonValue} from '../../base/json.js';
import {flagIn, listIn, membersIn, numberIn, oneOf, textIn, within} from '../../base/json-readers.js';
import type {MaskState, MaskToolOptions} from '../../editor/mask-board.js';
import {largestBrush, type Brush} from '../../raster/brush.js';
import {known, knownSet} from '../stage/known.js';
import type {DeskMemory} from '../stage/stage-memory.js';
import type {MaskDesk} from './mask-desk.js';
import {allTools} from './mask-keymap.js';
import type {MaskSight} from './mask-tool-bar.js';

const toolIn = oneOf(...allTools);
const sizeIn = within(1, largestBrush);
const opacityIn = within(0, 1);

/** What a mask desk keeps beyond the page. */
export class MaskMemory implements DeskMemory {
  readonly #desk: MaskDesk;

  constructor(desk: MaskDesk) {
    this.#desk = desk;
  }

  get draft(): JsonObject | undefined {
    const {tool, board} = this.#desk;
    const {drawn} = tool;
    return drawn === undefined ? undefined : {tool: board.state.tool, drawn};
  }

  restoreDraft(draft: JsonObject): void {
    const drawn = member(draft, 'drawn');
    if (drawn !== undefined && this.#arm(member(draft, 'tool'))) this.#desk.tool.restore?.(drawn);
  }

  get workplace(): JsonObject {
    const {state} = this.#desk.board;
    const {tool, label, mode, brush, eraser, erasesOwnOnly, isNewPerFill, toolOptions, screenSizes} = state;
    return {
      tool,
      label,
      mode,
      brush: {...brush},
      eraser: {...eraser},
      erasesOwnOnly,
      isNewPerFill,
      toolOptions: {...toolOptions},
      ...(screenSizes && {screenSizes: {...screenSizes}}),
      ...(state.instance !== undefined && {instance: state.instance}),
      selection: [...state.selection],
      hiddenNumbers: [...state.hiddenNumbers],
      lockedNumbers: [...state.lockedNumbers],
      hiddenLabels: [...state.hiddenLabels],
      lockedLabels: [...state.lockedLabels],
      look: {...this.#desk.sight},
      mostStray: this.#desk.mostStray,
    };
  }

  takeWorkplace(workplace: JsonObject): void {
    const desk = this.#desk;
    const {board} = desk;
    this.#arm(member(workplace, 'tool'));
    const toolOptions = {
      ...board.state.toolOptions,
      ...membersIn<MaskToolOptions>(member(workplace, 'toolOptions'), {
        shapeKind: oneOf('outline', 'rectangle'),
        isMagnetic: flagIn,
        tolerance: within(0, 255),
        isContiguous: flagIn,
        neighbours: oneOf(4, 8),
        smoothing: oneOf(0, 1, 2, 3),
        cellSize: within(16, 256),
        segmentMode: oneOf('extremes', 'points'),
      }),
    };
    board.set({...this.#settings(workplace), toolOptions});
    desk.mostStray = within(1, 1e9)(member(workplace, 'mostStray')) ?? desk.mostStray;
    desk.paint(
      membersIn<MaskSight>(member(workplace, 'look'), {
        opacity: opacityIn,
        isOutlineOnly: flagIn,
        hatches: flagIn,
        showsUnlabelled: flagIn,
      }),
    );
  }

  /** False where there is no such tool, or it cannot be used. */
  #arm(value: JsonValue | undefined): boolean {
    const tool = toolIn(value);
    const desk = this.#desk;
    if (tool !== undefined && tool !== desk.board.state.tool) desk.arm(tool);
    return tool === desk.board.state.tool;
  }

  #settings(workplace: JsonObject): Partial<MaskState> {
    const {board, labels} = this.#desk;
    const brush = this.#brush(member(workplace, 'brush'), board.state.brush);
    const eraser = this.#brush(member(workplace, 'eraser'), board.state.eraser);
    const isLabel = (label: string): boolean => labels.some((known) => known.label === label);
    const isRegion = (number: number): boolean => board.region(number) !== undefined;
    const onScreen = membersIn<{brush: number; eraser: number}>(member(workplace, 'screenSizes'), {
      brush: within(1, 1e4),
      eraser: within(1, 1e4),
    });
    const {brush: onScreenBrush, eraser: onScreenEraser} = onScreen;
    const isOnScreen = onScreenBrush !== undefined && onScreenEraser !== undefined;
    return {
      brush,
      eraser,
      ...(isOnScreen && {screenSizes: {brush: onScreenBrush, eraser: onScreenEraser}}),
      ...membersIn<
        Pick<
          MaskState,
          | 'label'
          | 'instance'
          | 'mode'
          | 'erasesOwnOnly'
          | 'isNewPerFill'
          | 'selection'
          | 'hiddenNumbers'
          | 'lockedNumbers'
          | 'hiddenLabels'
          | 'lockedLabels'
        >
      >(workplace, {
        label: (value) => known(textIn(value), isLabel),
        instance: (value) => (board.hasInstances ? known(numberIn(value), isRegion) : undefined),
        mode: oneOf('over', 'behind', 'inside'),
        erasesOwnOnly: flagIn,
        isNewPerFill: flagIn,
        selection: (value) => knownSet(listIn(value, numberIn), isRegion),
        hiddenNumbers: (value) => knownSet(listIn(value, numberIn), isRegion),
        lockedNumbers: (value) => knownSet(listIn(value, numberIn), isRegion),
        hiddenLabels: (value) => knownSet(listIn(value, textIn), isLabel),
        lockedLabels: (value) => knownSet(listIn(value, textIn), isLabel),
      }),
    };
  }

  #brush(value: JsonValue | undefined, now: Brush): Brush {
    return {...now, ...membersIn<Brush>(value, {size: sizeIn, shape: oneOf('disc', 'square')})};
  }
}
