import type {Step} from '../model/history.js';
import type {Editor} from './editor.js';

/** Drawings that were given up. Undo brings each back, the last first, before it takes back the step it came after (PTR-9). */
export class Drafts<Drawn> {
  readonly #editor: Editor;
  #kept: {readonly drawn: Drawn; readonly after: Step | undefined}[] = [];

  constructor(editor: Editor) {
    this.#editor = editor;
    // What was given up belongs to the item before.
    editor.subscribe((_state, cause) => {
      if (cause === 'open') this.#kept = [];
    });
  }

  keep(drawn: Drawn): void {
    this.#kept.push({drawn, after: this.#last});
  }

  /** True when {@link take} would give one. */
  get hasDraft(): boolean {
    const last = this.#last;
    return this.#kept.some(({after}) => after === last);
  }

  /** The drawing that was given up last since the last step. It is given once. */
  take(): Drawn | undefined {
    const last = this.#last;
    const index = this.#kept.findLastIndex(({after}) => after === last);
    return index < 0 ? undefined : this.#kept.splice(index, 1)[0]?.drawn;
  }

  get #last(): Step | undefined {
    return this.#editor.state.history.done.at(-1);
  }
}
