import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import type {DrawingState} from '../../editor/drawing.js';
import type {Problem} from '../../base/result.js';
import type {Keymap} from '../../editor/keymap.js';
import type {ManifestEntry} from '../../formats/entry.js';
import {recordsOf} from '../../model/document.js';
import {bbox, type BboxAnswer} from '../../tasks/bbox.js';
import {pictureSize, toAnswerGrid} from '../../tasks/box-grid.js';
import type {BoxAttribute, Task} from '../../tasks/task.js';
import type {BoxRequest} from '../gt-box-list/box-request.js';
import type {GtBoxList} from '../gt-box-list/gt-box-list.js';
import type {BoxRow, BoxSort} from '../gt-box-list/list-items.js';
import type {LabelPick} from '../gt-label-picker/gt-label-picker.js';
import {fillIn} from '../shared/fill-in.js';
import {readJson, unread} from '../shared/given.js';
import {labelNumber, type ShortcutRow} from '../shared/shortcut-list.js';
import {PictureTaskElement, type OpenWork} from '../stage/picture-task-element.js';
import type {DeskMemory} from '../stage/stage-memory.js';
import {bboxKeymap} from './bbox-keymap.js';
import {drawingRows} from './bbox-shortcuts.js';
import {runBoxCommand} from './box-commands.js';
import {BoxDesk, type DeskHost} from './box-desk.js';
import {BoxMemory} from './box-memory.js';
import {answerBoxRequest} from './box-requests.js';
import {bboxTaskStyles} from './gt-bbox-task.styles.js';
import {countLabels, listRows} from './list-rows.js';
import {readBoxAttributes} from './read-box-attributes.js';
import {StagePanels, type PanelsHost} from './stage-panels.js';
import {sizeText} from '../stage/listed.js';

/** When the worker names a box: before drawing it, or right after, in a small picker beside it. */
export type LabelMode = 'first' | 'after';

/**
 * @summary Bounding boxes around things in a picture: by mouse, pen, finger or keyboard.
 *
 * Boxes count in the pixel grid of the picture's file unless `coordinates` says otherwise; the picture is always shown
 * upright. An earlier label of the entry, or `initialValue`, is where the worker starts; boxes that nobody touches go
 * out exactly as they came.
 *
 * @slot short-instructions - A few sentences that stay in sight.
 * @slot full-instructions - Everything else, shown in a dialog.
 * @slot good-example - Pictures or figures that show it done well.
 * @slot bad-example - Pictures or figures that show a mistake.
 * @slot footer - Controls of the page, in the bar with Submit.
 * @fires {CustomEvent<{entry: ManifestEntry}>} gt-ready - The picture is shown and accepts input.
 * @fires {CustomEvent<{value: BboxAnswer}>} gt-change - The worker completed an edit.
 * @fires {CustomEvent<DraftDetail>} gt-draft - What is open, or how things are set up, has changed: at most four times a second.
 * @fires {CustomEvent<SubmitDetail>} gt-submit - The worker submitted. Cancelable.
 * @fires {CustomEvent<ErrorDetail>} gt-error - Something the page gave cannot be used, or the picture cannot be shown.
 * @csspart base - Everything.
 * @csspart header - The question.
 * @csspart stage - The picture and what lies over it.
 * @csspart tools - The bar with the drawing tools.
 * @csspart mini-bar - The bar beside the selected box.
 * @csspart labels - The panel with the labels and the list of boxes.
 * @csspart instructions - The instructions.
 * @csspart footer - The bar with Submit.
 */
export class GtBboxTask extends PictureTaskElement<BboxAnswer> {
  static override readonly taskType = bbox;
  static override styles = [...PictureTaskElement.styles, bboxTaskStyles];

  /** `first`: the next box gets the label chosen before. `after`: a small picker beside each new box asks for it. */
  @property({attribute: 'label-mode'}) labelMode: LabelMode = 'first';

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

  @query('gt-box-list') private list!: GtBoxList | null;

  readonly #desk: BoxDesk;
  readonly #panels: StagePanels;
  /** The picker has been opened by its key: what is found there goes to the selection, as by a number key. */
  #isLabelSought = false;
  #boxAttributes: readonly BoxAttribute[] = [];
  #listed: {readonly key: readonly unknown[]; readonly rows: readonly BoxRow[]} = {key: [], rows: []};

