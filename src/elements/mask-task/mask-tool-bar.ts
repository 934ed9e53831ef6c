import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import Blend from 'lucide/dist/esm/icons/blend.mjs';
import Brush from 'lucide/dist/esm/icons/brush.mjs';
import CircleSlash from 'lucide/dist/esm/icons/circle-slash.mjs';
import Eraser from 'lucide/dist/esm/icons/eraser.mjs';
import Grid3x3 from 'lucide/dist/esm/icons/grid-3x3.mjs';
import LassoSelect from 'lucide/dist/esm/icons/lasso-select.mjs';
import MousePointer2 from 'lucide/dist/esm/icons/mouse-pointer-2.mjs';
import PaintBucket from 'lucide/dist/esm/icons/paint-bucket.mjs';
import Sparkles from 'lucide/dist/esm/icons/sparkles.mjs';
import WandSparkles from 'lucide/dist/esm/icons/wand.mjs';
import type {MaskOptions} from '../../canvas/mask-options.js';
import type {MaskToolName} from '../../editor/mask-board.js';
import type {Strings} from '../../strings/strings.js';
import type {IconShapes} from '../shared/icon.js';
import {FoldOut} from '../stage/fold-out.js';
import {toolButton} from '../stage/tool-button.js';
import {percentSlider, tick} from '../stage/tool-fields.js';

/** How the mask lies over the picture, as far as the worker chooses. It changes what is seen, not the data. */
export type MaskSight = Pick<MaskOptions, 'opacity' | 'isOutlineOnly' | 'hatches' | 'showsUnlabelled'>;

export interface MaskToolBarView {
  readonly words: Strings['maskTask'];
  readonly language: string;
  readonly tools: readonly MaskToolName[];
  readonly tool: MaskToolName;
  readonly look: MaskSight;
  readonly isNothing: boolean;
  readonly isLocked: boolean;
  /** Why a tool cannot be used with this picture. */
  readonly unfit: (tool: MaskToolName) => string | undefined;
  readonly keyOf: (command: string) => string | undefined;
  readonly chooseTool: (tool: MaskToolName) => void;
  readonly setNothing: () => void;
  readonly setLook: (look: Partial<MaskSight>) => void;
}

const shapes: Readonly<Record<MaskToolName, IconShapes>> = {
  select: MousePointer2,
  brush: Brush,
  eraser: Eraser,
  shape: LassoSelect,
  bucket: PaintBucket,
  wand: WandSparkles,
  superpixels: Grid3x3,
  segment: Sparkles,
};

/** The bar of tools over the stage, and the panel that says how the mask looks. */
export class MaskToolBar {
  readonly #fold: FoldOut;

  constructor(host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment}) {
    this.#fold = new FoldOut(host, '.tools-bar');
  }

  /** `options` is the bar with what the tool in use can be set to. */
  view(bar: MaskToolBarView, options: TemplateResult | typeof nothing): TemplateResult {
    const fold = this.#fold;
    const {words, keyOf, isLocked} = bar;
    return html`<div class="tools start" part="tools" @focusout=${fold.onFocusOut} @keydown=${fold.onKeydown}>
      <div class="tools-row">
        <div class="tools-bar" role="group" aria-label=${words.tools}>
          ${bar.tools.map((tool) => this.#tool(tool, bar))}
          <span class="tools-divider"></span>
          ${toolButton({
            name: words.nothing,
            key: keyOf('nothing'),
            shapes: CircleSlash,
            isPressed: bar.isNothing,
            isDisabled: isLocked,
            press: () => bar.setNothing(),
          })}
          ${toolButton({name: words.look, shapes: Blend, isOpen: fold.isOpen, press: () => fold.toggle()})}
        </div>
        ${options}
      </div>
      ${fold.isOpen ? this.#panel(bar) : nothing}
    </div>`;
  }

  #tool(tool: MaskToolName, bar: MaskToolBarView): TemplateResult {
    const {words, keyOf, isLocked} = bar;
    const why = isLocked ? undefined : bar.unfit(tool);
    return toolButton({
      name: words.tool[tool],
      hint: why ?? words.toolHint[tool],
      key: keyOf(`tool-${tool}`),
      shapes: shapes[tool],
      isPressed: bar.tool === tool,
      isDisabled: isLocked && tool !== 'select',
      isUnfit: why !== undefined,
      press: () => bar.chooseTool(tool),
    });
  }

  #panel({words, language, look, setLook}: MaskToolBarView): TemplateResult {
    return html`<div class="tools-panel" role="group" aria-label=${words.look}>
      ${percentSlider(
        words.opacity,
        look.opacity,
        language,
        (opacity) => setLook({opacity}),
        look.isOutlineOnly,
      )}
      ${tick(words.outlineOnly, look.isOutlineOnly, (isOutlineOnly) => setLook({isOutlineOnly}))}
      ${tick(words.hatches, look.hatches, (hatches) => setLook({hatches}), look.isOutlineOnly)}
      ${tick(words.showUnlabelled, look.showsUnlabelled, (showsUnlabelled) => setLook({showsUnlabelled}))}
      <p class="tools-note">${words.displayOnly}</p>
    </div>`;
  }
}
