import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {BackupReminder, type Keeping} from '../../session/backup/backup-reminder.js';
import type {JobSession} from '../../session/job-session.js';
import {sessionIdOf} from '../../session/session-store.js';
import {isForgetful, storageFacts, type StorageFacts} from '../../session/storage-facts.js';

/** The browser is asked so often, while the page is looked at. */
const lookMs = 60_000;

/** With less room than this the worker is told: some hundred masks. */
const scarceBytes = 50 * 1000 * 1000;

/** What there is to say about the storage, beside the status of the work. */
export interface StorageNotice {
  /** Answers that no backup has, when it is time to say so; else 0. */
  readonly unbacked: number;
  /** Bytes that are left, when they are few. */
  readonly room: number | undefined;
}

/** Looks after the place where the work is kept: is it running full, is there a backup? */
export class StorageGuard implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #session: () => JobSession | undefined;
  #reminder: BackupReminder | undefined;
  #facts: StorageFacts | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;
  #isRoomDismissed = false;

  constructor(host: ReactiveControllerHost, session: () => JobSession | undefined) {
    this.#host = host;
    this.#session = session;
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => void this.#look(), lookMs);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }

  /** A session has been opened on the store of that name. */
  watch(storeName: string): void {
    this.#reminder = new BackupReminder(storeName);
    this.#isRoomDismissed = false;
    void this.#look();
  }

  get notice(): StorageNotice {
    const session = this.#session();
    // What is wrong with saving is said elsewhere, with the same way out.
    if (session?.state.status.kind !== 'saved' || !this.#facts) return {unbacked: 0, room: undefined};
    const {room = Infinity} = this.#facts;
    // Both have the same way out: one is enough.
    if (room < scarceBytes && !this.#isRoomDismissed) return {unbacked: 0, room};
    return {unbacked: this.#reminder?.due(this.#work(session), this.#keeping) ?? 0, room: undefined};
  }

  /** All of the work has been downloaded. */
  backedUp(): void {
    const session = this.#session();
    if (!session) return;
    const {id, answers} = this.#work(session);
    this.#reminder?.made({id, counts: {draft: 0, skipped: 0, submitted: answers}});
    this.#host.requestUpdate();
  }

  later(): void {
    const session = this.#session();
    if (session) this.#reminder?.later(this.#work(session).id);
    this.#host.requestUpdate();
  }

  dismissRoom(): void {
    this.#isRoomDismissed = true;
    this.#host.requestUpdate();
  }

  get #keeping(): Keeping {
    return {isPersistent: this.#facts?.isPersistent ?? false, isForgetful: isForgetful()};
  }

  #work({identity, state}: JobSession): {readonly id: string; readonly answers: number} {
    return {id: sessionIdOf(identity), answers: state.counts.done};
  }

  async #look(): Promise<void> {
    if (document.visibilityState === 'hidden' && this.#facts) return;
    this.#facts = await storageFacts();
    this.#host.requestUpdate();
  }
}
