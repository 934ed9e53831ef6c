import type {Outcome, Refusal} from '../../editor/act.js';
import type {Crosshair} from '../../editor/crosshair.js';
import type {PointerInput, Tool} from '../../editor/tool.js';
import type {Direction} from '../../geometry/box-orientation.js';
import type {Box} from '../../geometry/box.js';
import type {ImagePoint, ScreenPoint} from '../../geometry/point.js';
import type {Frame} from '../../geometry/view.js';
import type {Change} from '../../model/change.js';
import type {Label} from '../../model/label.js';
import type {Strings} from '../../strings/strings.js';
import type {GtImageViewer} from '../gt-image-viewer/gt-image-viewer.js';
import type {StageInput, StageLayer} from '../gt-image-viewer/stage-layer.js';
import type {PointerHost} from './stage-pointer.js';

/** What every desk needs of the element around it. */
export interface StageDeskHost {
  words(): Strings;
  language(): string;
  isLocked(): boolean;
  viewer(): GtImageViewer | null;
  commit(name: string, changes: readonly Change[], mergeKey?: string): void;
  /** Tells screen readers what came of an act. */
  announce(message: string): void;
  /** Shows why something was not done. */
  refuse(message: string): void;
  /** Calls `end` when the key that is down goes up; see {@link HeldKeys.hold}. */
  hold(end: () => void, isTapKept?: boolean): void;
  /** Shows a sentence with one thing to do about it. */
  offer(message: string, action: string, run: () => void): void;
  undo(): void;
  redo(): void;
  menu(input: StageInput, at: PointerInput): void;
  /** How the work looks, or what the tools are set to, has changed. */
  looked(): void;
  /** The view has changed. */
  viewed(): void;
}

/** What a person is doing on any board. */
export interface DeskState<Name extends string> {
  readonly frame: Frame | undefined;
  readonly tool: Name;
  readonly label: string;
  readonly selection: ReadonlySet<unknown>;
  readonly cursor: ImagePoint | undefined;
}

interface DeskBoard<Name extends string> {
  readonly state: DeskState<Name>;
  set(part: {readonly label?: string; readonly tool?: Name; readonly isAllHidden?: boolean}): void;
}

/** What paints the work of a desk over the picture. */
export interface DeskStage<Look> extends Required<Pick<StageLayer, 'element' | 'look' | 'paintInto'>> {
  set(options: Partial<Look>): void;
  destroy(): void;
  marks?: StageLayer['marks'];
  pointerAt?(point: ScreenPoint | undefined): void;
}

/** The parts of {@link PointerHost} that are the same on every desk. */
type SharedPointer = 'sight' | 'tool' | 'hasCursor' | 'undo' | 'redo';

/**
 * What all desks have in common: tools, labels, crosshair, and what paints the work. The element around it shows what
 * is here and brings it the presses. `Name` is a name of a tool, `Look` how the work is painted.
 */
export abstract class StageDesk<
  Name extends string = string,
  AnyTool extends Tool = Tool,
  Look extends object = object,
