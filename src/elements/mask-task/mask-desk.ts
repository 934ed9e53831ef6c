import {defaultMaskOptions, type MaskOptions} from '../../canvas/mask-options.js';
import {MaskStage} from '../../canvas/mask-stage.js';
import type {Outcome} from '../../editor/act.js';
import type {Editor} from '../../editor/editor.js';
import {AreaWalk} from '../../editor/mask-acts/areas.js';
import {newInstance} from '../../editor/mask-acts/instances.js';
import {chooseLabel} from '../../editor/mask-acts/label-regions.js';
import {pickAt} from '../../editor/mask-acts/pick-label.js';
import {toggleNothing} from '../../editor/mask-acts/remove-regions.js';
import {resizeBrush} from '../../editor/mask-acts/settings.js';
import {toggleAllHidden} from '../../editor/mask-acts/show-regions.js';
import {MaskBoard, type MaskToolName} from '../../editor/mask-board.js';
import type {MaskContext} from '../../editor/mask-context.js';
import {MaskCursor} from '../../editor/mask-cursor.js';
import type {MaskTool} from '../../editor/mask-tool.js';
import type {PointerInput} from '../../editor/tool.js';
import {BucketTool} from '../../editor/tools/bucket.js';
import {DrawShapeTool} from '../../editor/tools/draw-shape.js';
import {PaintTool} from '../../editor/tools/paint.js';
import {PickRegionTool} from '../../editor/tools/pick-region.js';
import {SegmentTool} from '../../editor/tools/segment.js';
import {SuperpixelsTool} from '../../editor/tools/superpixels.js';
import {WandTool} from '../../editor/tools/wand.js';
import type {Direction} from '../../geometry/box-orientation.js';
import {boundsOf} from '../../geometry/box.js';
import type {ImagePoint} from '../../geometry/point.js';
import type {Change} from '../../model/change.js';
import type {Label} from '../../model/label.js';
import type {Strings} from '../../strings/strings.js';
import {MaskInWorker} from '../../workers/mask-work.js';
import {PictureInWorker, type PictureWorkOptions} from '../../workers/picture-work.js';
import type {GtImageViewer} from '../gt-image-viewer/gt-image-viewer.js';
import type {StageInput, StageLayer} from '../gt-image-viewer/stage-layer.js';
import {StagePointer, type PointerHost} from '../stage/stage-pointer.js';
import {resizedOptions} from './option-sizes.js';
import type {MaskSight} from './mask-tool-bar.js';
import type {Sign} from './option-bar.js';
import {regionBounds} from './region-bounds.js';
import {RegionLooks} from './region-look.js';

/** What the desk needs of the element around it. */
export interface MaskDeskHost {
  words(): Strings;
  language(): string;
  isLocked(): boolean;
  /** Nothing may be painted now, for a while or for good. */
  isUnpaintable(): boolean;
  viewer(): GtImageViewer | null;
  tools(): readonly MaskToolName[];
  commit(name: string, changes: readonly Change[], mergeKey?: string): void;
  /** Tells screen readers what came of an act. */
  announce(message: string): void;
  /** Calls `end` when the key that is down goes up; see {@link HeldKeys.hold}. */
  hold(end: () => void, isTapKept?: boolean): void;
  /** Shows a sentence with one thing to do about it. */
  offer(message: string, action: string, run: () => void): void;
  undo(): void;
  redo(): void;
  menu(input: StageInput, at: PointerInput): void;
  /** How the mask looks, or what the tools are set to, has changed. */
  looked(): void;
}

/** Tools that read the picture's own pixels. */
const readers: ReadonlySet<MaskToolName> = new Set<MaskToolName>(['wand', 'superpixels', 'segment']);
/** Tools whose presses add or, with Alt, take away. */
const signed: ReadonlySet<MaskToolName> = new Set<MaskToolName>(['wand', 'superpixels', 'segment']);

/** From this size on screen, in CSS pixels, the ring of the brush is enough of a pointer. */
const ringIsEnough = 14;

