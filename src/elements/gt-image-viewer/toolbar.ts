import {html, nothing, type TemplateResult} from 'lit';
import Hand from 'lucide/dist/esm/icons/hand.mjs';
import Maximize from 'lucide/dist/esm/icons/maximize.mjs';
import Minus from 'lucide/dist/esm/icons/minus.mjs';
import Plus from 'lucide/dist/esm/icons/plus.mjs';
import SlidersHorizontal from 'lucide/dist/esm/icons/sliders-horizontal.mjs';
import type {Strings} from '../../strings/strings.js';
import {icon, type IconShapes} from '../shared/icon.js';

export interface Toolbar {
  readonly text: Strings['viewer'];
  /** Zoom as a person reads it: `42%`. */
  readonly percent: string;
  readonly isMoving: boolean;
  readonly isAdjusting: boolean;
  readonly isAdjusted: boolean;
  /** What the keyboard has for a command, if its shortcut is on. */
  readonly keyOf: (command: string) => string | undefined;
  readonly zoomOut: () => void;
  readonly zoomIn: () => void;
  readonly actualSize: () => void;
  readonly fit: () => void;
  readonly toggleMove: () => void;
  readonly toggleAdjustments: () => void;
}

/** A name and a key that appear beside a control. Screen readers have both from the control itself. */
function tip(name: string, key: string | undefined): TemplateResult {
  return html`<span class="tip" aria-hidden="true">${name}${key ? html`<kbd>${key}</kbd>` : nothing}</span>`;
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
  return html`
    <button
      type="button"
      class="button icon quiet ${isOpen === undefined ? '' : 'adjust'} ${isMarked ? 'marked' : ''}"
      aria-label=${name}
      aria-keyshortcuts=${key ?? nothing}
      aria-pressed=${isPressed === undefined ? nothing : String(isPressed)}
      aria-expanded=${isOpen === undefined ? nothing : String(isOpen)}
      @click=${act}
    >
      ${icon(shapes)}${tip(name, key)}
    </button>
  `;
}

/** The controls of the view, in one quiet bar. */
export function toolbar(bar: Toolbar): TemplateResult {
  const {text, keyOf} = bar;
  return html`
    <div class="toolbar" part="toolbar" role="group" aria-label=${text.toolbar}>
      ${tool({name: text.zoomOut, key: keyOf('zoom-out'), shapes: Minus, act: bar.zoomOut})}
      <button
        type="button"
        class="button quiet percent"
        part="zoom"
        aria-label=${text.zoomLevel(bar.percent)}
        aria-keyshortcuts=${keyOf('actual-size') ?? nothing}
        @click=${bar.actualSize}
      >
        ${bar.percent}${tip(text.actualSize, keyOf('actual-size'))}
      </button>
      ${tool({name: text.zoomIn, key: keyOf('zoom-in'), shapes: Plus, act: bar.zoomIn})}
      <span class="divider"></span>
      ${tool({name: text.fit, key: keyOf('fit'), shapes: Maximize, act: bar.fit})}
      ${tool({name: text.move, key: undefined, shapes: Hand, act: bar.toggleMove, isPressed: bar.isMoving})}
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