> {
  abstract readonly board: DeskBoard<Name>;
  abstract readonly cursor: Crosshair;
  protected abstract readonly tools: Readonly<Record<Name, AnyTool>>;
  /** How the work is painted; see {@link paint}. */
  protected abstract painted: Look;
  readonly #host: StageDeskHost;
  #stage: DeskStage<Look> | undefined;
  #layer: StageLayer | undefined;
  #labels: readonly Label[] = [];

  constructor(host: StageDeskHost) {
    this.#host = host;
  }

  protected abstract makeStage(): DeskStage<Look>;
  /** How the work looks with other labels. */
  protected abstract lookWith(labels: readonly Label[]): Partial<Look>;
  abstract arm(tool: Name): boolean;
  /** Enter. */
  abstract press(): boolean;
  abstract toggleNothing(): boolean;
  protected abstract toggleAllHidden(): Outcome;
  protected abstract selectNone(): Outcome;
  /** What is selected takes up; nothing while nothing is. */
  abstract get selectionBounds(): Box | undefined;
  /** What is said when a drawing was given up. */
  protected abstract get takenBack(): string;

  /** What paints the work; nothing while the element is not on a page. */
  get layer(): StageLayer | undefined {
    return this.#layer;
  }

  /** The tool in use. Where nobody may draw, things can still be picked to look at them. */
  get tool(): AnyTool {
    const mayDraw = !this.#host.isLocked() && this.#labels.length > 0;
    return this.tools[mayDraw ? this.board.state.tool : ('select' as Name)];
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

  protected get stage(): DeskStage<Look> | undefined {
    return this.#stage;
  }

  // Life.

  open(): void {
    if (this.#stage) return;
    const stage = this.makeStage();
    this.#stage = stage;
    this.#layer = {
      element: stage.element,
      look: (sight) => {
        stage.look(sight);
        this.viewed();
        this.#host.viewed();
      },
      paintInto: (context, sight) => stage.paintInto(context, sight),
      marks: () => stage.marks?.() ?? [],
    };
  }

  close(): void {
    this.giveUp();
    this.#stage?.destroy();
    this.#stage = undefined;
    this.#layer = undefined;
  }

  /** Nobody may draw any more: what is being drawn is gone, also while the pointer is down. */
  lock(): void {
    // Tools first: a gesture that ends with nothing open leaves no draft.
    for (const tool of Object.values<AnyTool>(this.tools)) tool.cancel();
    this.viewer?.cancelGesture();
  }

  setLabels(labels: readonly Label[]): void {
    if (labels === this.#labels) return;
    this.#labels = labels;
    const look = this.lookWith(labels);
    const {label} = this.board.state;
    if (!labels.some((known) => known.label === label)) this.board.set({label: labels[0]?.label ?? ''});
    this.paint(look);
  }

  /** Changes how the work is painted. */
  paint(options: Partial<Look>): void {
    this.painted = {...this.painted, ...options};
    this.#stage?.set(options);
    this.#host.looked();
  }

  /** The view has changed. */
  protected viewed(): void {}

  // Acts that need more than the board.

  readonly tell = (outcome: Outcome): void => {
    const {done, message} = outcome;
    this.#host.announce(message);
    // What people see happen needs no words; what does not happen does.
    if (!done && outcome.reason !== 'given-up') this.#host.refuse(message);
  };

  offerUndo(message: string): void {
    this.#host.offer(message, this.#host.words().task.undo, () => this.#host.undo());
  }

  /** Tells what came of an act. One that was refused for a reason to ask about first is offered again. */
  protected tellOrAsk(outcome: Outcome, reason: Refusal, action: string, again: () => void): void {
    this.tell(outcome);
    if (!outcome.done && outcome.reason === reason) this.#host.offer(outcome.message, action, again);
  }

  /** H: held, it hides everything for as long; tapped, it hides or shows it. */
  hideAll(): boolean {
    this.tell(this.toggleAllHidden());
    this.#host.hold(() => this.board.set({isAllHidden: false}), true);
    return true;
  }

  /** Takes one step of an open drawing back, or gives up what the pressed pointer does. */
  stepBack(): boolean {
    return this.tool.stepBack();
  }

  /** Unwinds one layer of what is going on (PTR-8). False when there is nothing left to unwind. */
  escape(): boolean {
    if (this.viewer?.cancelGesture()) return true;
    if (this.giveUp()) {
      this.#host.announce(this.takenBack);
      return true;
    }
    if (this.cursor.isOn) return this.toggleCursor();
    if (this.board.state.selection.size > 0) {
      this.tell(this.selectNone());
      return true;
    }
    return this.board.state.tool !== 'select' && this.arm('select' as Name);
  }

  /** Gives up what is being drawn; undo brings it back for the rest of the item. */
  protected giveUp(): boolean {
    return this.tool.giveUp();
  }

  // The crosshair.

  toggleCursor(): boolean {
    if (!this.board.state.frame) return false;
    const {viewer} = this;
    const stage = viewer?.sight?.stage;
    const middle = stage && viewer?.screenToImage({x: stage.width / 2, y: stage.height / 2});
    this.#host.announce(this.cursor.isOn ? this.cursor.stop() : this.cursor.start(middle));
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

  /** A press at the crosshair. */
  protected pressCursor(): boolean {
    const message = this.cursor.press();
    if (message) this.#host.announce(message);
    return true;
  }

  #tellCursor(message: string | undefined): void {
    const at = this.board.state.cursor;
    if (at) this.viewer?.reveal({left: at.x, top: at.y, width: 1, height: 1});
    this.#host.announce([this.cursor.place(), message].filter(Boolean).join(', '));
  }

  // The pointer.

  protected pointerHost(own: Omit<PointerHost, SharedPointer>): PointerHost {
    return {
      sight: () => this.viewer?.sight,
      tool: () => this.tool,
      hasCursor: () => this.board.state.cursor !== undefined,
      undo: () => this.#host.undo(),
      redo: () => this.#host.redo(),
      ...own,
    };
  }
}
