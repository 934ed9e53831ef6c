import type {ReactiveController, ReactiveControllerHost} from 'lit';

type Host = ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};

/**
 * Whether a panel under a button is open. It closes when the focus goes elsewhere and by Escape, which brings the focus
 * back to the button: the first one within `place` that says whether it is expanded.
 */
export class FoldOut implements ReactiveController {
  readonly #host: Host;
  readonly #place: string;
  #isOpen = false;

  constructor(host: Host, place: string) {
    this.#host = host;
    this.#place = place;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  readonly toggle = (isOpen = !this.#isOpen): void => {
    if (isOpen === this.#isOpen) return;
    this.#isOpen = isOpen;
    this.#host.requestUpdate();
    // Not every browser gives buttons the focus that are pressed, so there may be none to go elsewhere.
    if (isOpen) document.addEventListener('pointerdown', this.#onPress, {capture: true});
    else document.removeEventListener('pointerdown', this.#onPress, {capture: true});
  };

  hostDisconnected(): void {
    this.toggle(false);
  }

  readonly #onPress = (event: Event): void => {
    const isOurs = event.composedPath().some((at) => at instanceof Element && at.matches('.tools'));
    if (!isOurs) this.toggle(false);
  };

  readonly onFocusOut = ({relatedTarget, currentTarget}: FocusEvent): void => {
    // A press on the stage or the rest of the page. When the window loses the focus, nothing else has it.
    if (relatedTarget && !(currentTarget as HTMLElement).contains(relatedTarget as Node)) this.toggle(false);
  };

  readonly onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !this.#isOpen || event.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    this.toggle(false);
    this.#host.renderRoot.querySelector<HTMLElement>(`${this.#place} [aria-expanded]`)?.focus();
  };
}
