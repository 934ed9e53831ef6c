import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import Blend from 'lucide/dist/esm/icons/blend.mjs';
import CircleSlash from 'lucide/dist/esm/icons/circle-slash.mjs';
import Diamond from 'lucide/dist/esm/icons/diamond.mjs';
import MousePointer2 from 'lucide/dist/esm/icons/mouse-pointer-2.mjs';
import Square from 'lucide/dist/esm/icons/square.mjs';
import type {StageOptions, TagMode} from '../../canvas/stage-options.js';
import type {ToolName} from '../../editor/drawing.js';
import type {Strings} from '../../strings/strings.js';
import type {IconShapes} from '../shared/icon.js';
import {FoldOut} from '../stage/fold-out.js';
import {toolButton} from '../stage/tool-button.js';
import {percentSlider, segments, tick} from '../stage/tool-fields.js';

/** How boxes are drawn over the picture, as far as the worker chooses. It changes what is seen, not the data. */
export type OverlayLook = Pick<StageOptions, 'fillOpacity' | 'isOutlineOnly' | 'tags' | 'hasGuides'>;

export interface ToolBarView {
  readonly words: Strings['boxTask'];
  readonly language: string;
  readonly tool: ToolName;
  readonly look: OverlayLook;
  /** The worker has said that there is nothing to label. */
  readonly isNothing: boolean;
  /** Nothing can be changed; looking goes on. */
  readonly isLocked: boolean;
  /** What the keyboard has for a command, if its shortcut is on. */
  readonly keyOf: (command: string) => string | undefined;
  readonly chooseTool: (tool: ToolName) => void;
  readonly setNothing: (isNothing: boolean) => void;
  readonly setLook: (look: OverlayLook) => void;
}

const tools: readonly {readonly tool: ToolName; readonly shapes: IconShapes}[] = [
  {tool: 'select', shapes: MousePointer2},
  {tool: 'box', shapes: Square},
  {tool: 'extremes', shapes: Diamond},
];

const tagModes: readonly TagMode[] = ['always', 'hover', 'selected', 'never'];

/** The bar of tools over the stage, and the panel that says how boxes look. */
export class ToolBar {
  readonly #fold: FoldOut;

  constructor(host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment}) {
    this.#fold = new FoldOut(host, '.tools-bar');
  }

  view(bar: ToolBarView): TemplateResult {
    const fold = this.#fold;
    const {words, keyOf, isLocked} = bar;
    const box = keyOf('tool-box');
    const keys: Readonly<Record<ToolName, string | undefined>> = {
      select: keyOf('tool-select'),
      box,
      extremes: box && `${box} ${box}`,
    };
    return html`<div class="tools" part="tools" @focusout=${fold.onFocusOut} @keydown=${fold.onKeydown}>
      <div class="tools-bar" role="group" aria-label=${words.tools}>
        ${tools.map(({tool, shapes}) =>
          toolButton({
            name: words.tool[tool],
            hint: words.toolHint[tool],
            key: keys[tool],
            shapes,
            isPressed: bar.tool === tool,
            isDisabled: isLocked && tool !== 'select',
            press: () => bar.chooseTool(tool),
          }),
        )}
        <span class="tools-divider"></span>
        ${toolButton({
          name: words.nothing,
          key: keyOf('nothing'),
          shapes: CircleSlash,
          text: words.nothing,
          isPressed: bar.isNothing,
          isDisabled: isLocked,
          press: () => bar.setNothing(!bar.isNothing),
        })}
        <span class="tools-divider"></span>
        ${toolButton({
          name: words.look,
          shapes: Blend,
          isOpen: fold.isOpen,
          press: () => fold.toggle(),
        })}
      </div>
      ${fold.isOpen ? this.#panel(bar) : nothing}
    </div>`;
  }

  #panel({words, language, look, setLook}: ToolBarView): TemplateResult {
    const check = (name: 'isOutlineOnly' | 'hasGuides', text: string): TemplateResult =>
      tick(text, look[name], (isOn) => setLook({...look, [name]: isOn}));
    return html`<div class="tools-panel" role="group" aria-label=${words.look}>
      ${percentSlider(
        words.fill,
        look.fillOpacity,
        language,
        (fillOpacity) => setLook({...look, fillOpacity}),
        look.isOutlineOnly,
      )}
      ${check('isOutlineOnly', words.outlineOnly)} ${check('hasGuides', words.guides)}
      <div class="tools-choice">
        <span aria-hidden="true">${words.tags}</span>
        ${segments(
          'tags',
          words.tags,
          tagModes.map((value) => ({value, name: words.tagsShown[value]})),
          look.tags,
          (tags) => setLook({...look, tags}),
        )}
      </div>
      <p class="tools-note">${words.displayOnly}</p>
    </div>`;
  }
}
