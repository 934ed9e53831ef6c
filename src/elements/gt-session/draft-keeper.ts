import type {JsonObject} from '../../base/json.js';
import type {JobSession} from '../../session/job-session.js';
import type {TaskDriver} from './task-driver.js';

/** How things are set up is written so long after it changed; it would be written all the time otherwise. */
const workplaceAfterMs = 1000;

/**
 * Keeps what is no step yet: what is open on the item, and how the worker has set things up. Now and then while they
 * work, because a page may end without a word, and at the last moment when it does not.
 */
export class DraftKeeper {
  readonly #driver: TaskDriver;
  readonly #session: () => JobSession | undefined;
  #kept = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(driver: TaskDriver, session: () => JobSession | undefined) {
    this.#driver = driver;
    this.#session = session;
  }

  /** The task element says that something is open now, or set up in another way. */
  touched(): void {
    this.#saveDraft();
    this.#timer ??= setTimeout(() => this.#saveWorkplace(), workplaceAfterMs);
  }

  /** The item is left: what the hand was doing becomes a step. */
  leave(): void {
    this.#saveWork();
    this.#saveWorkplace();
  }

  /** The page is hidden, and perhaps never seen again. The work goes first: there may be time for one thing only. */
  leavePage(): void {
    this.#session()?.leave(() => this.#saveWork());
    this.#saveWorkplace();
  }

  #saveWork(): void {
    this.#driver.task?.endStrokes?.();
    this.#saveDraft();
    const session = this.#session();
    // An item that is only looked at takes no room in the store.
    if (session && this.#isOnScreen && session.progress.statusOf(session.state.index) !== 'untouched')
      session.saveTime(this.#driver.present.timeSpentMs);
  }

  /** Another session: what is known of this one is of no use. */
  forget(): void {
    this.#kept = '';
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** While an item is on its way to the screen, what the element holds is not of that one. */
  get #isOnScreen(): boolean {
    return this.#driver.holds(this.#session()?.state.item);
  }

  #saveDraft(): void {
    if (this.#isOnScreen) this.#session()?.saveDraft(this.#driver.present);
  }

  #saveWorkplace(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const session = this.#session();
    const workplace: JsonObject | undefined = this.#driver.task?.workplace;
    if (!session || !workplace || !this.#isOnScreen) return;
    const now = JSON.stringify([session.state.index, workplace]);
    if (now === this.#kept) return;
    this.#kept = now;
    session.saveWorkplace(workplace);
  }
}
