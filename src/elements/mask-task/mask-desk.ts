import {defaultMaskOptions, type MaskOptions} from '../../canvas/mask-options.js';
import {MaskStage} from '../../canvas/mask-stage.js';
import {done, refused, type Outcome} from '../../editor/act.js';
import type {Editor} from '../../editor/editor.js';
import {AreaWalk, type AreaSearch} from '../../editor/mask-acts/areas.js';
import {newInstance} from '../../editor/mask-acts/instances.js';
import {chooseLabel} from '../../editor/mask-acts/label-regions.js';
import {pickAt} from '../../editor/mask-acts/pick-label.js';
import {toggleNothing} from '../../editor/mask-acts/remove-regions.js';
import {keepSizeOnScreen, resizeBrush} from '../../editor/mask-acts/settings.js';
import {toggleAllHidden} from '../../editor/mask-acts/show-regions.js';
import {MaskBoard, type MaskToolName} from '../../editor/mask-board.js';
import {MaskCursor} from '../../editor/mask-cursor.js';
import {changedBy} from '../../editor/preview-changes.js';
import type {MaskTool} from '../../editor/mask-tool.js';
import {regionBounds} from '../../editor/region-bounds.js';
import type {PointerInput} from '../../editor/tool.js';
import {boundsOf, type Box} from '../../geometry/box.js';
import type {ImagePoint} from '../../geometry/point.js';
import type {Label} from '../../model/label.js';
import type {PictureWorkOptions} from '../../workers/picture-work.js';
import type {StageInput} from '../gt-image-viewer/stage-layer.js';
import {StageDesk, type DeskStage, type StageDeskHost} from '../stage/stage-desk.js';
import {StagePointer, type PointerHost} from '../stage/stage-pointer.js';
import {DeskContext} from './desk-context.js';
import {Flicker} from './flicker.js';
import {resizedOptions} from './option-sizes.js';
import type {MaskSight} from './mask-tool-bar.js';
import {isFinder, maskTools, type MaskTools} from './mask-tools.js';
import type {Sign} from './option-bar.js';
import {RegionLooks} from './region-look.js';

/** What the desk needs of the element around it. */
export interface MaskDeskHost extends StageDeskHost {
  /** Nothing may be painted now, for a while or for good. */
  isUnpaintable(): boolean;
  tools(): readonly MaskToolName[];
}

/** From this size on screen, in CSS pixels, the ring of the brush is enough of a pointer. */
const ringIsEnough = 14;

/** Everything masks are made and changed with. */
export class MaskDesk extends StageDesk<MaskToolName, MaskTool, MaskOptions> {
  readonly board: MaskBoard;
  readonly context: DeskContext;
  readonly pointer: StagePointer;
  readonly looks: RegionLooks;
  readonly cursor: MaskCursor;
  readonly #host: MaskDeskHost;
  protected readonly tools: MaskTools;
  protected painted: MaskOptions;
  readonly #walk: AreaWalk;
  readonly #flicker = new Flicker();
  /** Holes and islands of up to as many pixels are taken for mistakes of a hand. */
  mostStray = 400;
  #sign: Sign = 'plus';
  /** Where the crosshair was when it was pressed last, with this tool. */
  #pressedAt: ImagePoint | undefined;

