import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** Counts the time an item was in front of the worker: started, connected and on a visible page. */
export class TimeSpentController implements ReactiveController {
  #countedMs = 0;
  #runningSince: number | undefined;
  #isStarted = false;
  #isConnected = false;
  readonly #now: () => number;

  /** `now` gives milliseconds that never jump; tests pass their own. */
  constructor(host: ReactiveControllerHost, now: () => number = () => performance.now()) {
    this.#now = now;
    host.addController(this);
  }

  /** Milliseconds so far. Setting it resumes an earlier count. */
  get ms(): number {
    return this.#countedMs + (this.#runningSince === undefined ? 0 : this.#now() - this.#runningSince);
  }

  set ms(value: number) {
    this.#countedMs = Number.isFinite(value) && value > 0 ? value : 0;
    if (this.#runningSince !== undefined) this.#runningSince = this.#now();
  }

  /** Begins to count, from 0 unless a count was set. */
  start(): void {
    this.#isStarted = true;
    this.#update();
  }

  /** Ends the count and forgets it. */
  clear(): void {
    this.#isStarted = false;
    this.#runningSince = undefined;
    this.#countedMs = 0;
  }

  hostConnected(): void {
    this.#isConnected = true;
    document.addEventListener('visibilitychange', this.#update);
    this.#update();
  }

  hostDisconnected(): void {
    this.#isConnected = false;
    document.removeEventListener('visibilitychange', this.#update);
    this.#update();
  }

  readonly #update = (): void => {
    const shouldRun = this.#isStarted && this.#isConnected && document.visibilityState === 'visible';
    if (shouldRun === (this.#runningSince !== undefined)) return;
    this.#countedMs = this.ms;
    this.#runningSince = shouldRun ? this.#now() : undefined;
  };
}
