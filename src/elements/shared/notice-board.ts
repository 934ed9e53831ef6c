import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {Problem} from '../../base/result.js';
import type {ErrorDetail} from './task-events.js';

/** What a page can give wrong; also the codes of `gt-error`. */
export type NoticeKind =
  | 'invalid-entry'
  | 'invalid-labels'
  | 'invalid-value'
  | 'invalid-keymap'
  | 'invalid-box-attributes'
  | 'invalid-mask'
  | 'invalid-tools';

/** Keeps what is wrong with the data a page gave, and tells each new fault once by `gt-error`, after it is shown. */
export class NoticeBoard implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #problems = new Map<string, {readonly kind: NoticeKind; readonly problems: readonly Problem[]}>();
  readonly #told = new Map<string, string>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Everything that is wrong now. */
  get problems(): readonly Problem[] {
    return [...this.#problems.values()].flatMap(({problems}) => problems);
  }

  /**
   * Puts these in the place of what was wrong with the same thing before. `about` names it where several things have
   * the same code.
   */
  set(kind: NoticeKind, problems: readonly Problem[], about: string = kind): void {
    if (problems.length === 0 && !this.#problems.has(about)) return;
    this.#problems.set(about, {kind, problems});
    this.#host.requestUpdate();
  }

  /** Begins anew: the same fault of another item is told again. */
  restart(kind: NoticeKind): void {
    this.#told.delete(kind);
  }

  hostUpdated(): void {
    for (const [about, {kind, problems}] of this.#problems) {
      const message = problems.map((problem) => problem.message).join(' ');
      if (message === (this.#told.get(about) ?? '')) continue;
      this.#told.set(about, message);
      if (message) this.#tell({code: kind, message, cause: problems});
    }
  }

  #tell(detail: ErrorDetail): void {
    this.#host.dispatchEvent(
      new CustomEvent<ErrorDetail>('gt-error', {bubbles: true, composed: true, detail}),
    );
  }
}
