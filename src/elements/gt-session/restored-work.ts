import type {ReactiveControllerHost} from 'lit';
import {emptyHistory} from '../../model/history.js';
import type {JobSession} from '../../session/job-session.js';
import type {Present} from '../../session/job-state.js';
import {without} from '../../session/without.js';
import type {DrivenTask} from './task-driver.js';

/** Tells that unfinished work was found again, and lets the worker start over, and change their mind (SAVE-3). */
export class RestoredWork {
  readonly #host: ReactiveControllerHost;
  #notice: {readonly kind: 'restored' | 'started-over'; readonly at: number} | undefined;
  #before: Present | undefined;

  constructor(host: ReactiveControllerHost) {
    this.#host = host;
  }

  /** What to say: since when the work is back, or that it was set aside. */
  get notice(): {readonly kind: 'restored' | 'started-over'; readonly at: number} | undefined {
    return this.#notice;
  }

  /** Looks at the item a session was opened with. */
  found(session: JobSession): void {
    const work = session.state.item?.work;
    const steps = (work?.history.done.length ?? 0) + (work?.history.undone.length ?? 0);
    const isUnfinished = work?.status === 'draft' || work?.status === 'changed';
    this.#set(isUnfinished && (steps > 0 || work.draft) ? 'restored' : undefined);
  }

  startOver(session: JobSession, task: DrivenTask, present: Present): void {
    this.#before = present;
    task.reset();
    session.save({...without(present, 'draft'), history: emptyHistory});
    this.#set('started-over');
    task.focus();
  }

  bringBack(session: JobSession, task: DrivenTask): void {
    if (!this.#before) return;
    task.history = this.#before.history;
    if (this.#before.draft) task.draft = this.#before.draft;
    session.save(this.#before);
    this.dismiss();
    task.focus();
  }

  dismiss(): void {
    this.#before = undefined;
    this.#set(undefined);
  }

  #set(kind: 'restored' | 'started-over' | undefined): void {
    this.#notice = kind && {kind, at: Date.now()};
    this.#host.requestUpdate();
  }
}
