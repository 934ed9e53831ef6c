import type {Clock} from './clock.js';
import {newId} from './ids.js';
import type {SessionId, SessionStore} from './session-store.js';

/** The part of `navigator.locks` that is needed. Pages on plain http have none. */
export type Locks = Pick<LockManager, 'request'>;

/** Being the only tab that may change a session. */
export interface SessionLock {
  /** Tries to become the writer. `steal` takes the place of the present one. */
  take(steal?: boolean): Promise<boolean>;
  /** Waits until the present writer leaves, then becomes the writer. Ends with `release`. */
  wait(onTaken: () => void): void;
  release(): void;
}

/** How long a lease lives without a heartbeat, and how often the heart beats. */
export const leaseMs = 6000;
const heartbeatMs = 2000;

/** A lock that the browser keeps: given back by itself when the tab ends or crashes. */
export class WebSessionLock implements SessionLock {
  readonly #locks: Locks;
  readonly #name: string;
  readonly #onLost: () => void;
  #end: (() => void) | undefined;
  #waiting: AbortController | undefined;

  constructor(locks: Locks, name: string, onLost: () => void) {
    this.#locks = locks;
    this.#name = `gt-elements session ${name}`;
    this.#onLost = onLost;
  }

  take(steal = false): Promise<boolean> {
    if (this.#end) return Promise.resolve(true);
    return new Promise((resolve, reject) => {
      const held = this.#locks.request(this.#name, steal ? {steal} : {ifAvailable: true}, (lock) => {
        resolve(lock !== null);
        return lock ? this.#hold() : undefined;
      });
      held.catch((error: unknown) => this.#lost(error, reject));
    });
  }

  wait(onTaken: () => void): void {
    this.#waiting?.abort();
    const waiting = (this.#waiting = new AbortController());
    this.#locks
      .request(this.#name, {signal: waiting.signal}, () => {
        if (this.#end) return undefined;
        const held = this.#hold();
        onTaken();
        return held;
      })
      .catch((error: unknown) => this.#lost(error, () => undefined));
  }

  release(): void {
    this.#waiting?.abort();
    this.#end?.();
    this.#end = undefined;
  }

  #hold(): Promise<void> {
    return new Promise((resolve) => {
      this.#end = resolve;
    });
  }

  /** A held lock rejects when another tab steals it; anything else happened before it was held. */
  #lost(error: unknown, otherwise: (error: unknown) => void): void {
    if (!this.#end) return otherwise(error);
    this.#end = undefined;
    this.#onLost();
  }
}

/** The same by a record with a heartbeat, for pages without `navigator.locks`. */
export class LeaseSessionLock implements SessionLock {
  readonly #store: SessionStore;
  readonly #id: SessionId;
  readonly #clock: Clock;
  readonly #onLost: () => void;
  readonly #holder = newId();
  #stop: (() => void) | undefined;
  #isHeld = false;

  constructor(store: SessionStore, id: SessionId, clock: Clock, onLost: () => void) {
    this.#store = store;
    this.#id = id;
    this.#clock = clock;
    this.#onLost = onLost;
  }

  async take(steal = false): Promise<boolean> {
    if (this.#isHeld) return true;
    this.#isHeld = await this.#ask(steal);
    if (this.#isHeld) this.#repeat(() => this.#beat());
    return this.#isHeld;
  }

  wait(onTaken: () => void): void {
    this.#repeat(async () => {
      if (await this.take()) onTaken();
      else this.wait(onTaken);
    });
  }

  release(): void {
    this.#stop?.();
    if (!this.#isHeld) return;
    this.#isHeld = false;
    // If this fails the lease runs out by itself.
    this.#store.endLease(this.#id, this.#holder).catch(() => undefined);
  }

  async #beat(): Promise<void> {
    const isMine = await this.#ask(false);
    if (!this.#isHeld) return;
    if (isMine) return this.#repeat(() => this.#beat());
    this.#isHeld = false;
    this.#onLost();
  }

  #ask(steal: boolean): Promise<boolean> {
    const now = this.#clock.now();
    return this.#store.lease({session: this.#id, holder: this.#holder, now, until: now + leaseMs, steal});
  }

  #repeat(task: () => Promise<void>): void {
    this.#stop?.();
    this.#stop = this.#clock.after(heartbeatMs, () => {
      // Storage that fails for a moment says nothing about who holds the lease; revisions still protect the answers.
      task().catch(() => this.#repeat(task));
    });
  }
}
