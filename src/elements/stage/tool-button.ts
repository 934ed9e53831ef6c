import {html, nothing, type TemplateResult} from 'lit';
import {icon, type IconShapes} from '../shared/icon.js';

/** A button in a bar over the stage. */
export interface ToolButton {
  readonly name: string;
  readonly shapes: IconShapes;
  readonly press: () => void;
  /** The name of the tool that it takes, for who looks for its button. */
  readonly tool?: string;
  readonly hint?: string | undefined;
  readonly key?: string | undefined;
  /** Words beside the picture, where there is room. */
  readonly text?: string;
  readonly isPressed?: boolean;
  /** It opens a panel; true while that is open. */
  readonly isOpen?: boolean;
  readonly isDisabled?: boolean;
  /** It cannot be used, for a reason that its tip says; so it can still be reached. */
  readonly isUnfit?: boolean;
}

/** A button with a tip that says its name, what it is good for and its key. */
export function toolButton(button: ToolButton): TemplateResult {
  const {name, hint, key, shapes, text, isPressed, isOpen, isDisabled = false, isUnfit = false} = button;
  const {tool} = button;
  return html`<span class="tools-tool">
    <button
      type="button"
      class="button quiet ${text ? 'worded' : 'icon'}"
      data-tool=${tool ?? nothing}
      aria-label=${name}
      aria-description=${hint ?? nothing}
      aria-keyshortcuts=${key ?? nothing}
      aria-pressed=${isPressed === undefined ? nothing : String(isPressed)}
      aria-expanded=${isOpen === undefined ? nothing : String(isOpen)}
      aria-disabled=${isUnfit ? 'true' : nothing}
      ?disabled=${isDisabled}
      @click=${button.press}
    >
      ${icon(shapes)}${text ? html`<span class="tools-text">${text}</span>` : nothing}
    </button>
    <span class="tools-tip" aria-hidden="true">
      <span>${name}${hint ? html`<small>${hint}</small>` : nothing}</span>
      ${key ? html`<kbd>${key}</kbd>` : nothing}
    </span>
  </span>`;
}
