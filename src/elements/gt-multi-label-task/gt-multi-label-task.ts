import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, state} from 'lit/decorators.js';
import {remove, type Change} from '../../model/change.js';
import {multiLabel, type MultiLabelAnswer} from '../../tasks/multi-label.js';
import type {Task} from '../../tasks/task.js';
import type {LabelPick} from '../gt-label-picker/gt-label-picker.js';
import {unread} from '../shared/given.js';
import {LabelTaskElement} from '../shared/label-task-element.js';
import {readExclusion, type ExclusionCategory} from './exclusion.js';

/** Names said in a message before it only counts. */
const namedAtMost = 6;

/**
 * @summary Multi-label classification of a picture, a text or slotted content.
 *
 * @slot - Content to classify, such as audio or video, in place of the picture or text.
 * @slot short-instructions - A few sentences that stay in sight.
 * @slot full-instructions - Everything else, shown in a dialog.
 * @slot good-example - Pictures or figures that show it done well.
 * @slot bad-example - Pictures or figures that show a mistake.
 * @slot footer - Controls of the page, in the bar with Submit.
 * @fires {CustomEvent<{entry: ManifestEntry}>} gt-ready - The item is shown and accepts input.
 * @fires {CustomEvent<{value: MultiLabelAnswer}>} gt-change - The worker completed an edit.
 * @fires {CustomEvent<SubmitDetail>} gt-submit - The worker submitted. Cancelable.
 * @fires {CustomEvent<ErrorDetail>} gt-error - Something the page gave cannot be used.
 * @csspart base - Everything.
 * @csspart header - The question.
 * @csspart stage - The item.
 * @csspart labels - The panel with the labels.
 * @csspart instructions - The instructions.
 * @csspart footer - The bar with Submit.
 */
export class GtMultiLabelTask extends LabelTaskElement<MultiLabelAnswer> {
  static override readonly taskType = multiLabel;

  /** A choice that stands for "none of the labels": its text, or `{text}` as in crowd templates. */
  @property({attribute: 'exclusion-category', converter: unread})
  get exclusionCategory(): ExclusionCategory {
    return this.#exclusion;
  }
  set exclusionCategory(given: ExclusionCategory) {
    this.#exclusion = readExclusion(given);
  }

  /** Fewest labels of an answer; 1 when left out. */
  @property({type: Number}) min: number | undefined;

  /** Most labels of an answer; all when left out. */
  @property({type: Number}) max: number | undefined;

  @state() private refusal = '';

  protected override readonly isMultiple = true;
  #exclusion = '';

  protected override taskOptions(): Partial<Task> {
    const isCount = (count: number | undefined): count is number =>
      Number.isInteger(count) && Number(count) >= 0;
    return {
      ...(this.#exclusion ? {exclusionLabel: this.#exclusion} : {}),
      ...(isCount(this.min) ? {minLabels: this.min} : {}),
      ...(isCount(this.max) && this.max > 0 ? {maxLabels: this.max} : {}),
    };
  }

  protected override get exclusionLabel(): string {
    return this.#exclusion;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (['exclusionCategory', 'min', 'max'].some((name) => changed.has(name))) this.taskChanged();
    super.willUpdate(changed);
  }

  protected override itemOpened(): void {
    super.itemOpened();
    this.refusal = '';
  }

  protected override pick(pick: LabelPick): void {
    const before = this.chosen;
    const {changes, isOverMax} = this.#changesFor(pick);
    if (isOverMax) {
      this.refusal = this.words.tooMany(this.task.maxLabels ?? 0, this.strings.language);
      this.announcer.announce(this.refusal);
      return;
    }
    this.refusal = '';
    this.commit(this.#stepName(pick), changes, pick.mergeKey);
    this.#tell(before.length, pick);
  }

  /** What a pick changes. Turning on more labels than allowed changes nothing. */
  #changesFor({labels, checked, replaces}: LabelPick): {
    readonly changes: readonly Change[];
    readonly isOverMax: boolean;
  } {
    const chosen = new Map(this.chosen.map((record) => [record.label, record]));
    const wanted = new Set(chosen.keys());
    if (replaces !== undefined && !wanted.delete(replaces)) wanted.add(replaces);
    const exclusion = this.#exclusion;
    if (checked && exclusion && labels.includes(exclusion)) {
      wanted.clear();
      wanted.add(exclusion);
    } else {
      if (checked) wanted.delete(exclusion);
      for (const label of labels) {
        if (checked) wanted.add(label);
        else wanted.delete(label);
      }
    }
    const added = [...wanted].filter((label) => !chosen.has(label));
    const isOverMax = added.length > 0 && wanted.size > (this.task.maxLabels ?? Infinity);
    const removed = [...chosen.values()].filter(({label}) => !wanted.has(label));
    return {
      changes: [...removed.map(remove), ...added.map((label, index) => this.newChoice(label, index))],
      isOverMax,
    };
  }

  #stepName({labels, checked}: LabelPick): string {
    const [first = ''] = labels;
    if (labels.length === 1) return checked ? this.words.stepChoose(first) : this.words.stepClear(first);
    return checked ? this.words.stepChooseSeveral(labels.length) : this.words.stepClearSeveral(labels.length);
  }

  #tell(countBefore: number, {labels, checked}: LabelPick): void {
    const exclusion = this.#exclusion;
    if (checked && exclusion && labels.includes(exclusion)) {
      const message = countBefore === 0 ? '' : this.words.cleared(countBefore);
      this.announcer.announce(
        [this.words.chosen(this.nameOf(exclusion)), message].filter(Boolean).join('. '),
      );
      if (message) this.toast.show(message, this.words.undo, () => this.#undoFromToast());
      return;
    }
    this.toast.hide();
    const names = new Set(this.chosen.map(({label}) => label));
    const inOrder = this.task.labels.flatMap(({label}) => (names.has(label) ? [this.nameOf(label)] : []));
    const all = this.task.labels.length;
    this.announcer.announce(
      inOrder.length <= namedAtMost
        ? this.words.chosenOf(inOrder, all)
        : this.strings.text.labels.chosenCount(inOrder.length, all, this.strings.language),
    );
  }

  #undoFromToast(): void {
    this.undo();
    this.focus();
  }

  protected override renderSideMessage(): TemplateResult | typeof nothing {
    return this.refusal ? html`<p class="side-message">${this.refusal}</p>` : nothing;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-multi-label-task': GtMultiLabelTask;
  }
}
