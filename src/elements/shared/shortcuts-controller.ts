import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {commandsFor, type Keymap, type ShortcutScope} from '../../editor/keymap.js';

/** What the controller needs to know and to call. */
export interface ShortcutOptions {
  readonly keymap: () => Keymap;
  readonly scope: () => ShortcutScope;
  /**
   * Runs a command; false when it has nothing to do, and the press goes on to the page. `repeats` says how often a held
   * key has repeated.
   */
  readonly run: (command: string, repeats: number) => boolean;
}

/** Inputs that take no text: their keys do not stand for letters. */
const textlessInputs = new Set([
  'button',
  'checkbox',
  'color',
  'file',
  'image',
  'radio',
  'range',
  'reset',
  'submit',
]);

/** True where typing is typing, so that no shortcut may run (KEY-1). */
export function isEditable(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !textlessInputs.has(target.type);
  return (
    target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || target.isContentEditable
  );
}

/** Keys by which a focused control works itself. */
const controlKeys = new Set(['Enter', ' ', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'Home', 'End']);

/** True for a control that answers to this key, as a button does to Enter. A dialog keeps all keys to itself. */
function ownsKey(target: EventTarget, key: string): boolean {
  if (target instanceof HTMLDialogElement) return true;
  if (!(target instanceof HTMLElement) || !controlKeys.has(key)) return false;
  return target.matches('button, a[href], summary, input, audio, video');
}

/** Runs an element's shortcuts. It listens on the element itself, so that it hears only what happens inside. */
export class ShortcutsController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: ShortcutOptions;
  #repeats = 0;

  constructor(host: ReactiveControllerHost & HTMLElement, options: ShortcutOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.addEventListener('keydown', this.#onKeydown);
  }

  hostDisconnected(): void {
    this.#host.removeEventListener('keydown', this.#onKeydown);
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // 229 is what a press is called while an input method composes, where isComposing is not told.
    if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return;
    this.#repeats = event.repeat ? this.#repeats + 1 : 0;
    const path = event.composedPath();
    const inside = path.slice(0, path.indexOf(this.#host));
    if (path.some(isEditable) || inside.some((target) => ownsKey(target, event.key))) return;
    for (const command of commandsFor(this.#options.keymap(), event, this.#options.scope())) {
      if (this.#options.run(command, this.#repeats)) {
        event.preventDefault();
        return;
      }
    }
  };
}
