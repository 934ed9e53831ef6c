import {html, type PropertyValues, type TemplateResult} from 'lit';
import {property, query, state} from 'lit/decorators.js';
import {isJsonObject, type JsonObject} from '../../base/json.js';
import {errorAt, type Problem} from '../../base/result.js';
import type {Keymap} from '../../editor/keymap.js';
import {sourceOf, type ManifestEntry} from '../../formats/entry.js';
import type {Frame} from '../../geometry/view.js';
import type {Change} from '../../model/change.js';
import type {AnnotationDocument} from '../../model/document.js';
import type {Task} from '../../tasks/task.js';
import type {GtImageViewer, ImageReadyDetail} from '../gt-image-viewer/gt-image-viewer.js';
import type {StageLayer, StageTool} from '../gt-image-viewer/stage-layer.js';
import type {ViewPolicy} from '../gt-image-viewer/stage-view.js';
import type {WheelPolicy} from '../gt-image-viewer/wheel-gestures.js';
import type {GtLabelPicker} from '../gt-label-picker/gt-label-picker.js';
import {chipStyles} from '../shared/chip.styles.js';
import {fillIn} from '../shared/fill-in.js';
import {capsOf, type ShortcutRow} from '../shared/shortcut-list.js';
import {TaskElement} from '../shared/task-element.js';
import {visibleString} from '../shared/visible-text.js';
import {contextMenuStyles} from './context-menu.styles.js';
import {HeldKeys} from './held-keys.js';
import {labelRows} from './label-rows.js';
import {pictureTaskStyles} from './picture-task.styles.js';
import type {StageDeskHost} from './stage-desk.js';
import {StageMemory, type DeskMemory} from './stage-memory.js';
import {toolBarStyles} from './tool-bar.styles.js';

/** What lies over the picture of a task, and who takes the pointers. */
export interface StageParts {
  readonly layer: StageLayer | undefined;
  readonly tool: StageTool;
  readonly words: {readonly stageRole: string; readonly stageKeys: string};
  /** What bars take at the top of the stage, in CSS pixels. */
  readonly roomAbove: number;
  /** The bar of the viewer is left out. */
  readonly withoutToolbar?: boolean;
}

/** A drawing that is no step yet. */
export interface OpenWork {
  readonly isDrawing: boolean;
  /** One was given up, and undo brings it back. */
  readonly hasDraft: boolean;
  /** A part of it was taken back, and redo brings it back. */
  readonly canStepForward: boolean;
}

/** A task that is done by drawing on a picture: shows it upright and knows when it is there. */
export abstract class PictureTaskElement<Answer extends JsonObject> extends TaskElement<Answer> {
  static override styles = [
    ...TaskElement.styles,
    chipStyles,
    toolBarStyles,
    contextMenuStyles,
    pictureTaskStyles,
  ];

  /** What a plain turn of the wheel does: `zoom`, `scroll` (Ctrl or ⌘ zooms), or `auto`: zoom once focused. */
  @property() wheel: WheelPolicy = 'auto';

  /** What the next picture does to the view: `fit`, `keep-zoom` or `keep-view` (same scale, same place). */
  @property({attribute: 'view'}) viewPolicy: ViewPolicy = 'fit';

  @state() protected hasPictureFailed = false;

  @query('gt-image-viewer') protected viewer!: GtImageViewer | null;
  @query('.side > gt-label-picker') protected picker!: GtLabelPicker | null;