  constructor(editor: Editor, hasInstances: boolean, host: MaskDeskHost) {
    super(host);
    this.#host = host;
    this.board = new MaskBoard(editor, {hasInstances});
    this.looks = new RegionLooks(this.board);
    this.context = new DeskContext(this.board, {
      words: () => host.words(),
      language: () => host.language(),
      labels: () => this.labels,
      scale: () => this.scale,
      isUnpaintable: () => host.isUnpaintable(),
      commit: (name, changes, mergeKey) => host.commit(name, changes, mergeKey),
      tell: this.tell,
    });
    this.#walk = new AreaWalk(this.context);
    this.tools = maskTools(this.context);
    this.cursor = new MaskCursor(
      this.context,
      () => this.tool,
      () => this.scale,
    );
    this.pointer = new StagePointer(this.#makePointerHost());
    this.painted = {
      ...defaultMaskOptions,
      lookOf: (number) => this.looks.of(number),
      activeLook: () => this.looks.active(),
      changedBy: (pixels) => changedBy(this.context, pixels),
    };
  }

  protected makeStage(): DeskStage<MaskOptions> {
    return new MaskStage(this.board, this.painted);
  }

  protected override viewed(): void {
    // Without a picture there is no scale.
    if (this.viewer?.sight) keepSizeOnScreen(this.context);
  }

  override close(): void {
    this.#flicker.stop();
    super.close();
    this.setPicture(undefined);
    this.context.close();
  }

  /** Another item is on the desk: what was open on the one before is gone, what the worker set up stays. */
  startItem(): void {
    this.giveUp();
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

  override setLabels(labels: readonly Label[]): void {
    if (labels === this.labels) return;
    this.looks.labels = labels;
    this.board.setLabelCount(labels.length);
    super.setLabels(labels);
  }

  protected lookWith(): Partial<MaskOptions> {
    return {lookOf: (number) => this.looks.of(number)};
  }

  /** The picture that is on screen, for the tools that read its pixels. */
  setPicture(options: PictureWorkOptions | undefined): void {
    this.context.setPicture(options);
    if (isFinder(this.board.state.tool)) this.context.prepare();
    this.#host.looked();
  }

  /** What the worker chose of how the mask looks. */
  get sight(): MaskSight {
    const {opacity, isOutlineOnly, hatches, showsUnlabelled} = this.painted;
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

  /** Something is open that Enter or a button answers: an outline, or pixels that were found. */
  get isWaiting(): boolean {
    const {tool} = this;
    return tool.confirm !== undefined && tool.isDrawing;
  }

  /** A tool waits for pixels, whichever is in hand. */
  get isLooking(): boolean {
    return this.#looking.length > 0;
  }

  /** Gives up what tools wait for: whoever looks for it may never answer. Undo brings open drawings back. */
  stopWork(): boolean {
    const looking = this.#looking;
    for (const tool of looking) tool.giveUp();
    if (looking.length > 0) this.#host.announce(this.takenBack);
    return looking.length > 0;
  }

  get #looking(): readonly MaskTool[] {
    return [...new Set(Object.values<MaskTool>(this.tools))].filter(({isLooking}) => isLooking);
  }

  override escape(): boolean {
    return (!this.tool.isDrawing && this.stopWork()) || super.escape();
  }

  /** Makes a step of the stroke on its way. */
  endStrokes(): void {
    this.tool.settle?.();
  }

  /** See {@link TaskElement.settle}. */
  settle(endsStrokes: boolean): Promise<void> | undefined {
    if (endsStrokes) this.endStrokes();
    const work = this.board.whenDone();
    // The hand may have begun something else meanwhile.
    return work?.then(() => this.settle(endsStrokes));
  }

  /** Why a tool cannot be used with this picture, as a sentence. */
  unfit(tool: MaskToolName): string | undefined {
    return isFinder(tool) ? this.context.picture?.problem : undefined;
  }

  arm(tool: MaskToolName): boolean {
    if (!this.#host.tools().includes(tool)) return false;
    const words = this.#host.words().maskTask;
    const why = this.unfit(tool);
    if (why !== undefined) {
      this.tell(refused('unreadable', words.unfit(words.tool[tool], why)));
      return true;
    }
    // What is being painted is meant; what is only shown is not.
    if (!this.tool.settle?.()) this.giveUp();
    this.#sign = 'plus';
    this.#pressedAt = undefined;
    this.board.set({tool, hovered: undefined, footprint: undefined});
    if (isFinder(tool)) this.context.prepare();
    this.#host.looked();
    this.viewer?.refresh();
    this.#host.announce(words.tool[tool]);
    return true;
  }

  /** X: from the brush to the eraser and back; for the tools that find pixels, from adding to taking away. */
  swap(): boolean {
    const {tool} = this.board.state;
    if (!isFinder(tool)) return this.arm(tool === 'brush' ? 'eraser' : 'brush');
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

  /** K: what comes next cuts the selected instance along a line; once more, it does not. */
  cut(): boolean {
    if (!this.board.hasInstances) return false;
    if (this.isCutting) return this.escape();
    if (this.board.state.tool !== 'select' && this.board.state.selection.size === 1) this.arm('select');
    this.tell(this.tools.select.beginCut());
    this.#host.looked();
    return true;
  }

  get isCutting(): boolean {
    return this.tools.select.isCutting;
  }

  /** A label picked beside the stage, or chosen by its key. */
  pickLabel(label: string): void {
    this.tell(chooseLabel(this.context, label));
  }

  pressLabel(place: number): boolean {
    const label = this.labels[place - 1]?.label;
    if (label !== undefined) this.pickLabel(label);
    return label !== undefined;
  }

  toggleNothing(removesAll = false): boolean {
    const {clearAll} = this.#host.words().maskTask;
    this.tellOrAsk(toggleNothing(this.context, removesAll), 'has-regions', clearAll, () =>
      this.toggleNothing(true),
    );
    return true;
  }

  protected toggleAllHidden(): Outcome {
    return toggleAllHidden(this.context);
  }

  /** Brings the next area into view: of those nobody has labelled, or of all, the smallest first (SEG-11). */
  nextArea(search: AreaSearch): boolean {
    if (!this.board.map) return false;
    void this.#walk.next(search).then(({outcome, area}) => {
      this.tell(outcome);
      if (!area) return;
      const {left, top, right, bottom} = area.box;
      this.viewer?.zoomTo({left, top, width: right - left, height: bottom - top});
    });
    return true;
  }

  /** What regions take up; nothing while none has pixels. */
  boundsOf(numbers: Iterable<number>): Box | undefined {
    return boundsOf([...numbers].flatMap((number) => regionBounds(this.board, number) ?? []));
  }

  get selectionBounds(): Box | undefined {
    return this.boundsOf(this.board.state.selection);
  }

  /** Brings areas into view. */
  reveal(numbers: Iterable<number>): void {
    const box = this.boundsOf(numbers);
    if (box) this.viewer?.reveal(box);
  }

  zoomTo(numbers: Iterable<number>): void {
    const box = this.boundsOf(numbers);
    if (box) this.viewer?.zoomTo(box);
  }

  /** Shows the picture with and without the mask in turn while the key is down. */
  compare(): boolean {
    const element = this.stage?.element;
    if (!element) return false;
    this.#flicker.start(element);
    this.#host.hold(() => this.#flicker.stop());
    return true;
  }

  /** Enter: makes a step of what is open. */
  confirm(alt = false): boolean {
    return this.tool.confirm?.({alt}) ?? false;
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
    return this.pressCursor();
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

  protected selectNone(): Outcome {
    this.board.set({selection: new Set()});
    return done(this.#host.words().masks.selectedNone, 0);
  }

  protected get takenBack(): string {
    return this.#host.words().maskTask.takenBack;
  }

  #makePointerHost(): PointerHost {
    return this.pointerHost({
      pans: ({pointer}) =>
        this.#host.isLocked() ||
        (pointer === 'touch' && this.board.state.tool === 'select' && !this.tool.isDrawing),
      wantsLoupe: () => ['shape', 'segment'].includes(this.board.state.tool) && this.tool.isDrawing,
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
    });
  }

  #adapt(at: PointerInput): PointerInput {
    if (this.#sign === 'plus' || !isFinder(this.board.state.tool)) return at;
    return {...at, alt: !at.alt};
  }

  #menu(input: StageInput, at: PointerInput): void {
    const {tool} = this;
    if (tool.secondary?.(at)) return;
    if (tool.isDrawing) {
      this.giveUp();
      return;
    }
    // A finger that paints has no key to pick a label with (SEG-9).
    const picks = input.pointer === 'touch' && this.board.state.tool !== 'select' && !this.#host.isLocked();
    if (picks) this.tell(pickAt(this.context, at.at));
    else this.#host.menu(input, at);
  }
}