  constructor() {
    super();
    this.#desk = new BoxDesk(this.editor, this.#makeHost());
    this.#panels = new StagePanels(this.#makePanelsHost(), this.#desk);
    this.#desk.drawing.subscribe((now, before) => {
      if (isListed(now, before)) this.requestUpdate();
      this.openWorkTouched();
      if (now.preview !== before.preview || now.selection !== before.selection) this.#panels.placeMiniBar();
      if (now.preview !== before.preview) this.#tellSize(now);
      if (now.selection !== before.selection) this.toast.goOn();
    });
    this.editor.subscribe((_state, cause) => {
      if (cause === 'commit' && this.labelMode === 'after' && this.#desk.isDrawn) this.#askForLabel();
    });
  }

  protected override get defaultKeymap(): Keymap {
    return bboxKeymap;
  }

  protected override taskOptions(entry: ManifestEntry): Partial<Task> {
    return {...super.taskOptions(entry), boxAttributes: this.#boxAttributes};
  }

  protected override get workRows(): readonly ShortcutRow[] {
    return drawingRows(this.shortcutWords);
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

  protected override openSelectionMenu(): boolean {
    return this.#panels.openMenuForSelection();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    fillIn<GtBboxTask>(this, {labelMode: 'first'});
    if (this.isLocked) this.#desk.lock();
    this.#desk.setLabels(this.task.labels);
    this.#desk.drawing.set({frame: this.task.frame});
  }

  protected override itemOpened(): void {
    super.itemOpened();
    this.#desk.startItem();
  }

  protected override itemLeft(): void {
    this.#desk.previous = recordsOf(this.editor.state.document, 'box');
  }

  protected override makeMemory(): DeskMemory {
    return new BoxMemory(this.#desk);
  }

  protected override get openWork(): OpenWork {
    const {tool, drawing} = this.#desk;
    return {isDrawing: tool.isDrawing, hasDraft: drawing.hasDraft, canStepForward: false};
  }

  override undo(): boolean {
    return this.#desk.stepBack() || this.#desk.resumeDraft() || super.undo();
  }

  protected override runCommand(command: string, repeats = 0): boolean {
    if (this.isDisabled) return super.runCommand(command);
    const place = labelNumber(command) ?? /^label-key-(\d+)$/.exec(command)?.[1];
    if (place !== undefined) return this.#desk.pressLabel(Number(place));
    if (command === 'label-search') {
      this.#searchLabels();
      return true;
    }
    return runBoxCommand(this.#desk, command, repeats) || super.runCommand(command);
  }

  #searchLabels(): void {
    this.#isLabelSought = true;
    void this.picker?.openSearch();
  }

  /** Asks for the label of the box that has just been drawn; it is selected a moment later. */
  #askForLabel(): void {
    queueMicrotask(() => this.#panels.openLabels((label) => this.#desk.nameDrawn(label)));
  }

  #makeHost(): DeskHost {
    const host = this.deskHost();
    return {
      ...host,
      isAdjusting: () => this.task.initial !== undefined,
      grid: () => (this.coordinates === 'displayed' ? 'shown' : 'stored'),
      order: () =>
        this.sort === 'created'
          ? {by: 'creation'}
          : {by: 'label', labels: this.task.labels.map(({label}) => label)},
      hasAttribute: (name) => this.#boxAttributes.some((attribute) => attribute.name === name),
      searchLabels: () => this.#searchLabels(),
      focusFields: () => this.list?.focusFields() ?? false,
      menu: (input, at) => this.#panels.openMenu(input, at),
      constraints: () => this.#panels.constraints,
      pointed: (input) => input && this.#panels.pointed(input),
      viewed: () => {
        host.viewed();
        this.#panels.placeMiniBar();
      },
    };
  }

  protected override get requiredMessage(): string {
    return this.strings.text.boxes.required;
  }

  protected override get pictureWords(): {readonly noPicture: string; readonly pictureFailed: string} {
    return this.strings.text.boxes;
  }

  protected override renderStage(): TemplateResult {
    const parts = {
      layer: this.#desk.layer,
      tool: this.#desk.pointer,
      words: this.strings.text.boxTask,
      roomAbove: this.#panels.roomAbove,
    };
    return this.renderPicture(parts, this.#panels.render());
  }

  /** The size of what is being drawn or resized, in the status line of the stage. */
  #tellSize({preview}: DrawingState): void {
    if (!this.viewer) return;
    const [changed] = preview?.kind === 'change' && preview.isResize ? preview.records.values() : [];
    const box = preview?.kind === 'new' ? preview.box : changed?.box;
    const shown = box && toAnswerGrid(box, this.task);
    const size = shown && {width: Math.round(shown.width), height: Math.round(shown.height)};
    this.viewer.status = size ? sizeText(size, this.strings.language) : '';
  }

  #makePanelsHost(): PanelsHost {
    return {
      element: this,
      words: () => this.strings.text.boxTask,
      language: () => this.strings.language,
      labels: () => this.task.labels,
      rows: () => this.#rows,
      isLocked: () => this.isLocked,
      keyOf: (command) => this.keyOf(command),
      undo: () => this.undo(),
      ask: (request) => answerBoxRequest(this.#desk, request),
    };
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
      this.submitProblems.length > 0,
    ];
    if (key.some((part, index) => part !== this.#listed.key[index]))
      this.#listed = {key, rows: listRows(drawing, this.task, this.#listProblems)};
    return this.#listed.rows;
  }

  /** What is worth a second look; and what is missing, once the worker has tried to submit. */
  get #listProblems(): readonly Problem[] {
    if (this.submitProblems.length > 0) return this.answerProblems;
    return this.answerProblems.filter(({severity}) => severity === 'warning');
  }

  readonly #onLabel = ({detail}: CustomEvent<LabelPick>): void => {
    const [label] = detail.labels;
    if (label === undefined) return;
    if (!this.#isLabelSought) return this.#desk.pickLabel(label);
    this.#isLabelSought = false;
    this.#desk.findLabel(label);
    // After the picker has put the focus on the row it found.
    setTimeout(() => this.viewer?.focus());
  };

  readonly #onRequest = ({detail}: CustomEvent<BoxRequest>): void => {
    if (detail.type === 'sort') this.sort = detail.sort;
    else answerBoxRequest(this.#desk, detail);
  };
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
