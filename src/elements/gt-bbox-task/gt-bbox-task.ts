import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {DrawingState} from '../../editor/drawing.js';
import type {Keymap} from '../../editor/keymap.js';
import {sourceOf, type ManifestEntry} from '../../formats/entry.js';
import type {Frame} from '../../geometry/view.js';
import {recordsOf, type AnnotationDocument} from '../../model/document.js';
import {bbox, type BboxAnswer} from '../../tasks/bbox.js';
import {pictureSize} from '../../tasks/box-grid.js';
import type {BoxAttribute, Task} from '../../tasks/task.js';
import type {BoxRequest} from '../gt-box-list/box-request.js';
import type {BoxRow, BoxSort} from '../gt-box-list/list-items.js';
import type {GtImageViewer, ImageReadyDetail} from '../gt-image-viewer/gt-image-viewer.js';
import type {GtLabelPicker, LabelPick} from '../gt-label-picker/gt-label-picker.js';
import {readJson, unread} from '../shared/given.js';
import type {ShortcutRow} from '../shared/shortcut-list.js';
import {TaskElement} from '../shared/task-element.js';
import {bboxKeymap} from './bbox-keymap.js';
import {BoxDesk} from './box-desk.js';
import {bboxTaskStyles} from './gt-bbox-task.styles.js';
import {countLabels, listRows} from './list-rows.js';
import {readBoxAttributes} from './read-box-attributes.js';

/**
 * @summary Boxes around things in a picture.
 */
export class GtBboxTask extends TaskElement<BboxAnswer> {
  static override readonly taskType = bbox;
  static override styles = [...[TaskElement.styles].flat(), bboxTaskStyles];

  /** What workers say about each box beside its label: names, or objects with name, type and options. JSON. */
  @property({attribute: 'box-attributes', converter: unread})
  get boxAttributes(): readonly (string | BoxAttribute)[] {
    return this.#boxAttributes;
  }
  set boxAttributes(given: readonly (string | BoxAttribute)[]) {
    const read = readJson(given, 'box-attributes');
    const {attributes, problems} = readBoxAttributes(read.ok ? read.value : undefined);
    this.#boxAttributes = attributes;
    this.notice('invalid-box-attributes', read.ok ? problems : read.problems);
    this.taskChanged();
  }

  @state() private sort: BoxSort = 'label';

  @query('gt-image-viewer') private viewer!: GtImageViewer | null;
  @query('gt-label-picker') private picker!: GtLabelPicker | null;

