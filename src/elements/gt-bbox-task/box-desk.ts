import {BoxStage} from '../../canvas/box-stage.js';
import {defaultOptions, type BoxStatus, type StageOptions} from '../../canvas/stage-options.js';
import {done, type Outcome} from '../../editor/act.js';
import type {BoxClipboard} from '../../editor/acts/copy-boxes.js';
import {chooseLabel, relabel} from '../../editor/acts/label-boxes.js';
import type {NumberGrid} from '../../editor/acts/move-boxes.js';
import {toggleNothing} from '../../editor/acts/remove-boxes.js';
import {selectOnly, type ShapeOrder} from '../../editor/acts/select-boxes.js';
import {toggleAllHidden} from '../../editor/acts/show-boxes.js';
import {BoxIndex} from '../../editor/box-index.js';
import {Drawing, type ToolName} from '../../editor/drawing.js';
import type {Editor} from '../../editor/editor.js';
import {hitAt} from '../../editor/hit.js';
import {KeyboardCursor} from '../../editor/keyboard-cursor.js';
import type {PointerInput, Tool, ToolContext} from '../../editor/tool.js';
import {DrawBoxTool} from '../../editor/tools/draw-box.js';
import {DrawExtremesTool} from '../../editor/tools/draw-extremes.js';
import {SelectTool} from '../../editor/tools/select.js';
import {boundsOf, type Box} from '../../geometry/box.js';
import {boxStatus} from '../../model/box-status.js';
import type {Label} from '../../model/label.js';
import type {BoxRecord, RecordId} from '../../model/record.js';
import type {StageInput} from '../gt-image-viewer/stage-layer.js';
import {lookOf, type Look} from '../shared/palette.js';
import type {Constraints} from './mini-bar.js';
import type {OverlayLook} from './tool-bar.js';
import {StageDesk, type DeskStage, type StageDeskHost} from '../stage/stage-desk.js';
import {StagePointer, type PointerHost} from '../stage/stage-pointer.js';

/** What the desk needs of the element around it. */
export interface DeskHost extends StageDeskHost {
  /** True when the item began with boxes of an earlier label, or suggested ones. */
  isAdjusting(): boolean;
  grid(): NumberGrid;
  order(): ShapeOrder;
  hasAttribute(name: string): boolean;
  /** Puts the focus into the field that finds labels. */
  searchLabels(): void;
  /** Puts the focus into the fields of the selected box. */
  focusFields(): boolean;
  /** What a finger has set in the place of Shift and Alt. */
  constraints(): Constraints;
  /** The pointer is at another place, or has left. */
  pointed(input: StageInput | undefined): void;
}

/** What a label that is not in the list looks like. */
const strange: Look = {color: '#808080', pattern: 'solid'};

/** Copied boxes can be pasted into any task of the page, also where each item has an element of its own. */
let clipboard: BoxClipboard | undefined;

/** Everything boxes are made and changed with. */
export class BoxDesk extends StageDesk<ToolName, Tool, Partial<StageOptions>> {
  readonly drawing: Drawing;
  readonly context: ToolContext;
  readonly pointer: StagePointer;
  readonly cursor: KeyboardCursor;
  /** The boxes of the item before, for repeating them. */
  previous: readonly BoxRecord[] = [];
  readonly #host: DeskHost;
  readonly #index: BoxIndex;
  protected readonly tools: Readonly<Record<ToolName, Tool>>;
  protected painted: Partial<StageOptions>;

