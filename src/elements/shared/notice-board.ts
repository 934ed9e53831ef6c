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
  readonly #problems = new Map<NoticeKind, readonly Problem[]>();
  readonly #told = new Map<NoticeKind, string>();

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Everything that is wrong now. */
  get problems(): readonly Problem[] {
    return [...this.#problems.values()].flat();
  }

  /** Puts these in the place of what was wrong with the same thing before. */
  set(kind: NoticeKind, problems: readonly Problem[]): void {
    if (problems.length === 0 && !this.#problems.has(kind)) return;
    this.#problems.set(kind, problems);
    this.#host.requestUpdate();
  }

  /** Begins anew: the same fault of another item is told again. */
  restart(kind: NoticeKind): void {
    this.#told.delete(kind);
  }

  hostUpdated(): void {
    for (const [kind, problems] of this.#problems) {
      const message = problems.map((problem) => problem.message).join(' ');
      if (message === (this.#told.get(kind) ?? '')) continue;
      this.#told.set(kind, message);
      if (message) this.#tell({code: kind, message, cause: problems});
    }
  }

  #tell(detail: ErrorDetail): void {
    this.#host.dispatchEvent(
      new CustomEvent<ErrorDetail>('gt-error', {bubbles: true, composed: true, detail}),
    );
  }
}
