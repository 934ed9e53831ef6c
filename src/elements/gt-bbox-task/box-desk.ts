import {BoxStage} from '../../canvas/box-stage.js';
import {defaultOptions, type BoxStatus, type StageOptions} from '../../canvas/stage-options.js';
import type {Outcome} from '../../editor/act.js';
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
import type {Direction} from '../../geometry/box-orientation.js';
import {boundsOf, type Box} from '../../geometry/box.js';
import {boxStatus} from '../../model/box-status.js';
import type {Change} from '../../model/change.js';
import type {Label} from '../../model/label.js';
import type {BoxRecord, RecordId} from '../../model/record.js';
import type {Strings} from '../../strings/strings.js';
import type {GtImageViewer} from '../gt-image-viewer/gt-image-viewer.js';
import type {StageInput, StageLayer} from '../gt-image-viewer/stage-layer.js';
import {lookOf, type Look} from '../shared/palette.js';
import type {Constraints} from './mini-bar.js';
import type {OverlayLook} from './tool-bar.js';
import {StagePointer, type PointerHost} from '../stage/stage-pointer.js';

/** What the desk needs of the element around it. */
export interface DeskHost {
  words(): Strings;
  language(): string;
  isLocked(): boolean;
  /** True when the item began with boxes of an earlier label, or suggested ones. */
  isAdjusting(): boolean;
  viewer(): GtImageViewer | null;
  grid(): NumberGrid;
  order(): ShapeOrder;
  commit(name: string, changes: readonly Change[], mergeKey?: string): void;
  /** Tells screen readers what came of an act. */
  announce(message: string): void;
  /** Calls `end` when the key that is down goes up; see {@link HeldKeys.hold}. */
  hold(end: () => void, isTapKept?: boolean): void;
  /** Shows a sentence with one thing to do about it. */
  offer(message: string, action: string, run: () => void): void;
  undo(): void;
  redo(): void;
  hasAttribute(name: string): boolean;
  /** Puts the focus into the field that finds labels. */
  searchLabels(): void;
  /** Puts the focus into the fields of the selected box. */
  focusFields(): boolean;
  menu(input: StageInput, at: PointerInput): void;
  /** What a finger has set in the place of Shift and Alt. */
  constraints(): Constraints;
  /** The pointer is at another place, or has left. */
  pointed(input: StageInput | undefined): void;
  /** The view has changed. */
  viewed(): void;
  /** How boxes look has changed. */
  looked(): void;
}

/** What a label that is not in the list looks like. */
const strange: Look = {color: '#808080', pattern: 'solid'};

/** Copied boxes can be pasted into any task of the page, also where each item has an element of its own. */
let clipboard: BoxClipboard | undefined;

/**
 * Everything boxes are made and changed with: drawing board, tools, crosshair, stage. The element around it shows what
 * is here and brings it the presses.
 */
export class BoxDesk {
  readonly drawing: Drawing;
  readonly context: ToolContext;
  readonly pointer: StagePointer;
  readonly cursor: KeyboardCursor;
  /** The boxes of the item before, for repeating them. */
  previous: readonly BoxRecord[] = [];
  readonly #host: DeskHost;
  readonly #index: BoxIndex;
  readonly #tools: Readonly<Record<ToolName, Tool>>;
  #stage: BoxStage | undefined;
  #layer: StageLayer | undefined;
  #labels: readonly Label[] = [];
  #look: Partial<StageOptions> = {};

  constructor(editor: Editor, host: DeskHost) {
    this.#host = host;
    this.#index = new BoxIndex(editor);
    this.drawing = new Drawing(editor);
    this.context = this.#makeContext();
    this.#tools = {
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
    this.#look = this.#looks([]);
  }

  get clipboard(): BoxClipboard | undefined {
    return clipboard;
  }
  set clipboard(copied: BoxClipboard) {
    clipboard = copied;
  }

  /** What paints the boxes; nothing while the element is not on a page. */
  get layer(): StageLayer | undefined {
    return this.#layer;
  }

