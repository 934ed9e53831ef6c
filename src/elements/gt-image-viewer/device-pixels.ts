import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Tells its host when the device pixel ratio changes: another screen, or the browser's own zoom. */
export class DevicePixels implements ReactiveController {
  readonly #changed: () => void;
  #query: MediaQueryList | undefined;

  constructor(host: ReactiveControllerHost, changed: () => void) {
    this.#changed = changed;
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen();
  }

  hostDisconnected(): void {
    this.#query?.removeEventListener('change', this.#onChange);
  }

  /** A query matches one ratio only, so each change asks anew. */
  #listen(): void {
    this.#query?.removeEventListener('change', this.#onChange);
    this.#query = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.#query.addEventListener('change', this.#onChange);
  }

  readonly #onChange = (): void => {
    this.#listen();
    this.#changed();
  };
}
