import {modifiersOf, type Modifiers} from './stage-input.js';

/** Whom the keys are for. */
export interface KeyRules {
  /** Space is a press of the keyboard's own crosshair, and none of ours. */
  readonly takesSpace: () => boolean;
  /** The tool draws, so that modifier keys mean something at once. */
  readonly isDrawing: () => boolean;
  /** A press with Space held moves the picture now. */
  readonly pansBySpace: () => boolean;
  readonly changed: (keys: Partial<Modifiers>) => void;
  /** Takes back what goes on; false when nothing does. */
  readonly escape: () => boolean;
}

function isModifier(key: string): boolean {
  return key === 'Shift' || key === 'Alt' || key === 'Control' || key === 'Meta';
}

/** The keys that change what a pointer on the stage does: Space, the modifiers, Escape. */
export class StageKeys {
  readonly #stage: HTMLElement;
  readonly #rules: KeyRules;
  #isSpaceDown = false;

  constructor(stage: HTMLElement, rules: KeyRules) {
    this.#stage = stage;
    this.#rules = rules;
    stage.addEventListener('keydown', this.#onDown);
    stage.addEventListener('keyup', this.#onUp);
    stage.addEventListener('blur', this.#onBlur);
  }

  get isSpaceDown(): boolean {
    return this.#isSpaceDown;
  }

  readonly #onDown = (event: KeyboardEvent): void => {
    if (event.defaultPrevented) return;
    if (event.key === 'Escape') {
      if (this.#rules.escape()) event.preventDefault();
    } else if (event.key === ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (this.#rules.takesSpace()) return;
      event.preventDefault();
      if (!event.repeat) this.#set(true, event);
    } else if (isModifier(event.key)) {
      // A lone Alt opens the menu bar of some browsers.
      if (event.key === 'Alt' && this.#rules.isDrawing()) event.preventDefault();
      this.#set(this.#isSpaceDown, event);
    }
  };

  readonly #onUp = (event: KeyboardEvent): void => {
    if (event.key === ' ') this.#set(false, event);
    else if (isModifier(event.key)) this.#set(this.#isSpaceDown, event);
  };

  readonly #onBlur = (): void => {
    if (this.#isSpaceDown) this.#set(false);
  };

  #set(isSpaceDown: boolean, event?: KeyboardEvent): void {
    this.#isSpaceDown = isSpaceDown;
    this.#stage.toggleAttribute('data-space', isSpaceDown && this.#rules.pansBySpace());
    this.#rules.changed(event ? modifiersOf(event, isSpaceDown) : {space: isSpaceDown});
  }
}
