import {html, nothing, type PropertyValues, type TemplateResult} from 'lit';
import {property, query} from 'lit/decorators.js';
import ScanSearch from 'lucide/dist/esm/icons/scan-search.mjs';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import Ellipsis from 'lucide/dist/esm/icons/ellipsis.mjs';
import Eye from 'lucide/dist/esm/icons/eye.mjs';
import EyeOff from 'lucide/dist/esm/icons/eye-off.mjs';
import LoaderCircle from 'lucide/dist/esm/icons/loader-circle.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import LockOpen from 'lucide/dist/esm/icons/lock-open.mjs';
import {errorAt, type Problem} from '../../base/result.js';
import {warnOnce} from '../../base/warn.js';
import {coverage} from '../../editor/mask-acts/coverage.js';
import {presentRegions} from '../../editor/mask-acts/changing.js';
import {toggleHiddenLabel, toggleLockedLabel} from '../../editor/mask-acts/show-regions.js';
import {selectRegions} from '../../editor/mask-acts/select-regions.js';
import type {MaskState, MaskToolName} from '../../editor/mask-board.js';
import type {Keymap} from '../../editor/keymap.js';
import type {ManifestEntry} from '../../formats/entry.js';
import {toAnswerGrid} from '../../tasks/box-grid.js';
import type {MaskRequest} from '../../tasks/mask-file.js';
import type {MaskAnswer} from '../../tasks/mask-answer.js';
import type {Task} from '../../tasks/task.js';
import type {Strings} from '../../strings/strings.js';
import type {Segmenter} from '../../vision/segmenter.js';
import type {LabelActDetail, LabelPick} from '../gt-label-picker/gt-label-picker.js';
import type {LabelAct} from '../gt-label-picker/label-row.js';
import type {RegionRequest, RegionRow} from '../gt-region-list/region-row.js';
import {cssProperties} from '../shared/css-properties.js';
import type {Finished, Said} from '../shared/finished-answer.js';
import {readJson, unread} from '../shared/given.js';
import {chip} from '../shared/chip.js';
import {icon} from '../shared/icon.js';
import {labelNumber, type ShortcutRow} from '../shared/shortcut-list.js';
import type {ErrorDetail} from '../shared/task-events.js';
import {visibleString, visibleText} from '../shared/visible-text.js';
import {PictureTaskElement, type OpenWork} from '../stage/picture-task-element.js';
import {sizeText} from '../stage/listed.js';
import {shareText} from '../stage/share-text.js';
import type {DeskMemory} from '../stage/stage-memory.js';
import {barsOn} from './bars-on.js';
import {runMaskCommand} from './mask-commands.js';
import {MaskDesk, type MaskDeskHost} from './mask-desk.js';
import {allTools, maskKeymap} from './mask-keymap.js';
import {finishMask} from './mask-output.js';
import {MaskMemory} from './mask-memory.js';
import {MaskPanels, type MaskPanelsHost} from './mask-panels.js';
import {answerRegionRequest} from './mask-requests.js';
import {paintingRows} from './mask-shortcuts.js';
import {MaskSource} from './mask-source.js';
import {maskTaskStyles} from './mask-task.styles.js';
import {readTools} from './read-tools.js';
import {WorkWatch} from './work-watch.js';
import {regionRows} from './region-rows.js';

/**
 * A task whose answer is a label for each pixel of a picture: what semantic and instance segmentation have in common.
 */
export abstract class MaskTaskElement<Answer extends MaskAnswer> extends PictureTaskElement<Answer> {
  static override styles = [...PictureTaskElement.styles, maskTaskStyles];

  /**
   * The tools that workers may use: a JSON list of `select`, `brush`, `eraser`, `shape`, `bucket`, `wand`,
   * `superpixels`, `segment`. All when left out.
   */
  @property({converter: unread})
  get tools(): readonly MaskToolName[] {
    return this.#tools;
  }
  set tools(given: readonly MaskToolName[]) {
    const read = readJson(given, 'tools');
    const {tools, problems} = readTools(read.ok ? read.value : undefined);
    this.#tools = tools;
    this.notice('invalid-tools', read.ok ? problems : read.problems);
  }

  /** Finds things for the tool “find a thing”, instead of the kit's own method. */
  @property({attribute: false}) segmenter: Segmenter | undefined;

  @query('gt-region-list') private list!: HTMLElement | null;
  @query('.coverage-more') private moreButton!: HTMLElement | null;

