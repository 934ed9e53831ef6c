import type {ReactiveController, ReactiveControllerHost} from 'lit';
import {errorAt, type Problem} from '../../base/result.js';
import {warnOnce} from '../../base/warn.js';
import type {JobSession} from '../../session/job-session.js';
import type {JobState} from '../../session/job-state.js';
import {openSession, type Opening, type OpenRequest} from './session-opener.js';

/** What a controller tells its element. */
export interface SessionListener {
  /** A session has been opened; `state` follows. */
  opened(session: JobSession): void;
  state(now: JobState, before: JobState | undefined): void;
  /** The element leaves the page: last moment to hand over what is not saved by edits. */
  leaving(): void;
  /** The page is hidden, or ends. */
  leavingPage(): void;
}

/** Keeps one session open for an element while it is connected, and guards the page while something is unsaved. */
export class SessionController implements ReactiveController {
  readonly #host: ReactiveControllerHost & Element;
  readonly #listener: SessionListener;
  #opened: Extract<Opening, {kind: 'open'}> | undefined;
  #opening: AbortController | undefined;
  /** Ends what the opened session still reads. */
  #reading: AbortController | undefined;
  #request: OpenRequest | undefined;
  #state: JobState | undefined;
  #problems: readonly Problem[] = [];

  constructor(host: ReactiveControllerHost & Element, listener: SessionListener) {
    this.#host = host;
    this.#listener = listener;
    host.addController(this);
  }

  get session(): JobSession | undefined {
    return this.#opened?.session;
  }

  get state(): JobState | undefined {
    return this.#state;
  }

  /** Why there is no session. */
  get problems(): readonly Problem[] {
    return this.#problems;
  }

  get isOpening(): boolean {
    return this.#opening !== undefined;
  }

  /** Opens another session in the place of the present one; none for no request. */
  async open(request: OpenRequest | undefined): Promise<void> {
    this.close();
    this.#request = request;
    if (!request) return;
    const opening = (this.#opening = new AbortController());
    try {
      const opened = await openSession(request, opening.signal);
      if (opened.kind === 'failed') this.#problems = opened.problems;
      else {
        this.#reading = opening;
        this.#begin(opened);
      }
    } catch (error) {
      if (opening.signal.aborted) return;
      const why = error instanceof Error ? error.message : String(error);
      this.#problems = [
        errorAt('session', 'session/failed', `The job could not be opened (${why}). Try again.`),
      ];
      warnOnce(`<gt-session> could not open its job: ${why}`);
    } finally {
      if (this.#opening === opening) this.#opening = undefined;
      this.#host.requestUpdate();
    }
  }

  /** Opens the last one again, as after a failure. */
  reopen(): Promise<void> {
    return this.open(this.#request);
  }

  close(): void {
    this.#opening?.abort();
    this.#opening = undefined;
    this.#opened?.close();
    this.#reading?.abort();
    this.#reading = undefined;
    this.#opened = undefined;
    this.#state = undefined;
    this.#problems = [];
    removeEventListener('beforeunload', this.#onBeforeUnload);
    this.#host.requestUpdate();
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#onVisibility);
    addEventListener('pagehide', this.#onPageHide);
    // A session that was closed when the element was taken out is opened again.
    if (this.#request && !this.#opened && !this.#opening) void this.reopen();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#onVisibility);
    removeEventListener('pagehide', this.#onPageHide);
    this.#listener.leaving();
    // An element that is only moved is connected again by then.
    queueMicrotask(() => {
      if (!this.#host.isConnected) this.close();
    });
  }

  #begin(opened: Extract<Opening, {kind: 'open'}>): void {
    this.#opened = opened;
    const {session} = opened;
    this.#listener.opened(session);
    session.subscribe((state) => this.#onState(state));
    this.#onState(session.state);
  }

  #onState(state: JobState): void {
    const before = this.#state;
    this.#state = state;
    if (this.session?.isUnsaved) addEventListener('beforeunload', this.#onBeforeUnload);
    else removeEventListener('beforeunload', this.#onBeforeUnload);
    this.#listener.state(state, before);
    this.#host.requestUpdate();
  }

  readonly #onVisibility = (): void => {
    if (document.visibilityState === 'hidden') this.#listener.leavingPage();
  };

  readonly #onPageHide = (): void => {
    this.#listener.leavingPage();
    this.session?.ended();
  };

  readonly #onBeforeUnload = (event: BeforeUnloadEvent): void => event.preventDefault();
}
