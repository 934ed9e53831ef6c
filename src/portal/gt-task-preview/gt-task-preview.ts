import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import chevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import chevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import type {JsonValue} from '../../base/json.js';
import {controls} from '../../elements/shared/controls.styles.js';
import {icon} from '../../elements/shared/icon.js';
import type {TaskElement} from '../../elements/shared/task-element.js';
import {StringsController} from '../../elements/shared/strings-controller.js';
import {tokens} from '../../elements/shared/tokens.styles.js';
import type {ManifestEntry} from '../../formats/entry.js';
import type {ResolveSource} from '../../media/resolve.js';
import {taskTags, type JobDefinition} from '../job.js';
import {applyDefinition, createTaskElement} from '../task-element.js';
import {styles} from './gt-task-preview.styles.js';

/** On a large screen there is room for the JSON at once. */
const roomy = globalThis.matchMedia?.('(height >= 860px) and (width >= 1180px)').matches ?? false;

/** The answer to the item on show, and the line it gives. */
interface Output {
  readonly answer: string;
  readonly line: string;
}

/**
 * A job as a worker sees it: its own task element with an item of the data, and what would be submitted.
 *
 * @fires {CustomEvent<number>} gt-preview-item - Another of the items is wanted, counted from 0.
 */
export class GtTaskPreview extends LitElement {
  static override styles = [tokens, controls, styles];

  readonly #strings = new StringsController(this);

  @property({attribute: false}) definition!: JobDefinition;
  @property({attribute: false}) entry: ManifestEntry | undefined;
  @property({attribute: false}) resolveSource: ResolveSource | undefined;
  /** Which of the items is shown, counted from 0, and how many there are. */
  @property({type: Number}) place = 0;
  @property({type: Number}) total = 0;

  @state() private output: Output | undefined;
  @query('.task') private box!: HTMLElement | null;

  #task: TaskElement | undefined;
  /** Counts the readings, so that a late one does not take the place of a later one. */
  #reading = 0;

  protected override updated(changed: PropertyValues<this>): void {
    if (!['definition', 'entry', 'resolveSource'].some((name) => (changed as Map<string, unknown>).has(name)))
      return;
    if (!this.box) return;
    const tag = taskTags[this.definition.taskType];
    if (this.#task?.localName !== tag) {
      this.#task = createTaskElement(this.definition, this.resolveSource) as TaskElement;
      this.#task.setAttribute('no-submit', '');
      this.#task.addEventListener('gt-change', () => void this.#read());
      Object.assign(this.#task, {entry: this.entry});
    } else {
      applyDefinition(this.#task, this.definition, this.resolveSource);
      if (changed.has('entry') || changed.has('resolveSource'))
        Object.assign(this.#task, {entry: this.entry});
    }
    if (this.#task.parentElement !== this.box) this.box.replaceChildren(this.#task);
    void this.#read();
  }

  /** Asks the task what it would submit; nothing while there is no whole answer. */
  async #read(): Promise<void> {
    const reading = ++this.#reading;
    let output: Output | undefined;
    try {
      await this.#task?.updateComplete;
      const answer = await this.#task?.getAnswer();
      const line = answer && (await this.#task?.toManifestLine());
      if (answer && line) output = {answer: shown(answer), line: shown(JSON.parse(line.line) as JsonValue)};
    } catch {
      // An answer that is not whole yet has no line.
    }
    if (reading === this.#reading) this.output = output;
  }

  #ask(place: number): void {
    this.dispatchEvent(new CustomEvent<number>('gt-preview-item', {detail: place}));
  }

  protected override render() {
    const {portal, wizard} = this.#strings.text;
    const {output, place, total} = this;
    const hasLabels = this.definition.labels.length > 0;
    return html`<section aria-label=${portal.previewName}>
      <div class="head">
        <p>${portal.preview}</p>
        ${
          total > 1
            ? html`<span class="turn">
                <button
                  class="button quiet icon"
                  type="button"
                  aria-label=${wizard.previewBefore}
                  title=${wizard.previewBefore}
                  ?disabled=${place === 0}
                  @click=${() => this.#ask(place - 1)}
                >
                  ${icon(chevronLeft)}
                </button>
                <span role="status">${wizard.previewItem(place + 1, total)}</span>
                <button
                  class="button quiet icon"
                  type="button"
                  aria-label=${wizard.previewAfter}
                  title=${wizard.previewAfter}
                  ?disabled=${place >= total - 1}
                  @click=${() => this.#ask(place + 1)}
                >
                  ${icon(chevronRight)}
                </button>
              </span>`
            : nothing
        }
      </div>
      <div class="task" ?hidden=${!hasLabels}></div>
      <p class="task none" ?hidden=${hasLabels}>${wizard.previewNoLabels}</p>
      <details ?open=${roomy}>
        <summary>${wizard.json}</summary>
        ${
          output
            ? html`<div class="json">
                <h3 id="answer">${wizard.jsonAnswer}</h3>
                <pre tabindex="0" role="region" aria-labelledby="answer" dir="ltr">${output.answer}</pre>
                <h3 id="line">${wizard.jsonLine}</h3>
                <pre tabindex="0" role="region" aria-labelledby="line" dir="ltr">${output.line}</pre>
              </div>`
            : html`<p class="json">${wizard.jsonNothing}</p>`
        }
      </details>
    </section>`;
  }
}

/** JSON for reading: files in it, which are long runs of letters, are cut short. */
const shown = (value: JsonValue): string =>
  JSON.stringify(
    value,
    (_key, part: unknown) => (typeof part === 'string' && part.length > 200 ? `${part.slice(0, 60)}…` : part),
    2,
  );

declare global {
  interface HTMLElementTagNameMap {
    'gt-task-preview': GtTaskPreview;
  }
}
