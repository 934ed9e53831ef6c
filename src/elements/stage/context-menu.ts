import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import Check from 'lucide/dist/esm/icons/check.mjs';
import ChevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import type {Point} from '../../geometry/point.js';
import {icon, type IconShapes} from '../shared/icon.js';
import {placeAt} from './placement.js';

/** One line of a menu. */
export interface MenuItem {
  /** What stands there; also what typing finds. */
  readonly name: string;
  /** What stands there instead of the bare name. */
  readonly view?: TemplateResult;
  readonly shapes?: IconShapes;
  /** What stands at its end, such as a size. */
  readonly note?: TemplateResult;
  readonly key?: string | undefined;
  /** One of several that can be chosen; true for the one that is. */
  readonly isChecked?: boolean;
  readonly isDisabled?: boolean;
  readonly isDanger?: boolean;
  /** Another menu instead of an act. */
  readonly items?: readonly MenuItem[];
  readonly run?: () => void;
  /** Called when the item comes into focus or under the pointer, to show what it is about. */
  readonly point?: () => void;
}

/** Items that belong together, with a heading or just a line before them. */
export interface MenuGroup {
  readonly name?: string;
  readonly items: readonly MenuItem[];
}

export interface MenuSpec {
  readonly name: string;
  readonly groups: readonly MenuGroup[];
  /** Where it opens, in CSS pixels of the window. */
  readonly at: Point;
  /** Called when the menu is gone, before an act runs: the focus belongs back to the stage. */
  readonly closed: () => void;
}

/** Keystrokes within this time are one word that is looked for. */
const typingMs = 700;

/**
 * A menu at a point. While it is open a clear sheet lies over the page, so that the press that closes it does nothing
 * else: on the stage it would begin a box.
 */
export class ContextMenu implements ReactiveController {
  readonly #host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
  #spec: MenuSpec | undefined;
  #submenu: {readonly items: readonly MenuItem[]; readonly parent: HTMLElement} | undefined;
  #isNew = false;
  #typed = {text: '', at: 0};