/** How long the mask is shown and not shown while it is compared with the picture. */
const flickerMs = 450;

/**
 * Everything masks are made and changed with: board, tools, crosshair, stage. The element around it shows what is here
 * and brings it the presses.
 */
export class MaskDesk {
  readonly board: MaskBoard;
  readonly context: MaskContext;
  readonly pointer: StagePointer;
  readonly looks: RegionLooks;
  readonly cursor: MaskCursor;
  readonly #host: MaskDeskHost;
  readonly #tools: Readonly<Record<MaskToolName, MaskTool>>;
  readonly #walk: AreaWalk;
  #stage: MaskStage | undefined;
  #layer: StageLayer | undefined;
  #work: MaskInWorker | undefined;
  #picture: PictureInWorker | undefined;
  #labels: readonly Label[] = [];
  #look: MaskOptions;
  #sign: Sign = 'plus';
  /** Where the crosshair was when it was pressed last, with this tool. */
  #pressedAt: ImagePoint | undefined;

  constructor(editor: Editor, hasInstances: boolean, host: MaskDeskHost) {
    this.#host = host;
    this.board = new MaskBoard(editor, {hasInstances});
    this.looks = new RegionLooks(this.board);
    this.context = this.#makeContext();
    this.#walk = new AreaWalk(this.context);
    const paint = new PaintTool(this.context);
    this.#tools = {
      select: new PickRegionTool(this.context),
      brush: paint,
      eraser: paint,
      shape: new DrawShapeTool(this.context),
      bucket: new BucketTool(this.context),
      wand: new WandTool(this.context),
      superpixels: new SuperpixelsTool(this.context),
      segment: new SegmentTool(this.context),
    };
    this.cursor = new MaskCursor(
      this.context,
      () => this.tool,
      () => this.scale,
    );
    this.pointer = new StagePointer(this.#makePointerHost());
    this.#look = {
      ...defaultMaskOptions,
      lookOf: (number) => this.looks.of(number),
      activeLook: () => this.looks.active(),
    };
  }

  /** What paints the mask; nothing while the element is not on a page. */
  get layer(): StageLayer | undefined {
    return this.#layer;
  }

  /** The tool in use. Where nobody may paint, areas can still be picked to look at them. */
  get tool(): MaskTool {
    const mayPaint = !this.#host.isLocked() && this.#labels.length > 0;
    return mayPaint ? this.#tools[this.board.state.tool] : this.#tools.select;
  }

  get viewer(): GtImageViewer | null {
    return this.#host.viewer();
  }

  /** CSS pixels per picture pixel. */
  get scale(): number {
    return this.viewer?.sight?.view.scale ?? 1;
  }

  get isStageFocused(): boolean {
    return this.viewer?.shadowRoot?.activeElement?.matches('.stage') ?? false;
  }

  get labels(): readonly Label[] {
    return this.#labels;
  }

  // Life.

  open(): void {
    if (this.#stage) return;
    const stage = new MaskStage(this.board, this.#look);
    this.#stage = stage;
    this.#layer = {
      element: stage.element,
      look: (sight) => stage.look(sight),
      paintInto: (context, sight) => stage.paintInto(context, sight),
    };
  }

  close(): void {
    this.#giveUp();
    this.#endCompare();
    this.#stage?.destroy();
    this.#stage = undefined;
    this.#layer = undefined;
    this.setPicture(undefined);
    this.#work?.close();
    this.#work = undefined;
  }

  /** Another item is on the desk: what was open on the one before is gone, what the worker set up stays. */
  startItem(): void {
    this.#giveUp();
    this.board.set({
      instance: undefined,
      selection: new Set(),
      hovered: undefined,
      preview: undefined,
      footprint: undefined,
      cursor: undefined,
      hiddenNumbers: new Set(),
      isAllHidden: false,
      lockedNumbers: new Set(),
    });
  }

  /** Nobody may paint any more: what is being made is gone, also while the pointer is down. */
  lock(): void {
    // Tools first: a gesture that ends with nothing open leaves no draft.
    for (const tool of Object.values(this.#tools)) tool.cancel();
    this.viewer?.cancelGesture();
  }

  setLabels(labels: readonly Label[]): void {
    if (labels === this.#labels) return;
    this.#labels = labels;
    this.looks.labels = labels;
    this.board.setLabelCount(labels.length);
    const {label} = this.board.state;
    if (!labels.some((known) => known.label === label)) this.board.set({label: labels[0]?.label ?? ''});
    this.paint({lookOf: (number) => this.looks.of(number)});
  }

  /** The picture that is on screen, for the tools that read its pixels. */
  setPicture(options: PictureWorkOptions | undefined): void {
    this.#picture?.close();
    this.#picture = options && new PictureInWorker(options);
    if (readers.has(this.board.state.tool)) this.#prepare();
    this.#host.looked();
  }

  /** Changes how the mask is painted. */
  paint(options: Partial<MaskOptions>): void {
    this.#look = {...this.#look, ...options};
    this.#stage?.set(options);
    this.#host.looked();
  }

  /** What the worker chose of how the mask looks. */
  get sight(): MaskSight {
    const {opacity, isOutlineOnly, hatches, showsUnlabelled} = this.#look;
    return {opacity, isOutlineOnly, hatches, showsUnlabelled};
  }

  /** Whether presses of the tools that find pixels add or take away. */
  get sign(): Sign {
    return this.#sign;
  }
  set sign(sign: Sign) {
    this.#sign = sign;
    this.#host.looked();
  }

  // Acts that need more than the board.

  readonly tell = ({message}: Outcome): void => this.#host.announce(message);

  /** Something is open that Enter or a button answers: an outline, or pixels that were found. */
  get isWaiting(): boolean {
    const {tool} = this;
    return tool.confirm !== undefined && tool.isDrawing;
  }

  /** See {@link TaskElement.settle}. */
  settle(endsStrokes: boolean): Promise<void> | undefined {
    if (endsStrokes) this.tool.settle?.();
    const work = this.board.whenDone();
    // The hand may have begun something else meanwhile.
    return work?.then(() => this.settle(endsStrokes));
  }

  /** Why a tool cannot be used with this picture, as a sentence. */
  unfit(tool: MaskToolName): string | undefined {
    return readers.has(tool) ? this.#picture?.problem : undefined;
  }

  arm(tool: MaskToolName): boolean {
    if (!this.#host.tools().includes(tool)) return false;
    const words = this.#host.words().maskTask;
    const why = this.unfit(tool);
    if (why !== undefined) {
      this.#host.announce(words.unfit(words.tool[tool], why));
      return true;
    }
    this.#giveUp();
    this.#sign = 'plus';
    this.#pressedAt = undefined;
    this.board.set({tool, hovered: undefined, footprint: undefined});
    if (readers.has(tool)) this.#prepare();
    this.#host.looked();
    this.viewer?.refresh();
    this.#host.announce(words.tool[tool]);
    return true;
  }

  /** X: from the brush to the eraser and back; for the tools that find pixels, from adding to taking away. */
  swap(): boolean {
    const {tool} = this.board.state;
    if (!signed.has(tool)) return this.arm(tool === 'brush' ? 'eraser' : 'brush');
    this.sign = this.#sign === 'plus' ? 'minus' : 'plus';
    this.#host.announce(this.#host.words().maskTask.signs[this.#sign]);
    return true;
  }

  /** Makes the tip, the cells or the tolerance of the tool in use larger, or smaller, by some notches. */
  resize(notches: number): boolean {
    const {tool} = this.board.state;
    const way = notches > 0 ? 'larger' : 'smaller';
    if (tool === 'brush' || tool === 'eraser') this.tell(resizeBrush(this.context, way, Math.abs(notches)));
    else {
      const changed = resizedOptions(this.board.state, notches);
      if (!changed) return false;
      this.board.setToolOptions(changed);
    }
    return true;
  }

  /** A label picked beside the stage, or chosen by its key. */
  pickLabel(label: string): void {
    this.tell(chooseLabel(this.context, label));
  }

  pressLabel(place: number): boolean {
    const label = this.#labels[place - 1]?.label;
    if (label !== undefined) this.pickLabel(label);
    return label !== undefined;
  }

  offerUndo(message: string): void {
    this.#host.offer(message, this.#host.words().task.undo, () => this.#host.undo());
  }

  /** H: held, it hides the mask for as long; tapped, it hides or shows it. */
  hideAll(): boolean {
    this.tell(toggleAllHidden(this.context));
    this.#host.hold(() => this.board.set({isAllHidden: false}), true);
    return true;
  }

  toggleNothing(removesAll = false): boolean {
    const outcome = toggleNothing(this.context, removesAll);
    this.tell(outcome);
    if (!outcome.done && outcome.reason === 'has-regions') {
      const {clearAll} = this.#host.words().maskTask;
      this.#host.offer(outcome.message, clearAll, () => this.toggleNothing(true));
    }
    return true;
  }

  /** Brings the next area that nobody has labelled into view. */
  nextUnlabelled(): boolean {
    if (!this.board.map) return false;
    void this.#walk.next('unlabelled').then(({outcome, area}) => {
      this.tell(outcome);
      if (!area) return;
      const {left, top, right, bottom} = area.box;
      this.viewer?.zoomTo({left, top, width: right - left, height: bottom - top});
    });
    return true;
  }

  /** Brings areas into view. */
  reveal(numbers: Iterable<number>): void {
    const box = boundsOf([...numbers].flatMap((number) => regionBounds(this.board, number) ?? []));
    if (box) this.viewer?.reveal(box);
  }

  zoomTo(numbers: Iterable<number>): void {
    const box = boundsOf([...numbers].flatMap((number) => regionBounds(this.board, number) ?? []));
    if (box) this.viewer?.zoomTo(box);
  }

  #flicker: ReturnType<typeof setInterval> | undefined;

  /** Shows the picture with and without the mask in turn while the key is down. */
  compare(): boolean {
    const element = this.#stage?.element;
    if (!element) return false;
    this.#endCompare();
    const flip = (): void =>
      element.style.setProperty('visibility', element.style.visibility === 'hidden' ? '' : 'hidden');
    flip();
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) this.#flicker = setInterval(flip, flickerMs);
    this.#host.hold(() => this.#endCompare());
    return true;
  }

  #endCompare(): void {
    clearInterval(this.#flicker);
    this.#stage?.element.style.setProperty('visibility', '');
  }

  /** Enter: makes a step of what is open. */
  confirm(alt = false): boolean {
    return this.tool.confirm?.({alt}) ?? false;
  }

  toggleCursor(): boolean {
    if (!this.board.map) return false;
    const {viewer} = this;
    const stage = viewer?.sight?.stage;
    const middle = stage && viewer?.screenToImage({x: stage.width / 2, y: stage.height / 2});
    this.#host.announce(this.cursor.isOn ? this.cursor.stop() : this.cursor.start(middle));
    return true;
  }

  /**
   * Enter: a press at the crosshair, and once more at the same place, like a double click, accepts what is open. Without
   * the crosshair it accepts at once; with nothing open the next thing begins (INS-1).
   */
  press(): boolean {
    const {cursor} = this.board.state;
    const accepts = cursor === undefined || cursor === this.#pressedAt;
    if ((accepts && this.confirm()) || this.click()) return true;
    if (!this.board.hasInstances || this.board.state.tool === 'select') return false;
    this.tell(newInstance(this.context));
    return true;
  }

  /** Space: presses at the crosshair, whatever is open: the next corner, the next place. */
  click(): boolean {
    if (!this.cursor.isOn) return false;
    this.#pressedAt = this.board.state.cursor;
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
    const at = this.board.state.cursor;
    if (at) this.viewer?.reveal({left: at.x, top: at.y, width: 1, height: 1});
    this.#host.announce([this.cursor.place(), message].filter(Boolean).join(', '));
  }

  /** Takes one step of an open drawing back, or gives up what the pressed pointer does. */
  stepBack(): boolean {
    return this.tool.stepBack();
  }

  stepForward(): boolean {
    return this.tool.stepForward?.() ?? false;
  }

  /** Brings a drawing back that was given up, before anything else is undone (PTR-9). */
  resumeDraft(): boolean {
    const draft = this.tool.isDrawing ? undefined : this.board.drafts.take();
    if (!draft) return false;
    if (draft.tool !== this.board.state.tool) this.arm(draft.tool);
    return this.tool.resumeDraft?.(draft) ?? false;
  }

  /** Unwinds one layer of what is going on (PTR-8). False when there is nothing left to unwind. */
  escape(): boolean {
    if (this.viewer?.cancelGesture()) return true;
    if (this.#giveUp()) {
      this.#host.announce(this.#host.words().maskTask.takenBack);
      return true;
    }
    if (this.board.state.selection.size > 0) {
      this.board.set({selection: new Set()});
      return true;
    }
    return this.board.state.tool !== 'select' && this.arm('select');
  }

  /** Gives up what is being made; undo brings it back for the rest of the item. */
  #giveUp(): boolean {
    return this.tool.giveUp();
  }

  /** Decodes the picture before the first press that needs it. */
  #prepare(): void {
    // What is wrong with it is told by the call that needs it.
    this.#picture?.prepare().catch(() => undefined);
  }

  #makeContext(): MaskContext {
    const host = this.#host;
    const desk = (): MaskDesk => this;
    return {
      editor: this.board.editor,
      board: this.board,
      get words() {
        return host.words().masks;
      },
      get language() {
        return host.language();
      },
      get labels() {
        return desk().#labels.map(({label}) => label);
      },
      get work() {
        return (desk().#work ??= new MaskInWorker());
      },
      get picture() {
        return desk().#picture;
      },
      get isReadonly() {
        return host.isUnpaintable();
      },
      commit: (name, changes, mergeKey) => host.commit(name, changes, mergeKey),
      tell: (outcome) => this.tell(outcome),
    };
  }

  #makePointerHost(): PointerHost {
    return {
      sight: () => this.viewer?.sight,
      tool: () => this.tool,
      pans: ({pointer}) =>
        this.#host.isLocked() || (pointer === 'touch' && this.board.state.tool === 'select'),
      wantsLoupe: () => ['shape', 'segment'].includes(this.board.state.tool) && this.tool.isDrawing,
      hasCursor: () => this.board.state.cursor !== undefined,
      hidesPointer: () => {
        const {footprint} = this.board.state;
        return footprint !== undefined && footprint.brush.size * this.scale >= ringIsEnough;
      },
      adapt: (at) => this.#adapt(at),
      takesTrail: true,
      takesSecondary: true,
      wheel: (steps) => this.resize(Math.round(steps) || Math.sign(steps)),
      pointerMoved: (input) => {
        if (input) return;
        this.tool.leave?.();
        this.board.set({hovered: undefined, footprint: undefined});
      },
      menu: (input, at) => this.#menu(input, at),
      undo: () => this.#host.undo(),
      redo: () => this.#host.redo(),
    };
  }

  #adapt(at: PointerInput): PointerInput {
    if (this.#sign === 'plus' || !signed.has(this.board.state.tool)) return at;
    return {...at, alt: !at.alt};
  }

  #menu(input: StageInput, at: PointerInput): void {
    const {tool} = this;
    if (tool.secondary?.(at)) return;
    if (tool.isDrawing) {
      this.#giveUp();
      return;
    }
    // A finger that paints has no key to pick a label with (SEG-9).
    const picks = input.pointer === 'touch' && this.board.state.tool !== 'select' && !this.#host.isLocked();
    if (picks) this.tell(pickAt(this.context, at.at));
    else this.#host.menu(input, at);
  }
}
