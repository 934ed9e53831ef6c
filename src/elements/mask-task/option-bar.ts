import {html, nothing, type TemplateResult} from 'lit';
import Check from 'lucide/dist/esm/icons/check.mjs';
import CircleStop from 'lucide/dist/esm/icons/circle-stop.mjs';
import Circle from 'lucide/dist/esm/icons/circle.mjs';
import CornerUpLeft from 'lucide/dist/esm/icons/corner-up-left.mjs';
import LassoSelect from 'lucide/dist/esm/icons/lasso-select.mjs';
import Layers2 from 'lucide/dist/esm/icons/layers-2.mjs';
import LoaderCircle from 'lucide/dist/esm/icons/loader-circle.mjs';
import Link2 from 'lucide/dist/esm/icons/link-2.mjs';
import Magnet from 'lucide/dist/esm/icons/magnet.mjs';
import Minus from 'lucide/dist/esm/icons/minus.mjs';
import Monitor from 'lucide/dist/esm/icons/monitor.mjs';
import MoveDiagonal from 'lucide/dist/esm/icons/move-diagonal.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import SendToBack from 'lucide/dist/esm/icons/send-to-back.mjs';
import Square from 'lucide/dist/esm/icons/square.mjs';
import SquareDashed from 'lucide/dist/esm/icons/square-dashed.mjs';
import SquareDot from 'lucide/dist/esm/icons/square-dot.mjs';
import SquareStack from 'lucide/dist/esm/icons/square-stack.mjs';
import Spline from 'lucide/dist/esm/icons/spline.mjs';
import Target from 'lucide/dist/esm/icons/target.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type {Outcome} from '../../editor/act.js';
import {
  setBrushShape,
  setBrushSize,
  setMode,
  setShapeKind,
  toggleErasesOwn,
  toggleNewPerFill,
  toggleSizeOnScreen,
} from '../../editor/mask-acts/settings.js';
import type {MaskState, MaskToolName, MaskToolOptions, WriteMode} from '../../editor/mask-board.js';
import type {MaskContext} from '../../editor/mask-context.js';
import type {BrushShape} from '../../raster/brush.js';
import type {Strings} from '../../strings/strings.js';
import {icon, type IconShapes} from '../shared/icon.js';
import {sizeField} from '../stage/size-field.js';
import {toolButton} from '../stage/tool-button.js';
import {segments} from '../stage/tool-fields.js';

/** What presses of the tools that find pixels do with them. */
export type Sign = 'plus' | 'minus';

export interface OptionBarView {
  readonly words: Strings['maskTask'];
  readonly language: string;
  readonly state: MaskState;
  readonly hasInstances: boolean;
  readonly sign: Sign;
  /** An outline or a preview is open and waits for an answer. */
  readonly isOpen: boolean;
  readonly keyOf: (command: string) => string | undefined;
  readonly context: MaskContext;
  /** Tells what came of an act. */
  readonly tell: (outcome: Outcome) => void;
  /** Something is being worked out. */
  readonly isBusy: boolean;
  /** Gives up what is looked for; missing while that is not worth a button. */
  readonly stop: (() => void) | undefined;
  readonly setOptions: (part: Partial<MaskToolOptions>) => void;
  readonly setSign: (sign: Sign) => void;
  readonly accept: (alt: boolean) => void;
  readonly cancel: () => void;
  readonly stepBack: () => void;
  /** What is offered for selected areas. */
  readonly selection: TemplateResult | typeof nothing;
}

/** The same where there is no room for it beside the tools: in two parts. */
export interface FoldedOptions {
  /** What the tool can be set to, for a panel under a button; nothing where it can be set to nothing. */
  readonly settings: TemplateResult | typeof nothing;
  /** What must not be folded away: the answer to what is open, and what is offered for a selection. */
  readonly answer: TemplateResult | typeof nothing;
}

const modeShapes: Readonly<Record<WriteMode, IconShapes>> = {
  over: Layers2,
  behind: SendToBack,
  inside: SquareDot,
};
const tipShapes: Readonly<Record<BrushShape, IconShapes>> = {disc: Circle, square: Square};
const kindShapes: Readonly<Record<MaskToolOptions['shapeKind'], IconShapes>> = {
  outline: LassoSelect,
  rectangle: SquareDashed,
};
const signShapes: Readonly<Record<Sign, IconShapes>> = {plus: Plus, minus: Minus};