  readonly #desk = new BoxDesk(this.editor, {
    words: () => this.strings.text.boxes,
    language: () => this.strings.language,
    commit: (name, changes, mergeKey) => this.commit(name, changes, mergeKey),
    tell: (message) => this.announcer.announce(message),
    isLocked: () => this.isLocked,
    viewer: () => this.viewer,
  });
  /** The picture that is on screen: which one, and how it is stored. */
  #shown: {readonly ref: string; readonly frame: Frame} | undefined;
  #boxAttributes: readonly BoxAttribute[] = [];
  #listed: {readonly key: readonly unknown[]; readonly rows: readonly BoxRow[]} = {key: [], rows: []};

  constructor() {
    super();
    this.#desk.drawing.subscribe((now, before) => {
      if (isListed(now, before)) this.requestUpdate();
    });
  }

  /** Everything the worker has said about the item so far. */
  get document(): AnnotationDocument {
    void this.task;
    return this.editor.state.document;
  }

  /** Loads the next item's picture ahead, so that it is there when its turn comes. */
  async prefetch(entry: ManifestEntry): Promise<void> {
    const ref = pictureOf(entry);
    if (ref !== undefined) await this.viewer?.prefetchImage(ref);
  }

  protected override get defaultKeymap(): Keymap {
    return bboxKeymap;
  }

  protected override taskOptions(entry: ManifestEntry): Partial<Task> {
    const shown = this.#shown;
    return {
      coordinates: this.coordinates,
      boxAttributes: this.#boxAttributes,
      ...(shown && shown.ref === pictureOf(entry) && {frame: shown.frame}),
    };
  }

  protected override get shortcutRows(): readonly ShortcutRow[] {
    return [];
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.viewer ?? this.picker;
  }

  protected override focusPlace(at: string): void {
    const id = /^box:(.*)$/s.exec(at)?.[1];
    if (id !== undefined) this.#desk.show([id]);
    this.viewer?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#desk.open();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#desk.close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#desk.setLabels(this.task.labels);
    this.#desk.drawing.set({frame: this.task.frame});
  }

  protected override updated(): void {
    super.updated();
    // A picture says itself when it is there, unless the item before showed the same one.
    if (this.hasItem && (this.task.frame || this.#picture === undefined)) this.itemShown();
  }

  protected override itemOpened(): void {
    this.#desk.startItem();
  }

  protected override runCommand(command: string): boolean {
    return this.#desk.run(command) || super.runCommand(command);
  }

  get #picture(): string | undefined {
    return pictureOf(this.task.entry);
  }

  readonly #onPicture = ({detail}: CustomEvent<ImageReadyDetail>): void => {
    const {width, height, orientation} = detail;
    this.#shown = {ref: this.viewer?.shownSrc ?? '', frame: {stored: {width, height}, orientation}};
    this.taskChanged();
    this.requestUpdate();
  };

  protected override renderStage(): TemplateResult {
    const picture = this.#picture;
    if (picture === undefined) {
      return html`<div class="stage" part="stage">
        <p class="nothing-there">${this.words.nothingToShow}</p>
      </div>`;
    }
    return html`<div class="stage" part="stage">
      <gt-image-viewer
        .src=${picture}
        .resolveSource=${this.resolveSource}
        .keymap=${noKeys}
        .shortcuts=${this.shortcuts}
        .layer=${this.#desk.stage}
        .tool=${this.#desk.pointer}
        .alt=${this.header || this.words.picture}
        @gt-image-ready=${this.#onPicture}
      ></gt-image-viewer>
    </div>`;
  }

  protected override renderSide(): TemplateResult {
    const {drawing} = this.#desk;
    const {labels} = this.task;
    const {selection, hovered, label} = drawing.state;
    return html`<gt-label-picker
        .labels=${labels}
        .chosen=${[label]}
        .counts=${countLabels(recordsOf(this.document, 'box'))}
        .legend=${this.strings.text.labels.legend}
        ?readonly=${this.readonly}
        ?disabled=${this.isDisabled}
        @gt-label-pick=${this.#onLabel}
      ></gt-label-picker>
      <gt-box-list
        .boxes=${this.#rows}
        .selected=${selection}
        .hovered=${hovered}
        .labels=${labels}
        .boxAttributes=${this.#boxAttributes}
        .picture=${pictureSize(this.task)}
        .sort=${this.sort}
        ?readonly=${this.isLocked}
        @gt-box-request=${this.#onRequest}
      ></gt-box-list>`;
  }

  /** The rows of the list. Making them takes time with many boxes, so they stay until something in them differs. */
  get #rows(): readonly BoxRow[] {
    const {drawing} = this.#desk;
    const {hiddenIds, hiddenLabels, isAllHidden, lockedIds, lockedLabels} = drawing.state;
    const {opened} = this.editor.state;
    const key = [
      this.task,
      this.document,
      opened,
      hiddenIds,
      hiddenLabels,
      isAllHidden,
      lockedIds,
      lockedLabels,
    ];
    if (key.some((part, index) => part !== this.#listed.key[index]))
      this.#listed = {key, rows: listRows(drawing, this.task, this.answerProblems)};
    return this.#listed.rows;
  }

  readonly #onLabel = ({detail}: CustomEvent<LabelPick>): void => {
    const [label] = detail.labels;
    if (label !== undefined) this.#desk.pickLabel(label);
  };

  readonly #onRequest = ({detail}: CustomEvent<BoxRequest>): void => {
    if (detail.type === 'sort') this.sort = detail.sort;
    else this.#desk.ask(detail);
  };
}

/** The viewer's own keys are off: the task has them all. */
const noKeys: Keymap = [];

/** The picture an entry is about. */
function pictureOf(entry: ManifestEntry): string | undefined {
  const source = sourceOf(entry);
  return source?.key === 'source-ref' ? source.value : undefined;
}

/** True when something differs that stands beside the stage. What is being drawn is only painted. */
function isListed(now: DrawingState, before: DrawingState): boolean {
  return (Object.keys(now) as (keyof DrawingState)[]).some(
    (name) => name !== 'preview' && name !== 'cursor' && now[name] !== before[name],
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'gt-bbox-task': GtBboxTask;
  }
}
