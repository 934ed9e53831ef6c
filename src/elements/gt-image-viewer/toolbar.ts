import {html, nothing, type TemplateResult} from 'lit';
import Hand from 'lucide/dist/esm/icons/hand.mjs';
import Maximize from 'lucide/dist/esm/icons/maximize.mjs';
import Minus from 'lucide/dist/esm/icons/minus.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import Search from 'lucide/dist/esm/icons/search.mjs';
import SlidersHorizontal from 'lucide/dist/esm/icons/sliders-horizontal.mjs';
import type {Strings} from '../../strings/strings.js';
import {icon, type IconShapes} from '../shared/icon.js';

export interface Toolbar {
  readonly text: Strings['viewer'];
  /** Zoom as a person reads it: `42%`. */
  readonly percent: string;
  readonly isMoving: boolean;
  /** Nothing where there is no room for the button. */
  readonly isLoupeOn: boolean | undefined;
  readonly isAdjusting: boolean;
  readonly isAdjusted: boolean;
  /** What the keyboard has for a command, if its shortcut is on. */
  readonly keyOf: (command: string) => string | undefined;
  readonly zoomOut: () => void;
  readonly zoomIn: () => void;
  readonly actualSize: () => void;
  readonly fit: () => void;
  readonly toggleMove: () => void;
  readonly toggleLoupe: () => void;
  readonly toggleAdjustments: () => void;
}

/**
 * A control with its name and key beside it, which appear when it is pointed at or focused. They stand outside of the
 * control: screen readers have both from the control itself.
 */
function withTip(control: TemplateResult, name: string, key: string | undefined): TemplateResult {
  return html`
    <span class="tool">
      ${control}
      <span class="tip" aria-hidden="true">${name}${key ? html`<kbd>${key}</kbd>` : nothing}</span>
    </span>
  `;
}

interface Tool {
  readonly name: string;
  readonly key: string | undefined;
  readonly shapes: IconShapes;
  readonly act: () => void;
  readonly isPressed?: boolean;
  readonly isOpen?: boolean;
  readonly isMarked?: boolean;
}

function tool({name, key, shapes, act, isPressed, isOpen, isMarked}: Tool): TemplateResult {
  const button = html`
    <button
      type="button"
      class="button icon quiet ${isOpen === undefined ? '' : 'adjust'} ${isMarked ? 'marked' : ''}"
      aria-label=${name}
      aria-keyshortcuts=${key ?? nothing}
      aria-pressed=${isPressed === undefined ? nothing : String(isPressed)}
      aria-expanded=${isOpen === undefined ? nothing : String(isOpen)}
      @click=${act}
    >
      ${icon(shapes)}
    </button>
  `;
  return withTip(button, name, key);
}

function zoomReadOut({text, percent, keyOf, actualSize}: Toolbar): TemplateResult {
  const key = keyOf('actual-size');
  const button = html`
    <button
      type="button"
      class="button quiet percent"
      part="zoom"
      aria-label=${text.zoomLevel(percent)}
      aria-keyshortcuts=${key ?? nothing}
      @click=${actualSize}
    >
      ${percent}
    </button>
  `;
  return withTip(button, text.actualSize, key);
}

/** The controls of the view, in one quiet bar. */
export function toolbar(bar: Toolbar): TemplateResult {
  const {text, keyOf} = bar;
  return html`
    <div class="toolbar" part="toolbar" role="group" aria-label=${text.toolbar}>
      ${tool({name: text.zoomOut, key: keyOf('zoom-out'), shapes: Minus, act: bar.zoomOut})}
      ${zoomReadOut(bar)} ${tool({name: text.zoomIn, key: keyOf('zoom-in'), shapes: Plus, act: bar.zoomIn})}
      <span class="divider"></span>
      ${tool({name: text.fit, key: keyOf('fit'), shapes: Maximize, act: bar.fit})}
      ${tool({name: text.move, key: undefined, shapes: Hand, act: bar.toggleMove, isPressed: bar.isMoving})}
      ${
        bar.isLoupeOn === undefined
          ? nothing
          : tool({
              name: text.loupe,
              key: keyOf('loupe'),
              shapes: Search,
              act: bar.toggleLoupe,
              isPressed: bar.isLoupeOn,
            })
      }
      ${tool({
        name: text.adjust,
        key: keyOf('adjustments'),
        shapes: SlidersHorizontal,
        act: bar.toggleAdjustments,
        isOpen: bar.isAdjusting,
        isMarked: bar.isAdjusted,
      })}
      <slot name="toolbar"></slot>
    </div>
  `;
}