type Part = (view: OptionBarView) => TemplateResult | typeof nothing;

/** Everything that the tool in use can be set to, and the answer to what it has found. */
export function optionBar(view: OptionBarView): TemplateResult | typeof nothing {
  return group(view, 'tools-bar options', partsOf[view.state.tool]);
}

/** The parts of {@link optionBar}, to be folded. */
export function foldedOptions(view: OptionBarView): FoldedOptions {
  const parts = partsOf[view.state.tool];
  // While something is open, adding and taking away take turns: a finger has no Alt.
  const isUrgent = (part: Part): boolean =>
    part === answer || part === selection || (part === sign && view.isOpen);
  const settings = parts.filter((part) => !isUrgent(part));
  return {
    settings: group({...view, isBusy: false}, 'tools-panel options folded', settings),
    answer: group(view, 'tools-bar options answers', parts.filter(isUrgent)),
  };
}

function group(view: OptionBarView, name: string, all: readonly Part[]): TemplateResult | typeof nothing {
  const {words, state, isBusy} = view;
  const parts = all.map((part) => part(view)).filter((part) => part !== nothing);
  if (parts.length === 0 && !isBusy) return nothing;
  return html`<div
    class=${name}
    role="group"
    aria-label=${words.options}
    aria-busy=${isBusy ? 'true' : nothing}
    data-tool=${state.tool}
  >
    ${parts.map((part, index) => html`${index > 0 ? html`<span class="tools-divider"></span>` : nothing}${part}`)}
    ${isBusy ? busy(view) : nothing}
  </div>`;
}

const size: Part = ({words, language, state, context, tell, keyOf}) => {
  const tool = state.tool === 'eraser' ? 'eraser' : 'brush';
  const tip = state[tool];
  return html`${sizeField({
    name: words.size,
    value: tip.size,
    from: 1,
    to: 512,
    isLogarithmic: true,
    said: (pixels) => words.sizeOf(pixels, language),
    key: keyOf('larger'),
    // The field says its value itself.
    set: (pixels) => void setBrushSize(context, pixels),
  })}${toolButton({
    name: words.sizeOnScreen,
    hint: words.sizeOnScreenHint,
    key: keyOf('size-on-screen'),
    shapes: Monitor,
    isPressed: state.screenSizes !== undefined,
    press: () => tell(toggleSizeOnScreen(context)),
  })}${segments(
    'tip',
    words.tip,
    (['disc', 'square'] as const).map((value) => ({
      value,
      name: words.tips[value],
      view: drawn(tipShapes[value]),
    })),
    tip.shape,
    (shape) => tell(setBrushShape(context, shape)),
  )}`;
};

const mode: Part = ({words, state, context, tell}) =>
  segments(
    'mode',
    words.mode,
    (['over', 'behind', 'inside'] as const).map((value) => ({
      value,
      name: words.modes[value],
      hint: words.modeHints[value],
      view: drawn(modeShapes[value]),
    })),
    state.mode,
    (value) => tell(setMode(context, value)),
  );

const ownOnly: Part = ({words, state, hasInstances, context, tell}) =>
  toolButton({
    name: hasInstances ? words.ownInstanceOnly : words.ownOnly,
    shapes: Target,
    isPressed: state.erasesOwnOnly,
    press: () => tell(toggleErasesOwn(context)),
  });

const shapeKind: Part = ({words, state, context, tell}) =>
  segments(
    'shape-kind',
    words.shapeKind,
    (['outline', 'rectangle'] as const).map((value) => ({
      value,
      name: words.shapeKinds[value],
      hint: words.shapeKindHints[value],
      view: drawn(kindShapes[value]),
    })),
    state.toolOptions.shapeKind,
    (value) => tell(setShapeKind(context, value)),
  );

const magnetic: Part = ({words, state, setOptions}) => {
  const {isMagnetic, shapeKind: kind} = state.toolOptions;
  return toolButton({
    name: words.magnetic,
    shapes: Magnet,
    isPressed: isMagnetic,
    isDisabled: kind === 'rectangle',
    press: () => setOptions({isMagnetic: !isMagnetic}),
  });
};

