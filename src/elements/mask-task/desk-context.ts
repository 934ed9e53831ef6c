import type {Outcome} from '../../editor/act.js';
import type {Editor} from '../../editor/editor.js';
import type {MaskBoard} from '../../editor/mask-board.js';
import type {MaskContext} from '../../editor/mask-context.js';
import type {Change} from '../../model/change.js';
import type {Label} from '../../model/label.js';
import type {Strings} from '../../strings/strings.js';
import {MaskInWorker} from '../../workers/mask-work.js';
import {PictureInWorker, type PictureWorkOptions} from '../../workers/picture-work.js';

/** What the context needs of its desk. */
export interface ContextHost {
  words(): Strings;
  language(): string;
  labels(): readonly Label[];
  /** CSS pixels per picture pixel. */
  scale(): number;
  /** Nothing may be painted now, for a while or for good. */
  isUnpaintable(): boolean;
  readonly commit: (name: string, changes: readonly Change[], mergeKey?: string) => void;
  readonly tell: (outcome: Outcome) => void;
}

/** What tools and acts on a mask get from their task, and the workers beside the page that they use. */
export class DeskContext implements MaskContext {
  readonly editor: Editor;
  readonly board: MaskBoard;
  readonly commit: ContextHost['commit'];
  readonly tell: ContextHost['tell'];
  readonly #host: ContextHost;
  #work: MaskInWorker | undefined;
  #picture: PictureInWorker | undefined;

  constructor(board: MaskBoard, host: ContextHost) {
    this.editor = board.editor;
    this.board = board;
    this.commit = host.commit;
    this.tell = host.tell;
    this.#host = host;
  }

  get words(): Strings['masks'] {
    return this.#host.words().masks;
  }

  get language(): string {
    return this.#host.language();
  }

  get labels(): readonly string[] {
    return this.#host.labels().map(({label}) => label);
  }

  get scale(): number {
    return this.#host.scale();
  }

  get isReadonly(): boolean {
    return this.#host.isUnpaintable();
  }

  get work(): MaskInWorker {
    return (this.#work ??= new MaskInWorker());
  }

  get picture(): PictureInWorker | undefined {
    return this.#picture;
  }

  /** The picture that is on screen now. */
  setPicture(options: PictureWorkOptions | undefined): void {
    this.#picture?.close();
    this.#picture = options && new PictureInWorker(options);
  }

  /** Decodes the picture before the first press that needs it. */
  prepare(): void {
    // What is wrong with it is told by the call that needs it.
    this.#picture?.prepare().catch(() => undefined);
  }

  /** Ends the workers. They begin anew when they are needed. */
  close(): void {
    this.setPicture(undefined);
    this.#work?.close();
    this.#work = undefined;
  }
}
