import type {ScreenPoint} from '../../geometry/point.js';
import {EdgePan} from './edge-pan.js';
import {FingerTaps} from './finger-taps.js';
import {PenMode} from './pen-mode.js';
import {Pinch} from './pinch.js';
import {DragPress, dragThreshold, ToolPress, type Press} from './press.js';
import {inputOf, modifiersOf, type Modifiers} from './stage-input.js';
import {StageKeys} from './stage-keys.js';
import type {StageInput, StageTool} from './stage-layer.js';
import {StagePlace} from './stage-place.js';
import type {StageView} from './stage-view.js';

/** After so long a finger that rests asks for the menu. */
const longPressMs = 500;

const middleButton = 1;
const secondaryButton = 2;
const eraserButton = 5;

/** What the gestures ask before they act, and whom they tell. */
export interface GestureRules {
  readonly tool: () => StageTool | undefined;
  /** Whether every plain drag moves the picture: the Move tool. */
  readonly isMoveOn: () => boolean;
  /** Whether a plain drag that no tool wants moves the picture. */
  readonly mayDrag: () => boolean;
  /** Whether fingers draw though a pen is in use. */
  readonly mayDrawWithFinger: () => boolean;
  /** Whether taps with two and three fingers undo and redo. */
  readonly hasFingerTaps: () => boolean;
  /** Told when the picture starts and stops following a pointer. */
  readonly panning: (isPanning: boolean) => void;
  /** Starts to change contrast and brightness by a drag; the function takes the way since the press. */
  readonly adjusting: () => (dx: number, dy: number) => void;
  /** Told after everything a pointer did: where it is, nothing once it is gone, and whether the tool drags. */
  readonly acted: (input: StageInput | undefined, isDragging: boolean) => void;
}

interface Finger {
  readonly startMs: number;
  readonly start: ScreenPoint;
  point: ScreenPoint;
  hasMoved: boolean;
  /** It does nothing any more until it is lifted: a hand, a late second finger, one that had its menu. */
  isSpent: boolean;
}

/**
 * Decides what pointers on the stage do: use the tool, move the picture, zoom, or ask for a menu. Only one at a time.
 *
 * ```
 * idle ─press─▶ press of the tool ─release─▶ idle        Space, middle button, Move, a finger beside a pen:
 *   │              └─second finger in time─▶ pinch       a press that moves the picture
 *   ├─press─▶ press that moves the picture ─second finger─▶ pinch ─one lifted─▶ press that moves the picture
 *   └─secondary press, long press─▶ menu
 * ```
 * A cancelled pointer, a lost capture and Escape take back what the gesture did. The tool is told whether a person
 * wanted that.
 */
export class StageGestures {
  readonly #stage: HTMLElement;
  readonly #view: StageView;
  readonly #rules: GestureRules;
  readonly #place: StagePlace;
  readonly #edge: EdgePan;
  readonly #keys: StageKeys;
  readonly #pen = new PenMode();
  readonly #taps = new FingerTaps();
  readonly #fingers = new Map<number, Finger>();
  #press: Press | undefined;
  #pressId = Number.NaN;
  #pinch: Pinch | undefined;
  /** The last input of the press, or of the pointer that hovers. */
  #last: StageInput | undefined;
  #longPress: ReturnType<typeof setTimeout> | undefined;