  /** The tool in use. Where nobody may draw, boxes can still be picked to look at them. */
  get tool(): Tool {
    const mayDraw = !this.#host.isLocked() && this.#labels.length > 0;
    return mayDraw ? this.#tools[this.drawing.state.tool] : this.#tools.select;
  }

  get viewer(): GtImageViewer | null {
    return this.#host.viewer();
  }

  /** CSS pixels per picture pixel. */
  get scale(): number {
    return this.viewer?.sight?.view.scale ?? 1;
  }

  get grid(): NumberGrid {
    return this.#host.grid();
  }

  get order(): ShapeOrder {
    return this.#host.order();
  }

  get isStageFocused(): boolean {
    return this.viewer?.shadowRoot?.activeElement?.matches('.stage') ?? false;
  }

  /** What the selected boxes take up; nothing while none is selected. */
  get selectionBounds(): Box | undefined {
    return boundsOf(this.drawing.selected.map(({box}) => box));
  }

  // Life.

  open(): void {
    const {editor} = this.drawing;
    if (this.#stage) return;
    const stage = new BoxStage(editor, this.drawing, this.#index, this.#look);
    this.#stage = stage;
    this.#layer = {
      element: stage.element,
      look: (sight) => {
        stage.look(sight);
        this.#host.viewed();
      },
      paintInto: (context, sight) => stage.paintInto(context, sight),
      marks: () => stage.marks(),
    };
  }

  close(): void {
    this.#giveUp();
    this.#stage?.destroy();
    this.#stage = undefined;
    this.#layer = undefined;
  }

  /** Another item is on the desk: what was open on the one before is gone, what the worker set up stays. */
  startItem(): void {
    this.#giveUp();
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

  /** Nobody may draw any more: what is being drawn is gone, also while the pointer is down. */
  lock(): void {
    // Tools first: a gesture that ends with nothing open leaves no draft.
    for (const tool of Object.values(this.#tools)) tool.cancel();
    this.viewer?.cancelGesture();
  }

  setLabels(labels: readonly Label[]): void {
    if (labels === this.#labels) return;
    this.#labels = labels;
    const {label} = this.drawing.state;
    if (!labels.some((known) => known.label === label)) this.drawing.set({label: labels[0]?.label ?? ''});
    this.paint(this.#looks(labels));
  }

  /** Changes how boxes are painted. */
  paint(options: Partial<StageOptions>): void {
    this.#look = {...this.#look, ...options};
    this.#stage?.set(options);
    this.#host.looked();
  }

  /** What the worker chose of how boxes look. */
  get overlay(): OverlayLook {
    const {fillOpacity, isOutlineOnly, tags, hasGuides} = {...defaultOptions, ...this.#look};
    return {fillOpacity, isOutlineOnly, tags, hasGuides};
  }

  // Acts that need more than the drawing board.

  readonly tell = ({message}: Outcome): void => this.#host.announce(message);

  arm(tool: ToolName): boolean {
    this.#giveUp();
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
    this.pressLabel(this.#labels.findIndex((known) => known.label === label) + 1);
  }

  /** A label chosen by its key. Where the selection has it already, it becomes that of the next box. */
  pressLabel(place: number): boolean {
    const label = this.#labels[place - 1]?.label;
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

  offerUndo(message: string): void {
    this.#host.offer(message, this.#host.words().task.undo, () => this.#host.undo());
  }

  toggleNothing(removesBoxes = false): boolean {
    const outcome = toggleNothing(this.context, removesBoxes);
    this.tell(outcome);
    if (!outcome.done && outcome.reason === 'has-boxes') {
      const {deleteAll} = this.#host.words().boxTask;
      this.#host.offer(outcome.message, deleteAll, () => this.toggleNothing(true));
    }
    return true;
  }

  /** H: held, it hides all boxes for as long; tapped, it hides or shows them. */
  hideAll(): boolean {
    this.tell(toggleAllHidden(this.context));
    this.#host.hold(() => this.drawing.set({isAllHidden: false}), true);
    return true;
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

  toggleCursor(): boolean {
    if (!this.drawing.state.frame) return false;
    const {viewer} = this;
    const stage = viewer?.sight?.stage;
    const middle = stage && viewer?.screenToImage({x: stage.width / 2, y: stage.height / 2});
    this.#host.announce(this.cursor.isOn ? this.cursor.stop() : this.cursor.start(middle));
    return true;
  }

  /** Enter: a click at the crosshair; without it, the way into the fields of the selected box. */
  press(): boolean {
    if (!this.cursor.isOn) return this.drawing.state.selection.size !== 1 || this.#host.focusFields();
    const message = this.cursor.press();
    if (message) this.#host.announce(message);
    return true;
  }

  moveCursor(side: Direction, pixels: number): boolean {
    this.#tellCursor(this.cursor.move(side, pixels));
    return true;
  }

  jumpCursor(side: Direction): boolean {
    this.#tellCursor(this.cursor.jump(side));
    return true;
  }

  #tellCursor(message: string | undefined): void {
    const at = this.drawing.state.cursor;
    if (at) this.viewer?.reveal({left: at.x, top: at.y, width: 1, height: 1});
    this.#host.announce([this.cursor.place(), message].filter(Boolean).join(', '));
  }

  /** Takes one step of an open drawing back, or gives up what the pressed pointer does. */
  stepBack(): boolean {
    return this.tool.stepBack();
  }

  /** Unwinds one layer of what is going on (PTR-8). False when there is nothing left to unwind. */
  escape(): boolean {
    if (this.viewer?.cancelGesture()) return true;
    if (this.#giveUp()) {
      this.#host.announce(this.#host.words().boxes.takenBack);
      return true;
    }
    if (this.cursor.isOn) return this.toggleCursor();
    if (this.drawing.state.selection.size > 0) {
      selectOnly(this.context, []);
      this.#host.announce(this.#host.words().boxes.selectedNone);
      return true;
    }
    return this.drawing.state.tool !== 'select' && this.arm('select');
  }

  /** Brings a drawing back that was given up, before anything else is undone (PTR-9). */
  resumeDraft(): boolean {
    const draft = this.tool.isDrawing ? undefined : this.drawing.takeDraft();
    if (!draft) return false;
    if (draft.tool !== this.drawing.state.tool) this.arm(draft.tool);
    return this.tool.resume?.(draft.preview) ?? false;
  }

  /** Gives up what is being drawn; undo brings it back for the rest of the item. */
  #giveUp(): boolean {
    return this.tool.giveUp();
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

  #looks(labels: readonly Label[]): Partial<StageOptions> {
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
    return {
      sight: () => this.viewer?.sight,
      tool: () => this.tool,
      pans: (at) => this.#pans(at),
      wantsLoupe: () => {
        const {preview} = this.drawing.state;
        return preview?.kind === 'new' || (preview?.kind === 'change' && preview.isResize);
      },
      hasCursor: () => this.drawing.state.cursor !== undefined,
      hidesPointer: () => this.overlay.hasGuides,
      adapt: (at) => {
        const {isSquare, isCentred} = this.#host.constraints();
        const isTouch = at.pointer === 'touch';
        return {...at, shift: at.shift || (isTouch && isSquare), alt: at.alt || (isTouch && isCentred)};
      },
      pointerMoved: (input) => {
        this.#stage?.pointerAt(input?.point);
        if (!input) this.drawing.set({hovered: undefined});
        this.#host.pointed(input);
      },
      menu: (input, at) => {
        if (!this.#giveUp()) this.#host.menu(input, at);
      },
      undo: () => this.#host.undo(),
      redo: () => this.#host.redo(),
    };
  }

  /** A finger moves the picture beside the boxes; where nothing may be changed, every drag does. */
  #pans(at: PointerInput): boolean {
    if (this.#host.isLocked()) return true;
    const isBeside = () => hitAt(this.drawing, this.#index, at) === undefined;
    return at.pointer === 'touch' && this.drawing.state.tool === 'select' && isBeside();
  }
}