  readonly #desk: MaskDesk;
  readonly #panels: MaskPanels;
  readonly #source: MaskSource;
  #tools: readonly MaskToolName[] = allTools;
  /** The picker has been opened by its key: the focus goes back to the stage then. */
  #isLabelSought = false;
  #listed: {readonly key: readonly unknown[]; readonly rows: readonly RegionRow[]} = {key: [], rows: []};
  /** As on most stages, until it is known how large this one is. */
  #bars = barsOn({width: 1000, height: 700}, {isCoarse: false});
  #stageSize: ResizeObserver | undefined;

  constructor(hasInstances: boolean) {
    super();
    this.#desk = new MaskDesk(this.editor, hasInstances, this.#makeHost());
    this.#panels = new MaskPanels(this.#makePanelsHost(), this.#desk);
    this.#source = new MaskSource({
      resolveSource: () => this.resolveSource,
      words: () => this.strings.text.priorMask,
      changed: () => {
        this.taskChanged();
        this.requestUpdate();
      },
    });
    this.#desk.board.subscribe((now, before) => {
      if (isListed(now, before)) this.requestUpdate();
      this.openWorkTouched();
      this.#work.follow(now.isBusy || now.preview?.isBusy === true);
      if (now.selection !== before.selection) this.toast.goOn();
      if ((now.preview === undefined) !== (before.preview === undefined)) this.checkAgain();
    });
    // Strokes begin and end without a change of the state.
    this.#desk.board.onPixels(() => this.openWorkTouched());
  }

  protected get desk(): MaskDesk {
    return this.#desk;
  }

  protected override get defaultKeymap(): Keymap {
    return maskKeymap(this.#tools, this.#desk.board.hasInstances);
  }

  protected override get shortcutWords(): Strings['shortcuts'] {
    const {shortcuts, maskTask} = this.strings.text;
    return {...shortcuts, commands: {...shortcuts.commands, ...maskTask.commands}};
  }

  protected override get workRows(): readonly ShortcutRow[] {
    return paintingRows(this.shortcutWords, this.#desk.board.hasInstances);
  }

  protected override get pictureWords(): {readonly noPicture: string; readonly pictureFailed: string} {
    const {masks, maskTask} = this.strings.text;
    return {noPicture: masks.noPicture, pictureFailed: maskTask.pictureFailed};
  }

  protected override get requiredMessage(): string {
    return this.strings.text.maskTask.required;
  }

  protected override openSelectionMenu(): boolean {
    return this.#panels.openMenuForSelection();
  }

  protected override taskOptions(entry: ManifestEntry): Partial<Task> {
    const options = super.taskOptions(entry);
    return {...options, masks: this.#source.masksFor(options.frame?.stored)};
  }

  /** Loads the next item's picture ahead, and the mask that it starts with. */
  override async prefetch(entry: ManifestEntry): Promise<void> {
    await Promise.all([super.prefetch(entry), this.#source.prefetch(this.masksOf(entry))]);
  }

  protected override masksWanted(requests: readonly MaskRequest[]): void {
    if (this.isConnected) this.#source.want(requests);
    this.notice('invalid-mask', this.#source.problems);
  }

  protected override async finish(said: Said<Answer>): Promise<Finished<Answer>> {
    return finishMask(said, this.taskType);
  }

  protected override settle(endsStrokes: boolean): Promise<void> | undefined {
    return this.#desk.settle(endsStrokes);
  }

  protected override get undecided(): readonly Problem[] {
    if (!this.#desk.isWaiting) return [];
    return [errorAt('stage', 'answer/undecided', this.strings.text.maskTask.undecided)];
  }

  protected override focusPlace(at: string): void {
    const number = Number(/^region:(\d+)$/.exec(at)?.[1]);
    if (Number.isFinite(number)) {
      selectRegions(this.#desk.context, [number]);
      this.#desk.reveal([number]);
    }
    if (at === 'label' || (at.startsWith('region') && this.list)) this.list?.focus();
    else this.viewer?.focus();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#desk.open();
    this.#stageSize = new ResizeObserver(this.#onStageSize);
    this.taskChanged();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stageSize?.disconnect();
    this.#source.stop();
    this.#work.stop();
    this.#desk.close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('resolveSource')) this.#source.retry();
    super.willUpdate(changed);
    if (this.isLocked) this.#desk.lock();
    this.#desk.setLabels(this.task.labels);
    this.#desk.board.set({frame: this.task.frame});
    const {tool} = this.#desk.board.state;
    if (!this.#tools.includes(tool))
      this.#desk.arm(this.#tools.find((other) => other !== 'select') ?? 'select');
    if (changed.has('segmenter') && this.hasUpdated) this.pictureShown();
  }

  protected override updated(): void {
    super.updated();
    const stage = this.renderRoot.querySelector('.stage');
    if (stage) this.#stageSize?.observe(stage);
    if (this.viewer) this.viewer.status = this.#sizeOfSelected;
  }

  /** How large the box around the selected instance is, in the pixels of the answer (INS-6). */
  get #sizeOfSelected(): string {
    const {board, selectionBounds} = this.#desk;
    if (!board.hasInstances || board.state.selection.size !== 1 || !selectionBounds) return '';
    return sizeText(toAnswerGrid(selectionBounds, this.task), this.strings.language);
  }

  /** The bars over the picture wrap where they have no room beside each other; the picture is fitted below them. */
  readonly #onStageSize: ResizeObserverCallback = ([entry]) => {
    const bars = barsOn(entry?.contentRect ?? {width: 0, height: 0}, {
      isCoarse: matchMedia('(pointer: coarse)').matches,
    });
    if (bars.isCompact === this.#bars.isCompact && bars.roomAbove === this.#bars.roomAbove) return;
    this.#bars = bars;
    // In the next frame, because a change of size within the callback would be a loop.
    requestAnimationFrame(() => this.requestUpdate());
  };

  protected override itemOpened(): void {
    super.itemOpened();
    this.#desk.startItem();
  }

  protected override pictureShown(): void {
    const {viewer} = this;
    const {frame} = this.task;
    if (!viewer || !frame) return;
    this.#desk.setPicture({
      blob: viewer.pictureBlob,
      frame,
      key: viewer.shownSrc,
      segmenter: this.segmenter,
      segmenterFailed: this.#onSegmenterFailed,
      sentences: () => this.strings.text.maskTask,
    });
  }

  /** The person is told by the tool; this is for whoever made the page. */
  readonly #onSegmenterFailed = (cause: unknown): void => {
    const why = cause instanceof Error ? cause.message : String(cause);
    const message = `<${this.localName}>: the page's segmenter failed: ${why}`;
    warnOnce(message);
    this.dispatchEvent(
      new CustomEvent<ErrorDetail>('gt-error', {
        bubbles: true,
        composed: true,
        detail: {code: 'segmenter-failed', message, cause},
      }),
    );
  };

  /** Says that something is being worked out, once that takes long enough to wonder. */
  readonly #work = new WorkWatch((time) => {
    const {working, tooLong} = this.strings.text.maskTask;
    if (time === 'long') this.announcer.announce(working);
    if (time === 'too-long' && this.#desk.isLooking) this.announcer.announce(tooLong);
    this.requestUpdate();
  });

  readonly #stopWork = (): void => {
    this.#desk.stopWork();
    this.viewer?.focus();
  };

  /** What helps against work that takes too long, or for ever. */
  #renderWork(): TemplateResult | typeof nothing {
    if (this.#work.time !== 'too-long' || !this.#desk.isLooking) return nothing;
    const {tooLong, stop} = this.strings.text.maskTask;
    return html`<div class="prior long-work" role="group">
      <span>${tooLong}</span>
      <button class="button" type="button" @click=${this.#stopWork}>${stop}</button>
    </div>`;
  }

  protected override makeMemory(): DeskMemory {
    return new MaskMemory(this.#desk);
  }

  protected override get isComing(): boolean {
    return this.#source.state !== 'settled';
  }

  /** Makes a step of the stroke on its way, as when the page is hidden. */
  endStrokes(): void {
    if (!this.isLocked) this.#desk.endStrokes();
  }

  protected override get openWork(): OpenWork {
    const {tool, board} = this.#desk;
    return {
      isDrawing: tool.isDrawing,
      hasDraft: board.drafts.hasDraft,
      canStepForward: tool.canStepForward ?? false,
    };
  }

  override undo(): boolean {
    return this.#desk.stepBack() || this.#desk.resumeDraft() || super.undo();
  }

  override redo(): boolean {
    return this.#desk.stepForward() || super.redo();
  }

  protected override runCommand(command: string, repeats = 0): boolean {
    if (this.isDisabled) return super.runCommand(command);
    const place = labelNumber(command) ?? /^label-key-(\d+)$/.exec(command)?.[1];
    if (place !== undefined) return this.#desk.pressLabel(Number(place));
    if (command === 'label-search') {
      this.#isLabelSought = true;
      void this.picker?.openSearch();
      return true;
    }
    return runMaskCommand(this.#desk, command) || super.runCommand(command, repeats);
  }

  /** Nothing may be painted before the mask is there that the item starts with. */
  get #isUnpaintable(): boolean {
    return this.isLocked || this.isSubmitting || this.#source.state !== 'settled';
  }

  #makeHost(): MaskDeskHost {
    return {
      ...this.deskHost(),
      isUnpaintable: () => this.#isUnpaintable,
      tools: () => this.#tools,
      menu: (input, at) => this.#panels.openMenu(input, at),
    };
  }

  #makePanelsHost(): MaskPanelsHost {
    return {
      element: this,
      words: () => this.strings.text.maskTask,
      language: () => this.strings.language,
      tools: () => this.#tools,
      isLocked: () => this.isLocked,
      keyOf: (command) => this.keyOf(command),
      stop: () => {
        const isWorthIt = this.#work.time === 'long' || this.#work.time === 'too-long';
        return isWorthIt && this.#desk.isLooking ? this.#stopWork : undefined;
      },
    };
  }

  protected override renderStage(): TemplateResult {
    const parts = {
      layer: this.#desk.layer,
      tool: this.#desk.pointer,
      words: this.strings.text.maskTask,
      roomAbove: this.#bars.roomAbove,
      withoutToolbar: this.#bars.isCompact && !this.#panels.isViewShown,
    };
    return this.renderPicture(
      parts,
      html`${this.#panels.render(this.#bars.isCompact)} ${this.#renderPrior()} ${this.#renderWork()}`,
    );
  }

  /** What has become of the mask that the item starts with, while it is not there. */
  #renderPrior(): TemplateResult | typeof nothing {
    const {state} = this.#source;
    const words = this.strings.text.priorMask;
    if (state === 'settled' || !this.task.frame) return nothing;
    if (state === 'loading') {
      return html`<div class="prior" role="status">
        <span class="spinner">${icon(LoaderCircle)}</span>${words.loading}
      </div>`;
    }
    return html`<div class="prior" role="group">
      <span>${words.decide}</span>
      <button class="button" type="button" @click=${() => this.#source.retry()}>${words.retry}</button>
      <button class="button quiet" type="button" @click=${() => this.#source.leaveOut()}>
        ${words.leaveOut}
      </button>
    </div>`;
  }

  protected override renderSide(): TemplateResult {
    const {board} = this.#desk;
    const {labels} = this.task;
    const {language} = this.strings;
    const covered = coverage(
      board,
      labels.map(({label}) => label),
    );
    const notes = new Map(
      [...(covered?.byLabel ?? [])]
        .filter(([, {pixels}]) => pixels > 0)
        .map(([label, {share}]) => [label, shareText(share, language)]),
    );
    return html`${this.#renderCoverage(covered)}
      <gt-label-picker
        .labels=${labels}
        .chosen=${[board.state.label]}
        .notes=${notes}
        .acts=${this.#labelActs}
        .legend=${this.strings.text.labels.legend}
        ?readonly=${this.readonly}
        ?disabled=${this.isDisabled}
        @gt-label-pick=${this.#onLabel}
        @gt-label-act=${this.#onLabelAct}
      ></gt-label-picker>
      ${board.hasInstances ? this.#renderList() : nothing}`;
  }

  /** How much is labelled, at a glance and in words, and what helps to finish. */
  #renderCoverage(covered: ReturnType<typeof coverage>): TemplateResult {
    const words = this.strings.text.maskTask;
    const {language} = this.strings;
    const parts = [...(covered?.byLabel ?? [])].filter(([, {pixels}]) => pixels > 0);
    const rest = covered?.unlabelled;
    return html`<div class="coverage">
      <div class="coverage-line">
        ${this.#renderLabelButton()}
        <span class="coverage-rest"
          >${
            rest === undefined
              ? nothing
              : rest.pixels === 0
                ? words.allLabelled
                : words.unlabelledShare(shareText(rest.share, language))
          }</span
        >
        <button
          class="button quiet icon"
          type="button"
          aria-label=${words.nextUnlabelled}
          aria-keyshortcuts=${this.keyOf('next-unlabelled') ?? nothing}
          title=${words.nextUnlabelled}
          ?disabled=${rest === undefined || rest.pixels === 0}
          @click=${() => this.#desk.nextArea('unlabelled')}
        >
          ${icon(ScanSearch)}
        </button>
        <button
          class="button quiet icon coverage-more"
          type="button"
          aria-label=${words.fixUps}
          aria-haspopup="menu"
          title=${words.fixUps}
          ?disabled=${this.isLocked || this.#desk.board.regions.length === 0}
          @click=${this.#openCorrections}
        >
          ${icon(Ellipsis)}
        </button>
      </div>
      <div class="coverage-bar" aria-hidden="true">
        ${parts.map(
          ([label, {share}]) =>
            html`<span
              ${cssProperties({
                '--_share': `${share * 100}%`,
                '--_color': this.#desk.looks.ofLabel(label).color,
              })}
            ></span>`,
        )}
      </div>
    </div>`;
  }

  /** Which label is painted, where the list of labels is below the picture and may be out of sight. */
  #renderLabelButton(): TemplateResult | typeof nothing {
    const {label} = this.#desk.board.state;
    if (label === '' || this.isLocked) return nothing;
    const {legend} = this.strings.text.labels;
    const toggle = (event: MouseEvent): void =>
      this.#panels.toggleLabels(event.currentTarget as HTMLElement, legend, event.detail === 0);
    return html`<button
      class="button quiet coverage-label"
      type="button"
      aria-label=${`${legend}: ${visibleString(label)}`}
      aria-haspopup="dialog"
      aria-expanded=${String(this.#panels.areLabelsOpen)}
      @click=${toggle}
    >
      ${chip(this.#desk.looks.ofLabel(label))}<bdi>${visibleText(label)}</bdi>${icon(ChevronDown)}
    </button>`;
  }

  #renderList(): TemplateResult {
    const {board} = this.#desk;
    const {selection, hovered, instance} = board.state;
    return html`<gt-region-list
      .regions=${this.#rows}
      .selected=${selection}
      .hovered=${hovered}
      .current=${instance}
      .labels=${this.task.labels}
      ?readonly=${this.isLocked}
      @gt-region-request=${this.#onRequest}
    ></gt-region-list>`;
  }

  /** The rows of the list stay until something in them differs. */
  get #rows(): readonly RegionRow[] {
    const {board, looks} = this.#desk;
    const {hiddenNumbers, hiddenLabels, isAllHidden, lockedNumbers, lockedLabels, frame} = board.state;
    const parts = [hiddenNumbers, hiddenLabels, isAllHidden, lockedNumbers, lockedLabels, frame];
    const key = [this.document, this.task.labels, ...parts];
    if (key.some((part, index) => part !== this.#listed.key[index]))
      this.#listed = {key, rows: regionRows(board, this.task.labels, looks)};
    return this.#listed.rows;
  }

  /** Hiding and locking whole labels. */
  get #labelActs(): readonly LabelAct[] {
    const words = this.strings.text.maskTask;
    const {hiddenLabels, lockedLabels} = this.#desk.board.state;
    const isHidden = (label: string): boolean => hiddenLabels.has(label);
    const isKept = (label: string): boolean => lockedLabels.has(label);
    return [
      {
        act: 'hide',
        shapes: (label) => (isHidden(label) ? EyeOff : Eye),
        name: (label) => (isHidden(label) ? words.show : words.hide),
        isOn: isHidden,
      },
      ...(this.isLocked
        ? []
        : [
            {
              act: 'lock',
              shapes: (label: string) => (isKept(label) ? Lock : LockOpen),
              name: (label: string) => (isKept(label) ? words.unlock : words.lock),
              isOn: isKept,
            },
          ]),
    ];
  }

  readonly #openCorrections = (): void => {
    if (this.moreButton) this.#panels.openCorrections(this.moreButton, presentRegions(this.#desk.context));
  };

  readonly #onLabel = ({detail}: CustomEvent<LabelPick>): void => {
    const [label] = detail.labels;
    if (label === undefined) return;
    this.#desk.pickLabel(label);
    if (!this.#isLabelSought) return;
    this.#isLabelSought = false;
    // After the picker has put the focus on the row it found.
    setTimeout(() => this.viewer?.focus());
  };

  readonly #onLabelAct = ({detail: {act, label}}: CustomEvent<LabelActDetail>): void => {
    const {context} = this.#desk;
    this.#desk.tell(act === 'hide' ? toggleHiddenLabel(context, label) : toggleLockedLabel(context, label));
  };

  readonly #onRequest = ({detail}: CustomEvent<RegionRequest>): void =>
    answerRegionRequest(this.#desk, detail);
}

/** What follows the pointer is only painted. */
const onlyPainted: ReadonlySet<keyof MaskState> = new Set<keyof MaskState>(['footprint', 'cursor']);

/** True when something differs that stands beside the stage, or in its bars. */
function isListed(now: MaskState, before: MaskState): boolean {
  return (Object.keys(now) as (keyof MaskState)[]).some((name) => {
    if (onlyPainted.has(name) || now[name] === before[name]) return false;
    // Of a preview only counts that there is one, or will be.
    return (
      name !== 'preview' ||
      (now.preview === undefined) !== (before.preview === undefined) ||
      now.preview?.isBusy !== before.preview?.isBusy
    );
  });
}