  constructor(stage: HTMLElement, view: StageView, rules: GestureRules) {
    this.#stage = stage;
    this.#view = view;
    this.#rules = rules;
    this.#place = new StagePlace(stage);
    this.#edge = new EdgePan(view);
    stage.addEventListener('pointerdown', this.#onDown);
    stage.addEventListener('pointermove', this.#onMove);
    stage.addEventListener('pointerup', this.#onUp);
    stage.addEventListener('pointercancel', this.#onCancel);
    stage.addEventListener('lostpointercapture', this.#onCancel);
    stage.addEventListener('pointerleave', this.#onLeave);
    stage.addEventListener('contextmenu', this.#onContextMenu);
    // Else a quick stroke counts as a fling, and the browser takes the next tap, anywhere, as the end of it: no click.
    stage.addEventListener('touchmove', (event) => event.preventDefault(), {passive: false});
    this.#keys = new StageKeys(stage, {
      takesSpace: () => rules.tool()?.takesSpace ?? false,
      isDrawing: () => this.#isToolBusy,
      pansBySpace: () => this.#pansBySpace,
      changed: (keys) => this.#onKeys(keys),
      escape: () => this.giveUp(),
    });
  }

  /** A place of the page as a place of the stage, also if the page's CSS transforms what the stage stands in. */
  get pointOf(): StagePlace['pointOf'] {
    return this.#place.pointOf;
  }

  /** What a wheel that turns over the stage has in common with a pointer there. */
  inputOfWheel(event: WheelEvent): StageInput {
    const modifiers = modifiersOf(event, this.#keys.isSpaceDown);
    return {point: this.#place.pointOf(event), pointer: 'mouse', timeMs: event.timeStamp, ...modifiers};
  }

  /** Where the pointer is, while it is on the stage. */
  get last(): StageInput | undefined {
    return this.#last;
  }

  /** Ends whatever goes on, without trace. False when nothing went on. */
  cancel(): boolean {
    return this.#end('cancel');
  }

  /** Ends whatever goes on because a person wants it. False when nothing went on. */
  giveUp(): boolean {
    return this.#end('giveUp');
  }

  #end(way: 'cancel' | 'giveUp'): boolean {
    const isBusy = this.#press !== undefined || this.#pinch !== undefined;
    this.#cancelPress(way);
    this.#pinch?.cancel();
    this.#endPinch();
    for (const finger of this.#fingers.values()) finger.isSpent = true;
    return isBusy;
  }

  /** Sends the tool the last place of the pointer again: the view or the tool changed under it. */
  refresh(): void {
    if (!this.#last) return;
    this.#last = {...this.#last, timeMs: performance.now()};
    if (this.#press) this.#press.refresh(this.#last);
    else if (!this.#pinch) this.#rules.tool()?.hover(this.#last);
    this.#told();
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (!this.#view.picture) return;
    const input = this.#input(event);
    if (event.pointerType === 'touch') return this.#fingerDown(event, input);
    if (event.pointerType === 'pen') this.#penDown(event.timeStamp);
    if (this.#press || this.#pinch) return;
    if (event.button === middleButton) {
      // Else the browser starts its own scrolling, and would not focus the stage.
      event.preventDefault();
      this.#stage.focus({preventScroll: true});
    }
    const press = this.#pressFor(event.button, input);
    if (press) this.#begin(event.pointerId, input, press);
  };

  #fingerDown(event: PointerEvent, input: StageInput): void {
    if (this.#pen.isPalm(event)) return;
    const {pointerId: id, timeStamp} = event;
    const {point} = input;
    const finger = {startMs: timeStamp, start: point, point, hasMoved: false, isSpent: false};
    this.#fingers.set(id, finger);
    this.#taps.down(id, point, timeStamp, () => this.#view.save());
    this.#capture(id);
    clearTimeout(this.#longPress);
    const first = [...this.#fingers].find(([other, {isSpent}]) => other !== id && !isSpent);
    if (!first) {
      finger.isSpent = this.#press !== undefined || this.#fingers.size > 1;
      if (!finger.isSpent) this.#firstFinger(event, input);
      return;
    }
    if (this.#pinch || !this.#yields(first[1], input)) {
      finger.isSpent = true;
      return;
    }
    if (this.#press instanceof ToolPress) this.#cancelPress();
    else this.#endPress();
    this.#startPinch([first[0], first[1].point], [id, point]);
  }

  #firstFinger(event: PointerEvent, input: StageInput): void {
    const tool = this.#rules.tool();
    const isHand = this.#pen.isOn(event.timeStamp) && !this.#rules.mayDrawWithFinger();
    if (tool && (isHand || this.#rules.isMoveOn())) {
      this.#begin(event.pointerId, input, this.#panPress(input));
      return;
    }
    const press = this.#pressFor(0, input);
    if (press) this.#begin(event.pointerId, input, press);
    if (!tool) return;
    this.#longPress = setTimeout(() => this.#menuByFinger(event.pointerId, input), longPressMs);
  }

  /** True if the first finger gives up what it does for a second one. */
  #yields(first: Finger, second: StageInput): boolean {
    return !(this.#press instanceof ToolPress) || this.#press.yields(second, first.hasMoved);
  }

  /** The hand that holds the pen may have come down first. */
  #penDown(timeMs: number): void {
    this.#pen.down(timeMs);
    clearTimeout(this.#longPress);
    const isHand = [...this.#fingers.values()].some(({startMs}) => this.#pen.cameWithPen(startMs));
    if (this.#pinch) {
      if (isHand) this.#pinch.cancel();
      this.#endPinch();
    }
    if (this.#fingers.has(this.#pressId)) {
      if (isHand || this.#press instanceof ToolPress) this.#cancelPress();
      else this.#endPress();
    }
    for (const [id, finger] of this.#fingers) {
      finger.isSpent = true;
      this.#taps.forget(id);
    }
  }

  /** What a press does: the one place where drawing, moving the picture and menus part. */
  #pressFor(button: number, input: StageInput): Press | undefined {
    const tool = this.#rules.tool();
    if (button === middleButton) return this.#panPress(input);
    if (button === secondaryButton) {
      if (tool?.takesSecondary) return new ToolPress(tool, this.#view, {...input, secondary: true});
      return tool && new DragPress(input, {click: (at) => tool.menu(at)});
    }
    if (button !== 0 && button !== eraserButton) return undefined;
    if (this.#rules.isMoveOn() || (input.space && this.#pansBySpace)) return this.#panPress(input);
    const click = (at: StageInput): void => {
      if (!tool) return;
      tool.press(input);
      tool.click(at);
    };
    if (input.control && input.shift && !tool?.isDrawing) return this.#adjustPress(input, click);
    if (!tool) return this.#rules.mayDrag() ? this.#panPress(input) : undefined;
    if (this.#rules.mayDrag() && tool.pans?.(input)) return this.#panPress(input, click);
    return new ToolPress(tool, this.#view, input);
  }

  #panPress(from: StageInput, click?: (at: StageInput) => void, isDragging = false): Press {
    const restore = this.#view.save();
    this.#view.remember();
    this.#rules.panning(true);
    return new DragPress(
      from,
      {
        drag: (dx, dy) => this.#view.panBy(dx, dy),
        cancel: restore,
        end: () => this.#rules.panning(false),
        ...(click && {click}),
      },
      isDragging,
    );
  }

  #adjustPress(from: StageInput, click: (at: StageInput) => void): Press {
    const adjust = this.#rules.adjusting();
    return new DragPress(from, {
      drag: (_dx, _dy, allX, allY) => adjust(allX, allY),
      cancel: () => adjust(0, 0),
      click,
    });
  }

  readonly #onMove = (event: PointerEvent): void => {
    if (!this.#view.picture) return;
    const input = this.#input(event);
    const {pointerId: id} = event;
    if (event.pointerType === 'pen') this.#pen.seen(event.timeStamp);
    const finger = this.#fingers.get(id);
    if (finger) {
      finger.point = input.point;
      finger.hasMoved ||=
        Math.hypot(input.point.x - finger.start.x, input.point.y - finger.start.y) >= dragThreshold.touch;
      if (finger.hasMoved && id === this.#pressId) clearTimeout(this.#longPress);
      this.#taps.move(id, input.point);
    }
    if (this.#pinch?.has(id)) return this.#pinch.move(id, input.point);
    if (this.#press && id === this.#pressId) return this.#movePress(event, input);
    if (this.#press || this.#pinch || event.pointerType === 'touch') return;
    this.#last = input;
    this.#rules.tool()?.hover(input);
    this.#told();
  };

  #movePress(event: PointerEvent, input: StageInput): void {
    // A second button in the middle of a drag takes it back. So does a release that went unheard.
    const isLost = event.pointerType === 'mouse' && event.buttons === 0;
    if (isLost) return this.#cancelPress();
    if (this.#press instanceof ToolPress && event.button === (this.#press.isSecondary ? 0 : secondaryButton))
      return this.#cancelPress('giveUp');
    this.#last = input;
    const trail = this.#press instanceof ToolPress ? this.#trailOf(event) : [];
    this.#press!.move(trail.length > 0 ? {...input, trail} : input);
    if (this.#isToolDragging) this.#edge.follow(input);
    this.#told();
  }

  /** Where the pointer was since the last event; browsers tell of its moves once per frame. */
  #trailOf(event: PointerEvent): readonly ScreenPoint[] {
    // Safari has this since 18.2 only. The last of them is where the event itself is.
    const all = 'getCoalescedEvents' in event ? event.getCoalescedEvents() : [];
    return all.length > 1 ? this.#place.pointsOf(all.slice(0, -1)) : [];
  }

  readonly #onUp = (event: PointerEvent): void => {
    const {pointerId: id, timeStamp} = event;
    if (event.pointerType === 'pen') this.#pen.up(timeStamp);
    this.#fingers.delete(id);
    const taps = this.#taps.up(id, timeStamp);
    if (this.#pinch?.has(id)) {
      const rest = this.#pinch.other(id);
      this.#endPinch();
      // The finger that stays goes on moving the picture.
      if (rest && this.#fingers.has(rest[0])) {
        const input = {...this.#input(event), point: rest[1]};
        this.#begin(rest[0], input, this.#panPress(input, undefined, true));
      }
    } else if (this.#press && this.#pressId === id) {
      this.#release(event);
    }
    if (taps > 0 && this.#rules.hasFingerTaps()) this.#tapped(taps);
  };

  #release(event: PointerEvent): void {
    const input = this.#input(event);
    const press = this.#press;
    this.#endPress(false);
    press?.release(input);
    // A mouse is still there after the click, over what the click made.
    this.#last = event.pointerType === 'touch' ? undefined : input;
    if (this.#last) this.#rules.tool()?.hover(this.#last);
    this.#told();
  }

  #tapped(fingers: number): void {
    const tool = this.#rules.tool();
    if (fingers === 2) tool?.undo?.();
    if (fingers === 3) tool?.redo?.();
  }

  /** Also hears that a capture was lost; after an ordinary release there is nothing left to take back. */
  readonly #onCancel = (event: PointerEvent): void => {
    const {pointerId: id} = event;
    this.#fingers.delete(id);
    this.#taps.forget(id);
    if (event.pointerType === 'pen') this.#pen.up(event.timeStamp);
    if (this.#pinch?.has(id)) {
      this.#pinch.cancel();
      this.#endPinch();
    } else if (this.#pressId === id) {
      this.#cancelPress();
    }
  };

  readonly #onLeave = (event: PointerEvent): void => {
    if (this.#press || this.#pinch || event.pointerId === this.#pressId) return;
    this.#last = undefined;
    this.#rules.tool()?.leave();
    this.#told();
  };

  readonly #onContextMenu = (event: MouseEvent): void => {
    const tool = this.#rules.tool();
    if (!tool || !this.#view.picture) return;
    event.preventDefault();
    // Ctrl and click on a Mac: the press was a primary one, and no secondary press tells of the menu.
    if (!event.ctrlKey || event.button !== 0 || !this.#last || !this.#press) return;
    const at = this.#last;
    this.#cancelPress();
    tool.menu(at);
  };

  #menuByFinger(id: number, input: StageInput): void {
    const finger = this.#fingers.get(id);
    const tool = this.#rules.tool();
    if (!finger || finger.hasMoved || finger.isSpent || this.#pinch || !tool) return;
    this.#cancelPress();
    finger.isSpent = true;
    this.#taps.forget(id);
    tool.menu(input);
    this.#told();
  }

  /** True while the tool draws, so that its keys have a meaning now. */
  get #isToolBusy(): boolean {
    return this.#press instanceof ToolPress || (this.#rules.tool()?.isDrawing ?? false);
  }

  /** A press with Space held moves the picture, unless the tool has another use for Space. */
  get #pansBySpace(): boolean {
    const tool = this.#rules.tool();
    if (this.#press instanceof ToolPress || tool?.takesSpace) return false;
    return !tool?.isDrawing || tool.pansBySpace === true;
  }

  #onKeys(keys: Partial<Modifiers>): void {
    const last = this.#last;
    if (!last || Object.entries(keys).every(([name, value]) => last[name as keyof Modifiers] === value))
      return;
    this.#last = {...last, ...keys};
    if (this.#isToolBusy) this.refresh();
  }

  #input(event: PointerEvent): StageInput {
    return inputOf(event, this.#place.pointOf(event), this.#keys.isSpaceDown);
  }

  get #isToolDragging(): boolean {
    return this.#press instanceof ToolPress && this.#press.isDragging;
  }

  #capture(id: number): void {
    try {
      this.#stage.setPointerCapture(id);
    } catch {
      // A pointer that scripts made up, or that is gone already, cannot be captured; it works without.
    }
  }

  #begin(id: number, input: StageInput, press: Press): void {
    this.#capture(id);
    this.#press = press;
    this.#pressId = id;
    this.#last = input;
    this.#edge.begin(input);
    this.#told();
  }

  #cancelPress(way: 'cancel' | 'giveUp' = 'cancel'): void {
    const press = this.#press;
    this.#endPress(false);
    press?.[way]();
    this.#told();
  }

  /** Forgets the press. `isKept`: what it did so far counts, though it was not released. */
  #endPress(isKept = true): void {
    clearTimeout(this.#longPress);
    this.#edge.stop();
    this.#press = undefined;
    this.#pressId = Number.NaN;
    if (isKept) this.#rules.panning(false);
  }

  #startPinch(...fingers: readonly (readonly [number, ScreenPoint])[]): void {
    this.#pinch = new Pinch(this.#view, fingers);
    this.#last = undefined;
    this.#rules.panning(true);
  }

  #endPinch(): void {
    if (!this.#pinch) return;
    this.#pinch = undefined;
    this.#rules.panning(false);
  }

  #told(): void {
    this.#rules.acted(this.#last, this.#isToolDragging);
  }
}