const wand: Part = ({words, language, state, setOptions, keyOf}) => {
  const {tolerance, isContiguous, neighbours, smoothing} = state.toolOptions;
  return html`${sizeField({
      name: words.tolerance,
      value: tolerance,
      from: 0,
      to: 255,
      said: (value) => value.toLocaleString(language),
      key: keyOf('larger'),
      set: (value) => setOptions({tolerance: value}),
    })}${toolButton({
      name: words.contiguous,
      shapes: Link2,
      isPressed: isContiguous,
      press: () => setOptions({isContiguous: !isContiguous}),
    })}${toolButton({
      name: words.diagonal,
      shapes: MoveDiagonal,
      isPressed: neighbours === 8,
      isDisabled: !isContiguous,
      press: () => setOptions({neighbours: neighbours === 8 ? 4 : 8}),
    })}
    <label class="tools-select" title=${words.smoothing}
      >${drawn(Spline)}<span class="visually-hidden">${words.smoothing}</span
      ><select
        @change=${(event: Event) =>
          setOptions({smoothing: Number((event.target as HTMLSelectElement).value) as 0 | 1 | 2 | 3})}
      >
        ${[0, 1, 2, 3].map(
          (level) =>
            html`<option value=${level} .selected=${level === smoothing}>
              ${level.toLocaleString(language)}
            </option>`,
        )}
      </select></label
    >`;
};

const cells: Part = ({words, language, state, setOptions, keyOf}) =>
  sizeField({
    name: words.cellSize,
    value: state.toolOptions.cellSize,
    from: 16,
    to: 256,
    isLogarithmic: true,
    said: (pixels) => words.sizeOf(pixels, language),
    key: keyOf('larger'),
    set: (cellSize) => setOptions({cellSize}),
  });

const segmentMode: Part = ({words, state, setOptions}) =>
  segments(
    'segment-mode',
    words.segmentBy,
    (['extremes', 'points'] as const).map((value) => ({value, name: words.segmentModes[value]})),
    state.toolOptions.segmentMode,
    (value) => setOptions({segmentMode: value}),
  );

/** What Alt is for keys: pressing adds, or takes away. */
const sign: Part = ({words, sign: present, setSign}) =>
  segments(
    'sign',
    words.sign,
    (['plus', 'minus'] as const).map((value) => ({
      value,
      name: words.signs[value],
      view: drawn(signShapes[value]),
    })),
    present,
    setSign,
  );

const newPerFill: Part = ({words, hasInstances, state, context, tell}) =>
  hasInstances
    ? toolButton({
        name: words.newPerFill,
        shapes: SquareStack,
        isPressed: state.isNewPerFill,
        press: () => tell(toggleNewPerFill(context)),
      })
    : nothing;

/** The answer to what is open, for a hand that has no keys. It takes no room while nothing is. */
const answer: Part = ({words, isOpen, keyOf, accept, cancel, stepBack}) =>
  isOpen
    ? html`${toolButton({
          name: words.takeBackPoint,
          key: keyOf('delete'),
          shapes: CornerUpLeft,
          press: stepBack,
        })}${toolButton({
          name: words.cancel,
          key: keyOf('escape'),
          shapes: X,
          press: cancel,
        })}${toolButton({
          name: words.subtract,
          key: keyOf('subtract'),
          shapes: Minus,
          press: () => accept(true),
        })}<span class="accept"
          >${toolButton({
            name: words.accept,
            key: keyOf('press'),
            shapes: Check,
            press: () => accept(false),
          })}</span
        >`
    : nothing;

const selection: Part = ({selection: offered}) => offered;

/** Comes only after a moment, for what takes longer. */
const busy = ({words, stop}: OptionBarView): TemplateResult =>
  html`<span class="busy" title=${words.working}
      ><span class="spinner">${icon(LoaderCircle)}</span
      ><span class="visually-hidden">${words.working}</span></span
    >${
      stop
        ? toolButton({
            name: words.stop,
            text: words.stop,
            hint: words.stopHint,
            shapes: CircleStop,
            press: stop,
          })
        : nothing
    }`;

const partsOf: Readonly<Record<MaskToolName, readonly Part[]>> = {
  select: [selection],
  brush: [size, mode],
  eraser: [size, ownOnly],
  shape: [shapeKind, magnetic, mode, newPerFill, answer],
  bucket: [mode, newPerFill],
  wand: [wand, sign, mode, newPerFill, answer],
  superpixels: [cells, sign, mode],
  segment: [segmentMode, sign, mode, newPerFill, answer],
};

function drawn(shapes: IconShapes): TemplateResult {
  return html`${icon(shapes)}`;
}
