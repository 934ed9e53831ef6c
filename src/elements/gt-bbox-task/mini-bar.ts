import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import Copy from 'lucide/dist/esm/icons/copy.mjs';
import Eye from 'lucide/dist/esm/icons/eye.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import LockOpen from 'lucide/dist/esm/icons/lock-open.mjs';
import SquareDashed from 'lucide/dist/esm/icons/square-dashed.mjs';
import SquareDot from 'lucide/dist/esm/icons/square-dot.mjs';
import Trash from 'lucide/dist/esm/icons/trash.mjs';
import type {Size} from '../../geometry/point.js';
import type {RecordId} from '../../model/record.js';
import type {Strings} from '../../strings/strings.js';
import type {AskForBox} from '../gt-box-list/box-request.js';
import {chip} from '../shared/chip.js';
import {icon, type IconShapes} from '../shared/icon.js';
import type {Look} from '../shared/palette.js';
import {visibleString, visibleText} from '../shared/visible-text.js';
import {placeBeside, visiblePart, type ScreenRect} from '../stage/placement.js';

/** What a finger has in the place of Shift and Alt. */
export interface Constraints {
  readonly isSquare: boolean;
  readonly isCentred: boolean;
}

export interface MiniBarView {
  readonly words: Strings['boxTask'];
  /** The selected boxes; without any there is no bar. */
  readonly ids: readonly RecordId[];
  /** Their label; nothing where they have different ones. */
  readonly label: string | undefined;
  readonly look: Look | undefined;
  readonly isHidden: boolean;
  readonly isLocked: boolean;
  /** Shown for pointers that have no modifier keys. */
  readonly constraints?: Constraints | undefined;
  readonly ask: AskForBox;
  readonly constrain?: (constraints: Constraints) => void;
}

/** Room between the bar and the box, for handles of every size. CSS pixels. */
const gaps = {mouse: 12, pen: 16, touch: 26} as const;

/** What the name tag takes above its box, in CSS pixels. The bar must not cover what it is about. */
const tagRoom = 22;

/** The bar that floats beside the selected box. It never covers the box: without room beside it, it is not there. */
export class MiniBar implements ReactiveController {
  readonly #host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
  #box: ScreenRect | undefined;
  #stage: Size = {width: 0, height: 0};
  #gap: number = gaps.mouse;
  #taken: () => readonly ScreenRect[] = () => [];

  constructor(host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment}) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    this.#put();
  }

  /**
   * Where the selected boxes are on the stage, in CSS pixels from its top left corner; nothing while they are dragged
   * or out of sight. To be told at every change of the view: it costs no render. `taken` says what else lies over the
   * stage; it is asked only while there is a bar to put somewhere.
   */
  place(
    box: ScreenRect | undefined,
    stage: Size,
    pointer: keyof typeof gaps = 'mouse',
    taken: () => readonly ScreenRect[] = () => [],
  ): void {
    this.#taken = taken;
    this.#box = box;
    this.#stage = stage;
    this.#gap = gaps[pointer];
    this.#put();
  }

  #put(): void {
    const bar = this.#host.renderRoot?.querySelector<HTMLElement>('.mini-bar');
    if (!bar) return;
    const size = {width: bar.offsetWidth, height: bar.offsetHeight};
    const box = this.#box && visiblePart(this.#box, this.#stage);
    const gap = this.#gap;
    const roomy = {above: gap + tagRoom, below: gap, right: gap, left: gap};
    const at =
      box && placeBeside(box, size, this.#stage, roomy, ['below', 'above', 'right', 'left'], this.#taken());
    bar.classList.toggle('placed', at !== undefined);
    if (!at) return;
    bar.style.setProperty('--_x', `${Math.round(at.x)}px`);
    bar.style.setProperty('--_y', `${Math.round(at.y)}px`);
  }

  view(bar: MiniBarView): TemplateResult | typeof nothing {
    const {words, ids, label, look, isHidden, isLocked, constraints, ask, constrain} = bar;
    if (ids.length === 0) return nothing;
    const shown = label === undefined ? words.severalLabels : label === '' ? words.unlabelled : label;
    return html`<div
      class="mini-bar"
      part="mini-bar"
      role="group"
      aria-label=${words.selectedBox}
      @pointerdown=${(event: Event) => event.stopPropagation()}
    >
      <button
        type="button"
        class="button quiet label"
        aria-label=${`${words.relabel}: ${visibleString(shown)}`}
        aria-haspopup="dialog"
        ?disabled=${isLocked}
        @click=${() => ask({type: 'pick-label', ids})}
      >
        ${label === undefined ? nothing : chip(look)}<bdi>${visibleText(shown)}</bdi>${icon(ChevronDown)}
      </button>
      <span class="tools-divider"></span>
      ${
        constraints && constrain
          ? html`${this.#button(
                words.square,
                SquareDashed,
                () => constrain({...constraints, isSquare: !constraints.isSquare}),
                {isPressed: constraints.isSquare},
              )}${this.#button(
                words.centre,
                SquareDot,
                () => constrain({...constraints, isCentred: !constraints.isCentred}),
                {isPressed: constraints.isCentred},
              )}<span class="tools-divider"></span>`
          : nothing
      }
      ${this.#button(words.duplicate, Copy, () => ask({type: 'duplicate', ids}))}
      ${this.#button(isHidden ? words.show : words.hide, isHidden ? EyeOff : Eye, () =>
        ask({type: 'hide', ids, isHidden: !isHidden}),
      )}
      ${this.#button(isLocked ? words.unlock : words.lock, isLocked ? Lock : LockOpen, () =>
        ask({type: 'lock', ids, isLocked: !isLocked}),
      )}
      ${this.#button(words.delete, Trash, () => ask({type: 'delete', ids}), {
        isDisabled: isLocked,
        isDanger: true,
      })}
    </div>`;
  }

  #button(
    name: string,
    shapes: IconShapes,
    press: () => void,
    more: {readonly isPressed?: boolean; readonly isDisabled?: boolean; readonly isDanger?: boolean} = {},
  ): TemplateResult {
    return html`<button
      type="button"
      class="button quiet icon ${more.isDanger ? 'danger' : ''}"
      aria-label=${name}
      title=${name}
      aria-pressed=${more.isPressed === undefined ? nothing : String(more.isPressed)}
      ?disabled=${more.isDisabled ?? false}
      @click=${press}
    >
      ${icon(shapes)}
    </button>`;
  }
}