  readonly #held = new HeldKeys(this);
  readonly #memory = new StageMemory({
    element: this,
    desk: () => (this.#deskMemory ??= this.makeMemory()),
    viewer: () => this.viewer,
    isThere: () => this.hasItem && this.task.frame !== undefined && !this.isComing,
    mayDraw: () => !this.isLocked && !this.isSubmitting,
  });
  #deskMemory: DeskMemory | undefined;
  /** Set by the page since the last update. */
  #given: {readonly draft?: JsonObject | undefined; readonly workplace?: JsonObject | undefined} = {};
  /** The picture that is on screen: which one, and how it is stored. */
  #shown: {readonly ref: string; readonly frame: Frame} | undefined;

  /** What is said while there is no picture to say anything about. */
  protected abstract get pictureWords(): {readonly noPicture: string; readonly pictureFailed: string};

  /** What is open on the stage; undo and redo take its parts back first. */
  protected abstract get openWork(): OpenWork;

  /** Opens the menu of what is selected, for the keys that open menus everywhere. False when there is none. */
  protected abstract openSelectionMenu(): boolean;

  /** What the desk keeps beyond the page. Called once. */
  protected abstract makeMemory(): DeskMemory;

  /** Something that the item starts with is still to come: what was open can be opened only on that. */
  protected get isComing(): boolean {
    return false;
  }

  /**
   * What is open and in no step yet, such as an outline, as plain data: to store when the page is hidden, and to set
   * again, before or after `entry`. What is not understood is left alone.
   */
  @property({attribute: false, noAccessor: true})
  get draft(): JsonObject | undefined {
    void this.task;
    return this.#given.draft ?? this.#memory.draft;
  }
  set draft(draft: JsonObject | undefined) {
    this.#given = {...this.#given, draft: isJsonObject(draft) ? draft : undefined};
    this.requestUpdate();
  }

  /** The same for how the worker has set things up: what is seen of the picture, tool, label, what is selected. */
  @property({attribute: false, noAccessor: true})
  get workplace(): JsonObject {
    void this.task;
    return this.#given.workplace ?? this.#memory.workplace;
  }
  set workplace(workplace: JsonObject | undefined) {
    this.#given = {...this.#given, workplace: isJsonObject(workplace) ? workplace : undefined};
    this.requestUpdate();
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

  /** The reference of the picture that is to be labelled. */
  protected get picture(): string | undefined {
    return pictureOf(this.task.entry);
  }

  protected override taskOptions(entry: ManifestEntry): Partial<Task> {
    const shown = this.#shown;
    return {
      coordinates: this.coordinates,
      ...(shown && shown.ref === pictureOf(entry) && {frame: shown.frame}),
    };
  }

  protected override get shortcutRows(): readonly ShortcutRow[] {
    return labelRows(this.shortcutWords, this.task.labels.length);
  }

  protected override get focusTarget(): HTMLElement | null {
    return this.viewer ?? this.picker;
  }

  protected override get undoStep(): string | undefined {
    const {isDrawing, hasDraft} = this.openWork;
    if (isDrawing) return this.words.drawingStep;
    return hasDraft ? this.words.givenUpStep : super.undoStep;
  }

  protected override get redoStep(): string | undefined {
    return this.openWork.canStepForward ? this.words.drawingStep : super.redoStep;
  }

  /** What is open may have changed: the buttons that take it back follow. */
  protected openWorkTouched(): void {
    this.#memory.touched();
    if (this.#isLookDue) return;
    this.#isLookDue = true;
    // Tools tell it in the middle of what they do.
    queueMicrotask(() => {
      this.#isLookDue = false;
      const {undoStep, redoStep} = this;
      if (undoStep !== this.#offered.undoStep || redoStep !== this.#offered.redoStep) this.requestUpdate();
      this.#offered = {undoStep, redoStep};
    });
  }
  #isLookDue = false;
  #offered: {readonly undoStep?: string | undefined; readonly redoStep?: string | undefined} = {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', this.#onMenuKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('keydown', this.#onMenuKey);
    this.#memory.stop();
  }

  /** The keys that open a menu everywhere; function keys are in no keymap of ours. */
  readonly #onMenuKey = (event: KeyboardEvent): void => {
    const isMenuKey = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
    const isOnStage = this.viewer?.shadowRoot?.activeElement?.matches('.stage') ?? false;
    if (!isMenuKey || event.defaultPrevented || !isOnStage) return;
    if (this.openSelectionMenu()) event.preventDefault();
  };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    fillIn<PictureTaskElement<Answer>>(this, {wheel: 'auto', viewPolicy: 'fit'});
    const {draft, workplace} = this.#given;
    this.#given = {};
    if (draft) this.#memory.draft = draft;
    if (workplace) this.#memory.workplace = workplace;
  }

  protected override updated(): void {
    super.updated();
    // A picture says itself when it is there, unless the item before showed the same one.
    if (this.hasItem && (this.task.frame || this.picture === undefined)) this.itemShown();
    // What comes back is shown by the next update.
    queueMicrotask(() => this.#memory.resume());
  }

  protected override itemOpened(): void {
    this.hasPictureFailed = false;
    this.#held.release();
    this.#memory.forget();
  }

  override reset(): void {
    this.#given = {};
    this.#memory.forget();
    super.reset();
  }

  /** What every desk needs of this element. */
  protected deskHost(): Omit<StageDeskHost, 'menu'> {
    return {
      words: () => this.strings.text,
      language: () => this.strings.language,
      isLocked: () => this.isLocked,
      viewer: () => this.viewer,
      commit: (name, changes, mergeKey) => this.commit(name, changes, mergeKey),
      announce: (message) => this.announcer.announce(visibleString(message)),
      refuse: (message) => this.toast.tell(message),
      offer: (message, action, run) => this.toast.ask(message, action, run),
      hold: (end, isTapKept) => this.#held.hold(end, isTapKept),
      undo: () => this.undo(),
      redo: () => this.redo(),
      looked: () => {
        this.#memory.touched();
        this.requestUpdate();
      },
      viewed: () => this.#memory.touched(),
    };
  }

  /** Nothing can be said about a picture that nobody sees, and how it is turned is known only once it is there. */
  protected override commit(name: string, changes: readonly Change[], mergeKey?: string): void {
    if (this.task.frame) super.commit(name, changes, mergeKey);
    else this.announcer.announce(this.pictureWords.noPicture);
  }

  protected override get answerProblems(): readonly Problem[] {
    const problems = super.answerProblems;
    if (this.task.frame || !this.hasItem) return problems;
    const {noPicture, pictureFailed} = this.pictureWords;
    const message = this.hasPictureFailed ? pictureFailed : noPicture;
    return [
      errorAt('picture', 'answer/no-picture', message),
      ...problems.filter(({code}) => code !== 'answer/no-picture'),
    ];
  }

  /** The caps of a command's first key, for tips. */
  protected keyOf(command: string): string | undefined {
    if (this.shortcuts !== 'all') return undefined;
    const key = this.activeKeymap.find((binding) => binding.command === command)?.keys[0];
    return key === undefined ? undefined : capsOf(key, this.strings.text.shortcuts.keys).join(' ');
  }

  /** Called when a picture is on screen. */
  protected pictureShown(): void {}

  readonly #onPicture = ({detail}: CustomEvent<ImageReadyDetail>): void => {
    const {width, height, orientation} = detail;
    this.#shown = {ref: this.viewer?.shownSrc ?? '', frame: {stored: {width, height}, orientation}};
    this.taskChanged();
    this.pictureShown();
    this.requestUpdate();
  };

  /** The picture with what lies over it: `parts` under the pointer, `panels` around it. */
  protected renderPicture(parts: StageParts, panels: TemplateResult): TemplateResult {
    const {picture} = this;
    if (picture === undefined) {
      return html`<div class="stage" part="stage">
        <p class="nothing-there">${this.words.nothingToShow}</p>
      </div>`;
    }
    return html`<div class="stage picture" part="stage">
      ${panels}
      <gt-image-viewer
        .src=${picture}
        .resolveSource=${this.resolveSource}
        .keymap=${noKeys}
        .shortcuts=${this.shortcuts}
        .layer=${parts.layer}
        .tool=${parts.tool}
        .coordinates=${this.coordinates}
        .stageDescription=${parts.words.stageKeys}
        .roleDescription=${parts.words.stageRole}
        .wheel=${this.wheel}
        .viewPolicy=${this.viewPolicy}
        .roomAbove=${parts.roomAbove}
        .withoutToolbar=${parts.withoutToolbar ?? false}
        with-status
        .alt=${this.header || this.words.picture}
        @gt-image-ready=${this.#onPicture}
        @gt-error=${() => (this.hasPictureFailed = true)}
      ></gt-image-viewer>
    </div>`;
  }
}

/** The viewer's own keys are off: the task has them all. */
const noKeys: Keymap = [];

/** The picture an entry is about. */
function pictureOf(entry: ManifestEntry): string | undefined {
  const source = sourceOf(entry);
  return source?.key === 'source-ref' ? source.value : undefined;
}