  constructor(host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment}) {
    this.#host = host;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#spec !== undefined;
  }

  open(spec: MenuSpec): void {
    this.#spec = spec;
    this.#submenu = undefined;
    this.#isNew = true;
    this.#host.requestUpdate();
  }

  /** Closes it and gives the focus back. */
  close(): void {
    const spec = this.#spec;
    if (!spec) return;
    this.#spec = undefined;
    this.#submenu = undefined;
    this.#host.requestUpdate();
    spec.closed();
  }

  hostDisconnected(): void {
    this.#spec = undefined;
  }

  hostUpdated(): void {
    const sheet = this.#sheet;
    if (!sheet || !this.#spec || !this.#isNew) return;
    this.#isNew = false;
    if (!sheet.matches(':popover-open')) sheet.showPopover();
    const [menu, submenu] = sheet.querySelectorAll<HTMLElement>('.menu');
    const within = {width: sheet.clientWidth, height: sheet.clientHeight};
    if (submenu && this.#submenu) {
      const {left, right, top} = this.#submenu.parent.getBoundingClientRect();
      const isRightToLeft = submenu.matches(':dir(rtl)');
      const fitsRight = right + submenu.offsetWidth < within.width;
      const fitsLeft = left - submenu.offsetWidth > 0;
      const goesLeft = isRightToLeft ? fitsLeft || !fitsRight : !fitsRight && fitsLeft;
      put(
        submenu,
        placeAt({x: goesLeft ? left - submenu.offsetWidth : right, y: top - 5}, size(submenu), within),
      );
      this.#items(submenu)[0]?.focus({preventScroll: true});
    } else if (menu) {
      const x = this.#spec.at.x - (menu.matches(':dir(rtl)') ? menu.offsetWidth : 0);
      put(menu, placeAt({x, y: this.#spec.at.y}, size(menu), within));
      this.#items(menu)[0]?.focus({preventScroll: true});
    }
  }

  get view(): TemplateResult | typeof nothing {
    const spec = this.#spec;
    if (!spec) return nothing;
    const submenu = this.#submenu;
    return html`<div
      class="menu-sheet"
      popover="manual"
      @pointerdown=${this.#onSheetPress}
      @contextmenu=${this.#onSheetMenu}
      @keydown=${this.#onKeydown}
      @focusout=${this.#onFocusOut}
    >
      <div class="menu" part="menu" role="menu" aria-label=${spec.name}>
        ${spec.groups.map(({name, items}, index) =>
          items.length === 0
            ? nothing
            : html`${index > 0 ? html`<div class="menu-line" role="separator"></div>` : nothing}
                <div role="group" aria-label=${name ?? nothing}>
                  ${name ? html`<div class="menu-heading" aria-hidden="true">${name}</div>` : nothing}
                  ${items.map((item) => this.#item(item))}
                </div>`,
        )}
      </div>
      ${
        submenu
          ? html`<div class="menu" role="menu" aria-label=${submenu.parent.textContent?.trim() ?? ''}>
              ${submenu.items.map((item) => this.#item(item))}
            </div>`
          : nothing
      }
    </div>`;
  }

  #item(item: MenuItem): TemplateResult {
    const {name, view, shapes, note, key, isChecked, isDisabled, isDanger, items} = item;
    return html`<div
      class="menu-item ${isDanger ? 'danger' : ''}"
      role=${isChecked === undefined ? 'menuitem' : 'menuitemradio'}
      tabindex="-1"
      data-name=${name}
      aria-checked=${isChecked === undefined ? nothing : String(isChecked)}
      aria-disabled=${isDisabled ? 'true' : nothing}
      aria-haspopup=${items ? 'menu' : nothing}
      aria-expanded=${items ? String(this.#submenu?.items === items) : nothing}
      aria-keyshortcuts=${key ?? nothing}
      .item=${item}
      @click=${this.#onClick}
      @pointermove=${this.#onPointerMove}
      @focus=${() => item.point?.()}
    >
      <span class="menu-icon">${shapes ? icon(shapes) : isChecked ? icon(Check) : nothing}</span>
      <span class="menu-name">${view ?? name}</span>
      ${note ?? nothing} ${key ? html`<kbd aria-hidden="true">${key}</kbd>` : nothing}
      ${items ? html`<span class="menu-more">${icon(ChevronRight)}</span>` : nothing}
    </div>`;
  }

  get #sheet(): HTMLElement | null {
    return this.#host.renderRoot?.querySelector<HTMLElement>('.menu-sheet') ?? null;
  }

  #items(menu: Element | null | undefined): readonly HTMLElement[] {
    return [...(menu?.querySelectorAll<HTMLElement>('.menu-item') ?? [])];
  }

  #choose(element: HTMLElement): void {
    const {item} = element as HTMLElement & {item?: MenuItem};
    if (!item || item.isDisabled) return;
    if (item.items) return this.#openSubmenu(element, item.items);
    this.close();
    item.run?.();
  }

  #openSubmenu(parent: HTMLElement, items: readonly MenuItem[]): void {
    if (this.#submenu?.items === items) return;
    this.#submenu = {items, parent};
    this.#isNew = true;
    this.#host.requestUpdate();
  }

  #closeSubmenu(): void {
    const submenu = this.#submenu;
    if (!submenu) return;
    this.#submenu = undefined;
    submenu.parent.focus();
    this.#host.requestUpdate();
  }

  readonly #onClick = (event: Event): void => this.#choose(event.currentTarget as HTMLElement);

  readonly #onPointerMove = (event: PointerEvent): void => {
    const element = event.currentTarget as HTMLElement & {item?: MenuItem};
    const isInSubmenu = this.#items(this.#sheet?.querySelectorAll('.menu')[1]).includes(element);
    if (event.pointerType !== 'mouse') return;
    if (!isInSubmenu && this.#submenu && element !== this.#submenu.parent) this.#closeSubmenu();
    if (!element.matches(':focus') && element !== this.#submenu?.parent) element.focus({preventScroll: true});
    if (element.item?.items && !element.item.isDisabled) this.#openSubmenu(element, element.item.items);
  };

  readonly #onSheetPress = (event: PointerEvent): void => {
    event.stopPropagation();
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    this.close();
  };

  readonly #onSheetMenu = (event: Event): void => {
    event.preventDefault();
    event.stopPropagation();
  };

  readonly #onFocusOut = ({relatedTarget}: FocusEvent): void => {
    // Tab leads out of the menu. When the window loses the focus, or an item goes, nothing else has it.
    if (relatedTarget && !this.#sheet?.contains(relatedTarget as Node)) this.close();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // Nothing that is pressed in a menu is a shortcut of the task.
    event.stopPropagation();
    const element = event.target as HTMLElement & {item?: MenuItem};
    const items = this.#items(element.closest('.menu'));
    const place = items.indexOf(element);
    const isRightToLeft = element.matches(':dir(rtl)');
    const [into, out] = isRightToLeft ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: (place + 1) % items.length,
      ArrowUp: (Math.max(place, 0) + items.length - 1) % items.length,
      Home: 0,
      End: items.length - 1,
    };
    const move = moves[event.key];
    if (move !== undefined) items[move]?.focus();
    else if (event.key === 'Enter' || event.key === ' ') this.#choose(element);
    else if (event.key === into) {
      if (element.item?.items) this.#choose(element);
    } else if (event.key === out || (event.key === 'Escape' && this.#submenu)) this.#closeSubmenu();
    else if (event.key === 'Escape' || event.key === 'Tab') this.close();
    else if (event.key.length === 1) this.#type(event, items, place);
    else return;
    event.preventDefault();
  };

  /** Goes to the next item that begins with what is typed. */
  #type({key, timeStamp}: KeyboardEvent, items: readonly HTMLElement[], place: number): void {
    const isMore = timeStamp - this.#typed.at < typingMs;
    const text = (isMore ? this.#typed.text : '') + key.toLocaleLowerCase();
    this.#typed = {text, at: timeStamp};
    const isOneLetter = [...text].every((letter) => letter === text[0]);
    const looked = isOneLetter ? text.slice(0, 1) : text;
    const from = isOneLetter ? place + 1 : Math.max(place, 0);
    const around = [...items.slice(from), ...items.slice(0, from)];
    around.find(({dataset}) => dataset['name']?.trim().toLocaleLowerCase().startsWith(looked))?.focus();
  }
}

const size = ({offsetWidth: width, offsetHeight: height}: HTMLElement) => ({width, height});

function put(menu: HTMLElement, {x, y}: Point): void {
  menu.style.setProperty('left', `${Math.round(x)}px`);
  menu.style.setProperty('top', `${Math.round(y)}px`);
}
