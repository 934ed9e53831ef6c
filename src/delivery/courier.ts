import {errorAt, type Problem} from '../base/result.js';
import {systemClock, type Clock} from '../session/clock.js';
import {receiptOf} from '../session/receipt.js';
import type {SessionId, SessionStore} from '../session/session-store.js';
import type {Delivery, JobSink} from './job-sink.js';
import {isSubmitted, parcelsOf} from './parcels.js';
import {pause, waitBefore} from './waiting.js';

/** Items read at a time when a session is looked through. */
const pageSize = 500;

/** After so many items in a row that were refused, the others would be as well. */
const mostRefusals = 3;

/** How far a courier is. Immutable; compared by identity. */
export interface CourierState {
  /**
   * `idle`: everything submitted has arrived. `pausing`: the last attempt failed, and there will be another one.
   * `stopped`: attempts are of no use until somebody has done something; see {@link Courier.tryNow}. `elsewhere`: another
   * tab delivers the work of this session.
   */
  readonly kind: 'elsewhere' | 'idle' | 'sending' | 'pausing' | 'stopped';
  /** Submitted items whose present answer has arrived. */
  readonly delivered: number;
  /** Those whose has not, refused ones among them. */
  readonly waiting: number;
  /** Why the last attempt failed. */
  readonly problem?: Problem;
}

/** What a courier needs of a session store. */
export type DeliveryStore = Pick<SessionStore, 'name' | 'item' | 'items' | 'receipts' | 'putReceipt'>;

export interface CourierOptions {
  readonly store: DeliveryStore;
  readonly session: SessionId;
  readonly jobName: string;
  readonly sink: JobSink;
  readonly clock?: Clock;
  readonly onState?: (state: CourierState) => void;
}

/**
 * Brings everything that is submitted in a session to a sink: each answer once, in the order of the items, for as long
 * as it takes. It keeps no list of its own: what is submitted and has no receipt is due, also after a reload. Of several
 * tabs one delivers.
 *
 *     due ──put──▶ stored: receipt          later: wait, twice as long each time, or until the network is back
 *                                           refused: put aside; three in a row: stop and tell
 */
export class Courier {
  readonly #options: CourierOptions;
  readonly #clock: Clock;
  readonly #end = new AbortController();
  /** Hints between tabs: an item was submitted. */
  readonly #channel: BroadcastChannel;
  readonly #due = new Set<number>();
  readonly #refused = new Set<number>();
  readonly #arrived = new Set<number>();
  #isServing = false;
  /** Why the last refused item was refused. */
  #refusal: Problem | undefined;
  #state: CourierState = {kind: 'elsewhere', delivered: 0, waiting: 0};
  #wake = (): void => {};

