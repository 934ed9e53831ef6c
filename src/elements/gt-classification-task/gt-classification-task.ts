import type {PropertyValues} from 'lit';
import {property} from 'lit/decorators.js';
import type {ManifestEntry} from '../../formats/entry.js';
import {replace} from '../../model/change.js';
import {classification, type ClassificationAnswer} from '../../tasks/classification.js';
import type {Task} from '../../tasks/task.js';
import type {LabelPick} from '../gt-label-picker/gt-label-picker.js';
import {LabelTaskElement} from '../shared/label-task-element.js';

/** How long a choice can still be replaced before it is submitted (CLS-2). */
const autoAdvanceMs = 350;
/** The same where a second digit may follow; see CLS-4. */
const autoAdvanceAfterDigitMs = 650;

/** Detail of `gt-return`: the item the worker wants back. */
export interface ReturnDetail {
  readonly entry: ManifestEntry;
}

/**
 * @summary Single-label classification of a picture, a text or slotted content.
 *
 * @slot - Content to classify, such as audio or video, in place of the picture or text.
 * @slot short-instructions - A few sentences that stay in sight.
 * @slot full-instructions - Everything else, shown in a dialog.
 * @slot good-example - Pictures or figures that show it done well.
 * @slot bad-example - Pictures or figures that show a mistake.
 * @slot footer - Controls of the page, in the bar with Submit.
 * @fires {CustomEvent<{entry: ManifestEntry}>} gt-ready - The item is shown and accepts input.
 * @fires {CustomEvent<{value: ClassificationAnswer}>} gt-change - The worker completed an edit.
 * @fires {CustomEvent<SubmitDetail>} gt-submit - The worker submitted. Cancelable.
 * @fires {CustomEvent<ReturnDetail>} gt-return - After auto-advance, the worker wants the item before this one back.
 * @fires {CustomEvent<ErrorDetail>} gt-error - Something the page gave cannot be used.
 * @csspart base - Everything.
 * @csspart header - The question.
 * @csspart stage - The item.
 * @csspart labels - The panel with the labels.
 * @csspart instructions - The instructions.
 * @csspart footer - The bar with Submit.
 */
export class GtClassificationTask extends LabelTaskElement<ClassificationAnswer> {
  static override readonly taskType = classification;

  /** Submits by itself shortly after a choice; the choice can be replaced until then. */
  @property({type: Boolean, attribute: 'auto-advance'}) autoAdvance = false;

  protected override readonly isMultiple = false;
  #advance: ReturnType<typeof setTimeout> | undefined;
  /** The item that was submitted by itself, until the next one has opened. */
  #left: {readonly entry: ManifestEntry; readonly name: string} | undefined;

  protected override taskOptions(): Partial<Task> {
    return {};
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#advance);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.isLocked || !this.autoAdvance) clearTimeout(this.#advance);
  }

  protected override itemOpened(): void {
    super.itemOpened();
    clearTimeout(this.#advance);
    this.#offerReturn();
  }

  override undo(): boolean {
    clearTimeout(this.#advance);
    return super.undo();
  }

  protected override pick({labels: [label], mergeKey}: LabelPick): void {
    if (label === undefined) return;
    const [before] = this.chosen;
    const name = this.nameOf(label);
    if (before?.label !== label) {
      const change = before ? replace(before, {...before, label}) : this.newChoice(label);
      this.commit(this.words.stepChoose(label), [change], mergeKey);
    }
    this.announcer.announce(this.words.chosen(name));
    if (this.autoAdvance) this.#advanceSoon(name, mergeKey === undefined);
  }

  #advanceSoon(name: string, isFinal: boolean): void {
    clearTimeout(this.#advance);
    const {entry} = this.task;
    this.toast.show(name, this.words.undo, () => {
      clearTimeout(this.#advance);
      this.undo();
      this.focus();
    });
    this.#advance = setTimeout(
      () => {
        this.#left = {entry, name};
        void this.submit();
      },
      isFinal ? autoAdvanceMs : autoAdvanceAfterDigitMs,
    );
  }

  /** After an item went by itself, the way back to it stays open for a moment: whoever gave it can give it again. */
  #offerReturn(): void {
    const left = this.#left;
    this.#left = undefined;
    if (!left || !this.autoAdvance || left.entry === this.task.entry) return;
    this.toast.show(left.name, this.words.undo, () => {
      this.dispatchEvent(
        new CustomEvent<ReturnDetail>('gt-return', {
          bubbles: true,
          composed: true,
          detail: {entry: left.entry},
        }),
      );
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-classification-task': GtClassificationTask;
  }
}
