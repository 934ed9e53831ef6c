import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import Blend from 'lucide/dist/esm/icons/blend.mjs';
import CircleSlash from 'lucide/dist/esm/icons/circle-slash.mjs';
import Diamond from 'lucide/dist/esm/icons/diamond.mjs';
import MousePointer2 from 'lucide/dist/esm/icons/mouse-pointer-2.mjs';
import Square from 'lucide/dist/esm/icons/square.mjs';
import type {StageOptions, TagMode} from '../../canvas/stage-options.js';
import type {ToolName} from '../../editor/drawing.js';
import type {Strings} from '../../strings/strings.js';
import {icon, type IconShapes} from '../shared/icon.js';

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
export class ToolBar implements ReactiveController {
  readonly #host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
  #isOpen = false;

  constructor(host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment}) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#isOpen = false;
  }

  view(bar: ToolBarView): TemplateResult {
    const {words, keyOf, isLocked} = bar;
    const box = keyOf('tool-box');
    const keys: Readonly<Record<ToolName, string | undefined>> = {
      select: keyOf('tool-select'),
      box,
      extremes: box && `${box} ${box}`,
    };
    return html`<div class="tools" part="tools" @focusout=${this.#onFocusOut} @keydown=${this.#onKeydown}>
      <div class="tools-bar" role="group" aria-label=${words.tools}>
        ${tools.map(({tool, shapes}) =>
          this.#button({
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
        ${this.#button({
          name: words.nothing,
          key: keyOf('nothing'),
          shapes: CircleSlash,
          text: words.nothing,
          isPressed: bar.isNothing,
          isDisabled: isLocked,
          press: () => bar.setNothing(!bar.isNothing),
        })}
        <span class="tools-divider"></span>
        ${this.#button({
          name: words.look,
          shapes: Blend,
          isOpen: this.#isOpen,
          press: () => this.#toggle(!this.#isOpen),
        })}
      </div>
      ${this.#isOpen ? this.#panel(bar) : nothing}
    </div>`;
  }

  #button(button: {
    readonly name: string;
    readonly shapes: IconShapes;
    readonly press: () => void;
    readonly hint?: string;
    readonly key?: string | undefined;
    readonly text?: string;
    readonly isPressed?: boolean;
    readonly isOpen?: boolean;
    readonly isDisabled?: boolean;
  }): TemplateResult {
    const {name, hint, key, shapes, text, isPressed, isOpen, isDisabled = false, press} = button;
    return html`<span class="tools-tool">
      <button
        type="button"
        class="button quiet ${text ? 'worded' : 'icon'}"
        aria-label=${name}
        aria-description=${hint ?? nothing}
        aria-keyshortcuts=${key ?? nothing}
        aria-pressed=${isPressed === undefined ? nothing : String(isPressed)}
        aria-expanded=${isOpen === undefined ? nothing : String(isOpen)}
        ?disabled=${isDisabled}
        @click=${press}
      >
        ${icon(shapes)}${text ? html`<span class="tools-text">${text}</span>` : nothing}
      </button>
      <span class="tools-tip" aria-hidden="true">
        <span>${name}${hint ? html`<small>${hint}</small>` : nothing}</span>
        ${key ? html`<kbd>${key}</kbd>` : nothing}
      </span>
    </span>`;
  }

  #panel({words, language, look, setLook}: ToolBarView): TemplateResult {
    const percent = Math.round(look.fillOpacity * 100);
    const check = (name: 'isOutlineOnly' | 'hasGuides', text: string): TemplateResult =>
      html`<label class="tools-check">
        <input
          type="checkbox"
          .checked=${live(look[name])}
          @change=${(event: Event) => setLook({...look, [name]: (event.target as HTMLInputElement).checked})}
        />${text}
      </label>`;
    return html`<div class="tools-panel" role="group" aria-label=${words.look}>
      <label class="tools-slider">
        <span>${words.fill}</span>
        <input
          type="range"
          min="0"
          max="100"
          step="5"
          aria-valuetext=${(percent / 100).toLocaleString(language, {style: 'percent'})}
          ?disabled=${look.isOutlineOnly}
          .value=${live(String(percent))}
          @input=${(event: Event) =>
            setLook({...look, fillOpacity: Number((event.target as HTMLInputElement).value) / 100})}
        />
        <span class="tools-percent" aria-hidden="true"
          >${(percent / 100).toLocaleString(language, {style: 'percent'})}</span
        >
      </label>
      ${check('isOutlineOnly', words.outlineOnly)} ${check('hasGuides', words.guides)}
      <fieldset class="tools-tags">
        <legend>${words.tags}</legend>
        <div>
          ${tagModes.map(
            (mode) =>
              html`<label
                ><input
                  type="radio"
                  name="tags"
                  .checked=${live(look.tags === mode)}
                  @change=${() => setLook({...look, tags: mode})}
                /><span>${words.tagsShown[mode]}</span></label
              >`,
          )}
        </div>
      </fieldset>
      <p class="tools-note">${words.displayOnly}</p>
    </div>`;
  }

  #toggle(isOpen: boolean): void {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
  }

  readonly #onFocusOut = ({relatedTarget, currentTarget}: FocusEvent): void => {
    // A press on the stage or the rest of the page. When the window loses the focus, nothing else has it.
    if (relatedTarget && !(currentTarget as HTMLElement).contains(relatedTarget as Node)) this.#toggle(false);
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isOpen || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.#toggle(false);
    this.#host.renderRoot.querySelector<HTMLElement>('.tools-bar [aria-expanded]')?.focus();
  };
}