  constructor(options: CourierOptions) {
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#channel = new BroadcastChannel(`gt-delivery ${options.store.name} ${options.session}`);
    this.#channel.addEventListener('message', ({data}) => {
      if (Number.isSafeInteger(data)) this.#look(data as number);
    });
    globalThis.addEventListener?.('online', this.tryNow);
    void this.#serve().catch((error: unknown) => {
      if (!this.#end.signal.aborted) throw error;
    });
  }

  get state(): CourierState {
    return this.#state;
  }

  /** An item was submitted, or its answer changed. */
  submitted(index: number): void {
    this.#channel.postMessage(index);
    this.#look(index);
  }

  /** Tries at once what failed, also what was refused: the network is back, or somebody has done something about it. */
  readonly tryNow = (): void => {
    for (const index of this.#refused) this.#due.add(index);
    this.#refused.clear();
    this.#wake();
  };

  /** Ends it. What is on its way is broken off, and due again next time. */
  close(): void {
    this.#end.abort();
    this.#channel.close();
    globalThis.removeEventListener?.('online', this.tryNow);
  }

  /** Delivers for as long as the page lives, while no other tab does. Without locks, on plain http, each tab does. */
  async #serve(): Promise<void> {
    const {store, session} = this.#options;
    const {signal} = this.#end;
    const locks = globalThis.navigator?.locks;
    if (!locks) return this.#deliver();
    await locks.request(`gt-delivery ${store.name} ${session}`, {signal}, () => this.#deliver());
  }

  async #deliver(): Promise<void> {
    this.#isServing = true;
    await this.#lookThrough();
    for (let failures = 0, refusals = 0; !this.#end.signal.aborted;) {
      const index = this.#due.values().next().value;
      if (index === undefined) {
        if (this.#refused.size === 0) this.#tell('idle');
        else this.#tell('stopped', this.#refusal);
        await this.#woken();
        [failures, refusals] = [0, 0];
        continue;
      }
      this.#tell('sending', this.#state.problem);
      const delivery = await this.#deliverItem(index);
      if (delivery.kind === 'stored') {
        [failures, refusals] = [0, 0];
      } else if (delivery.kind === 'later') {
        failures++;
        this.#tell('pausing', delivery.problem);
        await this.#woken(Math.max(delivery.waitMs ?? 0, waitBefore(failures)));
      } else {
        refusals++;
        this.#due.delete(index);
        this.#refused.add(index);
        this.#refusal = delivery.problem;
        if (refusals < mostRefusals) continue;
        this.#tell('stopped', delivery.problem);
        await this.#woken();
        [failures, refusals] = [0, 0];
      }
    }
  }

  /** All files of an item, then its receipt. */
  async #deliverItem(index: number): Promise<Delivery> {
    const {store, session, jobName, sink} = this.#options;
    try {
      const work = await store.item(session, index);
      if (!work || !isSubmitted(work.item)) {
        this.#due.delete(index);
        return {kind: 'stored'};
      }
      const receipt = receiptOf(work.item);
      if ((await store.receipts(session, index, index + 1)).get(index) === receipt)
        return this.#hasArrived(index);
      const parcels = await parcelsOf(work.item, work.files, jobName);
      if (!parcels) return {kind: 'refused', problem: damaged(index)};
      for (const parcel of parcels) {
        const delivery = await sink.put(parcel, this.#end.signal);
        if (delivery.kind !== 'stored') return delivery;
      }
      await store.putReceipt(session, index, receipt);
      // It may have been submitted anew meanwhile.
      const now = await store.item(session, index);
      const isNew = now && isSubmitted(now.item) && receiptOf(now.item) !== receipt;
      return isNew ? {kind: 'stored'} : this.#hasArrived(index);
    } catch (error) {
      if (this.#end.signal.aborted) throw error;
      return {kind: 'later', problem: unread(error)};
    }
  }

  #hasArrived(index: number): Delivery {
    this.#due.delete(index);
    this.#arrived.add(index);
    return {kind: 'stored'};
  }

  async #lookThrough(): Promise<void> {
    const {store, session} = this.#options;
    for (let from = 0; ;) {
      const {items, unreadable} = await store.items(session, from, pageSize);
      const found = [...items.map(({index}) => index), ...unreadable];
      const next = Math.max(from, ...found) + 1;
      const receipts = await store.receipts(session, from, next);
      for (const item of items.filter(isSubmitted)) {
        const hasArrived = receipts.get(item.index) === receiptOf(item);
        (hasArrived ? this.#arrived : this.#due).add(item.index);
      }
      if (found.length < pageSize) return;
      from = next;
    }
  }

  #look(index: number): void {
    if (!this.#isServing) return;
    this.#arrived.delete(index);
    this.#refused.delete(index);
    this.#due.add(index);
    if (this.#state.kind !== 'pausing') this.#wake();
  }

  /** Until somebody wakes it, or the time is over. */
  async #woken(ms?: number): Promise<void> {
    const over = new AbortController();
    const signal = AbortSignal.any([this.#end.signal, over.signal]);
    const called = new Promise<void>((resolve, reject) => {
      this.#wake = resolve;
      this.#end.signal.addEventListener('abort', () => reject(this.#end.signal.reason as Error), {
        signal: over.signal,
      });
    });
    try {
      await (ms === undefined ? called : Promise.race([called, pause(this.#clock, ms, signal)]));
    } finally {
      over.abort();
    }
  }

  #tell(kind: CourierState['kind'], problem?: Problem): void {
    const waiting = this.#due.size + this.#refused.size;
    this.#state = {
      kind,
      delivered: this.#arrived.size,
      waiting,
      ...(problem && kind !== 'idle' && {problem}),
    };
    this.#options.onState?.(this.#state);
  }
}

const damaged = (index: number): Problem =>
  errorAt(
    'delivery',
    'delivery/damaged',
    `The mask of item ${index + 1} can no longer be read on this machine. Open the item, look at it and submit it again.`,
  );

const unread = (error: unknown): Problem =>
  errorAt(
    'delivery',
    'delivery/storage',
    `What is to be delivered could not be read from this browser's storage: ${error instanceof Error ? error.message : String(error)}. It is tried again.`,
  );