  constructor(editor: Editor, host: DeskHost) {
    super(host);
    this.#host = host;
    this.#index = new BoxIndex(editor);
    this.drawing = new Drawing(editor);
    this.context = this.#makeContext();
    this.tools = {
      select: new SelectTool(this.context),
      box: new DrawBoxTool(this.context),
      extremes: new DrawExtremesTool(this.context),
    };
    this.cursor = new KeyboardCursor(
      this.context,
      () => this.tool,
      () => this.scale,
    );
    this.pointer = new StagePointer(this.#makePointerHost());
    this.painted = this.lookWith([]);
  }

  get board(): Drawing {
    return this.drawing;
  }

  get clipboard(): BoxClipboard | undefined {
    return clipboard;
  }
  set clipboard(copied: BoxClipboard) {
    clipboard = copied;
  }

  get grid(): NumberGrid {
    return this.#host.grid();
  }

  get order(): ShapeOrder {
    return this.#host.order();
  }

  /** What the selected boxes take up; nothing while none is selected. */
  get selectionBounds(): Box | undefined {
    return boundsOf(this.drawing.selected.map(({box}) => box));
  }

  protected makeStage(): DeskStage<Partial<StageOptions>> {
    return new BoxStage(this.drawing.editor, this.drawing, this.#index, this.painted);
  }

  /** Another item is on the desk: what was open on the one before is gone, what the worker set up stays. */
  startItem(): void {
    this.giveUp();
    this.drawing.set({
      selection: new Set(),
      hovered: undefined,
      preview: undefined,
      cursor: undefined,
      hiddenIds: new Set(),
      isAllHidden: false,
      lockedIds: new Set(),
    });
  }

  /** What the worker chose of how boxes look. */
  get overlay(): OverlayLook {
    const {fillOpacity, isOutlineOnly, tags, hasGuides} = {...defaultOptions, ...this.painted};
    return {fillOpacity, isOutlineOnly, tags, hasGuides};
  }

  arm(tool: ToolName): boolean {
    this.giveUp();
    this.drawing.set({tool, hovered: undefined});
    this.viewer?.refresh();
    this.#host.announce(this.#host.words().boxTask.tool[tool]);
    return true;
  }

  /** A label picked beside the stage: that of the selection with the select tool, else that of the next box. */
  pickLabel(label: string): void {
    if (this.drawing.state.tool === 'select' || this.tool.isDrawing)
      this.tell(chooseLabel(this.context, label));
    else this.drawing.set({label});
  }

  /** A label found by its name, as by its key. */
  findLabel(label: string): void {
    this.pressLabel(this.labels.findIndex((known) => known.label === label) + 1);
  }

  /** A label chosen by its key. Where the selection has it already, it becomes that of the next box. */
  pressLabel(place: number): boolean {
    const label = this.labels[place - 1]?.label;
    if (label === undefined) return false;
    const outcome = chooseLabel(this.context, label);
    if (outcome.done || outcome.reason !== 'unchanged') this.tell(outcome);
    else {
      this.drawing.set({label});
      this.#host.announce(this.#host.words().boxes.nextLabel(label));
    }
    return true;
  }

  /** True while a box that was drawn is being committed. */
  get isDrawn(): boolean {
    const kind = this.drawing.state.preview?.kind;
    return kind === 'new' || kind === 'points';
  }

  /** Names the box that was drawn last; the next one begins with the same label. */
  nameDrawn(label: string): void {
    this.drawing.set({label});
    this.tell(relabel(this.context, label));
  }

  show(ids: readonly RecordId[]): void {
    selectOnly(this.context, ids);
    const last = ids.at(-1);
    const record = last === undefined ? undefined : this.drawing.editor.state.document.records.get(last);
    if (record?.kind === 'box') this.viewer?.reveal(record.box);
  }

  zoomTo(ids: readonly RecordId[]): void {
    selectOnly(this.context, ids);
    if (this.selectionBounds) this.viewer?.zoomTo(this.selectionBounds);
  }

  searchLabels(): void {
    this.#host.searchLabels();
  }

  hasAttribute(name: string): boolean {
    return this.#host.hasAttribute(name);
  }

  toggleNothing(removesBoxes = false): boolean {
    const {deleteAll} = this.#host.words().boxTask;
    this.tellOrAsk(toggleNothing(this.context, removesBoxes), 'has-boxes', deleteAll, () =>
      this.toggleNothing(true),
    );
    return true;
  }

  protected toggleAllHidden(): Outcome {
    return toggleAllHidden(this.context);
  }

  /** Shows the names of all boxes while the key is down. */
  showTags(): boolean {
    const {tags} = this.overlay;
    this.paint({tags: 'always'});
    // What the worker has chosen meanwhile stays.
    this.#host.hold(() => this.overlay.tags === 'always' && this.paint({tags}));
    return true;
  }

  toggleGuides(): boolean {
    this.paint({hasGuides: !this.overlay.hasGuides});
    return true;
  }

  /** Enter: a click at the crosshair; without it, the way into the fields of the selected box. */
  press(): boolean {
    if (this.cursor.isOn) return this.pressCursor();
    return this.drawing.state.selection.size !== 1 || this.#host.focusFields();
  }

  protected selectNone(): Outcome {
    selectOnly(this.context, []);
    return done(this.#host.words().boxes.selectedNone, 0);
  }

  protected get takenBack(): string {
    return this.#host.words().boxes.takenBack;
  }

  /** Brings a drawing back that was given up, before anything else is undone (PTR-9). */
  resumeDraft(): boolean {
    const draft = this.tool.isDrawing ? undefined : this.drawing.takeDraft();
    if (!draft) return false;
    if (draft.tool !== this.drawing.state.tool) this.arm(draft.tool);
    return this.tool.resume?.(draft.preview) ?? false;
  }

  #makeContext(): ToolContext {
    const host = this.#host;
    return {
      editor: this.drawing.editor,
      drawing: this.drawing,
      index: this.#index,
      get words() {
        return host.words().boxes;
      },
      get language() {
        return host.language();
      },
      commit: (name, changes, mergeKey) => host.commit(name, changes, mergeKey),
      tell: (outcome: Outcome) => this.tell(outcome),
    };
  }

  protected lookWith(labels: readonly Label[]): Partial<StageOptions> {
    const looks = new Map(labels.map((label, index) => [label.label, {look: lookOf(label, index), index}]));
    return {
      lookOf: (label) => looks.get(label)?.look ?? strange,
      shortNameOf: (label) => String((looks.get(label)?.index ?? -1) + 1 || '?'),
      statusOf: (record) => this.#statusOf(record),
    };
  }

  #statusOf(record: BoxRecord): BoxStatus {
    if (record.isSuggestion) return 'suggested';
    if (!this.#host.isAdjusting()) return 'own';
    return boxStatus(this.drawing.editor.state.opened, record) === 'given' ? 'given' : 'own';
  }

  #makePointerHost(): PointerHost {
    return this.pointerHost({
      pans: (at) => this.#pans(at),
      wantsLoupe: () => {
        const {preview} = this.drawing.state;
        return preview?.kind === 'new' || (preview?.kind === 'change' && preview.isResize);
      },
      hidesPointer: () => this.overlay.hasGuides,
      adapt: (at) => {
        const {isSquare, isCentred} = this.#host.constraints();
        const isTouch = at.pointer === 'touch';
        return {...at, shift: at.shift || (isTouch && isSquare), alt: at.alt || (isTouch && isCentred)};
      },
      pointerMoved: (input) => {
        this.stage?.pointerAt?.(input?.point);
        if (!input) this.drawing.set({hovered: undefined});
        this.#host.pointed(input);
      },
      menu: (input, at) => {
        if (!this.giveUp()) this.#host.menu(input, at);
      },
    });
  }

  /** A finger moves the picture beside the boxes; where nothing may be changed, every drag does. */
  #pans(at: PointerInput): boolean {
    if (this.#host.isLocked()) return true;
    const isBeside = () => hitAt(this.drawing, this.#index, at) === undefined;
    return at.pointer === 'touch' && this.drawing.state.tool === 'select' && isBeside();
  }
}
