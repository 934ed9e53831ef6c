import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import Blend from 'lucide/dist/esm/icons/blend.mjs';
import Brush from 'lucide/dist/esm/icons/brush.mjs';
import CircleSlash from 'lucide/dist/esm/icons/circle-slash.mjs';
import Eraser from 'lucide/dist/esm/icons/eraser.mjs';
import Grid3x3 from 'lucide/dist/esm/icons/grid-3x3.mjs';
import LassoSelect from 'lucide/dist/esm/icons/lasso-select.mjs';
import MousePointer2 from 'lucide/dist/esm/icons/mouse-pointer-2.mjs';
import PaintBucket from 'lucide/dist/esm/icons/paint-bucket.mjs';
import Settings2 from 'lucide/dist/esm/icons/settings-2.mjs';
import Sparkles from 'lucide/dist/esm/icons/sparkles.mjs';
import WandSparkles from 'lucide/dist/esm/icons/wand.mjs';
import ZoomIn from 'lucide/dist/esm/icons/zoom-in.mjs';
import type {MaskOptions} from '../../canvas/mask-options.js';
import type {MaskToolName} from '../../editor/mask-board.js';
import type {Strings} from '../../strings/strings.js';
import type {IconShapes} from '../shared/icon.js';
import {FoldOut} from '../stage/fold-out.js';
import {toolButton} from '../stage/tool-button.js';
import {percentSlider, tick} from '../stage/tool-fields.js';
import type {FoldedOptions} from './option-bar.js';

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
  /** On a small stage: whether the bar of the viewer is shown, and what shows or hides it. */
  readonly isViewShown: boolean;
  readonly toggleView: () => void;
}

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

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

/** So much is seen, in CSS pixels, of what is beside the tool in use: more than fades away. */
const peek = 48;

/** The bar of tools over the stage, and the panel that says how the mask looks. */
export class MaskToolBar {
  readonly #host: Host;
  readonly #look: FoldOut;
  readonly #settings: FoldOut;
  #shown: MaskToolName | undefined;

  constructor(host: Host) {
    this.#host = host;
    this.#look = new FoldOut(host, '.tools-main');
    this.#settings = new FoldOut(host, '.tools-folds');
    host.addController({hostUpdated: () => this.#showTool()});
  }

  /** `options` is the bar with what the tool in use can be set to. */
  view(bar: MaskToolBarView, options: TemplateResult | typeof nothing): TemplateResult {
    return html`<div
      class="tools start"
      part="tools"
      @focusout=${this.#onFocusOut}
      @keydown=${this.#look.onKeydown}
    >
      <div class="tools-row">${this.#tools(bar)} ${options}</div>
      ${this.#look.isOpen ? this.#panel(bar) : nothing}
    </div>`;
  }

  /** The same in one line, for a small stage: the settings of the tool and the bar of the viewer are folded. */
  compactView(bar: MaskToolBarView, {settings, answer}: FoldedOptions): TemplateResult {
    const {words} = bar;
    const [look, fold] = [this.#look, this.#settings];
    const hasSettings = settings !== nothing;
    return html`<div
      class="tools start compact"
      part="tools"
      @focusout=${this.#onFocusOut}
      @keydown=${fold.isOpen ? fold.onKeydown : look.onKeydown}
    >
      <div class="tools-row">
        ${this.#tools(bar)}
        <div class="tools-bar tools-folds">
          ${toolButton({
            name: words.options,
            shapes: Settings2,
            isOpen: hasSettings && fold.isOpen,
            isDisabled: !hasSettings,
            press: () => {
              look.toggle(false);
              fold.toggle();
            },
          })}${toolButton({
            name: words.view,
            shapes: ZoomIn,
            isPressed: bar.isViewShown,
            press: bar.toggleView,
          })}
        </div>
      </div>
      ${look.isOpen ? this.#panel(bar) : nothing} ${fold.isOpen ? settings : nothing} ${answer}
    </div>`;
  }

  #tools(bar: MaskToolBarView): TemplateResult {
    const {words, keyOf, isLocked} = bar;
    return html`<div class="tools-bar tools-main" role="group" aria-label=${words.tools}>
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
      ${toolButton({
        name: words.look,
        shapes: Blend,
        isOpen: this.#look.isOpen,
        press: () => {
          this.#settings.toggle(false);
          this.#look.toggle();
        },
      })}
    </div>`;
  }

  readonly #onFocusOut = (event: FocusEvent): void => {
    this.#look.onFocusOut(event);
    this.#settings.onFocusOut(event);
  };

  /** Scrolls the tool that was taken, by its key perhaps, to where it is seen. */
  #showTool(): void {
    const bar = this.#host.renderRoot.querySelector('.tools-main');
    const button = bar?.querySelector<HTMLElement>('[data-tool][aria-pressed="true"]');
    const tool = button?.dataset['tool'] as MaskToolName | undefined;
    if (!bar || !button || tool === this.#shown) return;
    this.#shown = tool;
    const [room, place] = [bar.getBoundingClientRect(), button.getBoundingClientRect()];
    const left = place.left - peek - room.left;
    const right = place.right + peek - room.right;
    bar.scrollLeft += left < 0 ? left : Math.max(0, right);
  }

  #tool(tool: MaskToolName, bar: MaskToolBarView): TemplateResult {
    const {words, keyOf, isLocked} = bar;
    const why = isLocked ? undefined : bar.unfit(tool);
    return toolButton({
      name: words.tool[tool],
      hint: why ?? words.toolHint[tool],
      key: keyOf(`tool-${tool}`),
      shapes: shapes[tool],
      tool,
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
      <p class="tools-note">${words.displayOnly} ${words.colorsOnly}</p>
    </div>`;
  }
}
