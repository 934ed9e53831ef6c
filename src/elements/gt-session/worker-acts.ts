import type {ReactiveControllerHost} from 'lit';
import type {JobSession} from '../../session/job-session.js';
import type {OpenedItem} from '../../session/job-state.js';

/** What a worker did last with a task instead of answering it, as long as it is told. */
export interface LastAct {
  readonly kind: 'declined' | 'released' | 'time-over';
  /** The item, from 0, and where it stands among those of the session, from 1. */
  readonly index: number;
  readonly place: number;
  /** A reason was given. */
  readonly hasReason: boolean;
}

/** Seconds before the end of a time limit when it is announced; of short limits the second half. */
export const soonSeconds = (limit: number): number => Math.min(60, limit / 2);

/** What is told of tasks declined and given back, and how much longer an item may take than its limit. */
export class WorkerActs {
  readonly #host: ReactiveControllerHost;
  #last: LastAct | undefined;
  #timedItem: OpenedItem | undefined;
  #extraSeconds = 0;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  get last(): LastAct | undefined {
    return this.#last;
  }

  tell(kind: LastAct['kind'], index: number, place: number, reason?: string): void {
    this.#set({kind, index, place: place + 1, hasReason: Boolean(reason)});
  }

  dismiss(): void {
    this.#set(undefined);
  }

  /** Keeps why the task that was declined last was declined. */
  async giveReason(session: JobSession, reason: string): Promise<void> {
    const last = this.#last;
    if (!last || reason === '') return;
    await session.giveReason(last.index, reason);
    if (last === this.#last) this.#set({...last, hasReason: true});
  }

  /** The seconds there are for an item, with what was added to them. */
  limitFor(item: OpenedItem | undefined, limit: number): number {
    return limit > 0 && item !== undefined && item === this.#timedItem ? limit + this.#extraSeconds : limit;
  }

  /** Adds as much time to an item as it had at first. */
  extend(item: OpenedItem | undefined, limit: number): void {
    if (item !== this.#timedItem) this.#extraSeconds = 0;
    this.#timedItem = item;
    this.#extraSeconds += limit;
    this.#host.requestUpdate();
  }

  #set(last: LastAct | undefined): void {
    this.#last = last;
    this.#host.requestUpdate();
  }
}
