import {distance, middle, type ScreenPoint} from '../../geometry/point.js';
import type {StageView} from './stage-view.js';

/** How far a press may move and still be a click, by the kind of pointer that made it. In CSS pixels. */
const dragThreshold: Readonly<Record<string, number>> = {mouse: 3, pen: 5, touch: 10};

/** What the gestures ask before they act. */
export interface GestureRules {
  /** Whether a plain press with the primary button, or one finger, moves the picture. */
  readonly mayDrag: () => boolean;
  /** Told when the picture starts and stops following a pointer. */
  readonly panning: (isPanning: boolean) => void;
}

interface Press {
  readonly id: number;
  readonly start: ScreenPoint;
  last: ScreenPoint;
  isDragging: boolean;
  /** Puts the view back to where it was at the press. */
  readonly restore: () => void;
}

/**
 * Turns pointers on the stage into panning and pinching.
 *
 * ```
 * idle ─press─▶ pressed ─beyond the threshold─▶ panning ─release─▶ idle
 *   └───────────second finger──────────────────▶ pinching ─one lifted─▶ panning
 * ```
 * A cancelled pointer, or one whose capture is lost, puts the view back. Every decision looks at the pointer type of
 * the event at hand: a mouse stays a mouse on a computer that was touched a moment ago.
 */
export class PanZoomGestures {
  readonly #stage: HTMLElement;
  readonly #view: StageView;
  readonly #rules: GestureRules;
  readonly #fingers = new Map<number, ScreenPoint>();
  #press: Press | undefined;
  #pinch: {readonly ids: readonly [number, number]; readonly restore: () => void} | undefined;
  #isSpaceDown = false;

  constructor(stage: HTMLElement, view: StageView, rules: GestureRules) {
    this.#stage = stage;
    this.#view = view;
    this.#rules = rules;
    stage.addEventListener('pointerdown', this.#onDown);
    stage.addEventListener('pointermove', this.#onMove);
    stage.addEventListener('pointerup', this.#onUp);
    stage.addEventListener('pointercancel', this.#onCancel);
    stage.addEventListener('lostpointercapture', this.#onCancel);
    stage.addEventListener('keydown', this.#onKeydown);
    stage.addEventListener('keyup', this.#onKeyup);
    stage.addEventListener('blur', this.#onBlur);
  }

  /** True while Space is held, which turns any press into panning. */
  get isSpaceDown(): boolean {
    return this.#isSpaceDown;
  }

  /** Ends whatever goes on, without trace. */
  cancel(): void {
    this.#press?.restore();
    this.#pinch?.restore();
    this.#end();
    this.#fingers.clear();
  }

  /** A place of the page as a place of the stage, also if the page scales what the stage stands in. */
  pointOf(event: {readonly clientX: number; readonly clientY: number}): ScreenPoint {
    const box = this.#stage.getBoundingClientRect();
    const {offsetWidth, offsetHeight} = this.#stage;
    return {
      x: (event.clientX - box.left) * (offsetWidth / (box.width || 1)),
      y: (event.clientY - box.top) * (offsetHeight / (box.height || 1)),
    };
  }

  readonly #onDown = (event: PointerEvent): void => {
    if (!this.#view.picture) return;
    const point = this.pointOf(event);
    if (event.pointerType === 'touch') {
      this.#fingers.set(event.pointerId, point);
      this.#stage.setPointerCapture(event.pointerId);
      if (this.#fingers.size === 2) return this.#startPinch();
    }
    if (this.#press || this.#pinch) return;
    if (event.button === 1) {
      // Else the browser starts its own scrolling, and would not focus the stage.
      event.preventDefault();
      this.#stage.focus({preventScroll: true});
    }
    if (!this.#pans(event)) return;
    this.#stage.setPointerCapture(event.pointerId);
    this.#startPress(event.pointerId, point, false);
  };

  readonly #onMove = (event: PointerEvent): void => {
    const point = this.pointOf(event);
    if (this.#pinch?.ids.includes(event.pointerId)) return this.#movePinch(event.pointerId, point);
    if (this.#fingers.has(event.pointerId)) this.#fingers.set(event.pointerId, point);
    const press = this.#press;
    if (press?.id !== event.pointerId) return;
    const threshold = dragThreshold[event.pointerType] ?? 3;
    if (!press.isDragging && distance(press.start, point) < threshold) return;
    press.isDragging = true;
    this.#view.panBy(point.x - press.last.x, point.y - press.last.y);
    press.last = point;
  };

  readonly #onUp = (event: PointerEvent): void => {
    this.#fingers.delete(event.pointerId);
    if (this.#pinch?.ids.includes(event.pointerId)) {
      this.#pinch = undefined;
      // The finger that stays goes on moving the picture.
      const [rest] = this.#fingers;
      if (rest) this.#startPress(rest[0], rest[1], true);
      else this.#end();
    } else if (this.#press?.id === event.pointerId) {
      this.#end();
    }
  };

  /** Also hears that a capture was lost; after an ordinary release there is nothing left to restore. */
  readonly #onCancel = (event: PointerEvent): void => {
    this.#fingers.delete(event.pointerId);
    if (this.#pinch?.ids.includes(event.pointerId)) {
      this.#pinch.restore();
      this.#end();
    } else if (this.#press?.id === event.pointerId) {
      this.#press.restore();
      this.#end();
    }
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== ' ' || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.#setSpace(true);
  };

  readonly #onKeyup = (event: KeyboardEvent): void => {
    if (event.key === ' ') this.#setSpace(false);
  };

  readonly #onBlur = (): void => this.#setSpace(false);

  #setSpace(isDown: boolean): void {
    this.#isSpaceDown = isDown;
    this.#stage.toggleAttribute('data-space', isDown);
  }

  #pans(event: PointerEvent): boolean {
    if (event.button === 1) return true;
    return event.button === 0 && (this.#isSpaceDown || this.#rules.mayDrag());
  }

  #startPress(id: number, point: ScreenPoint, isDragging: boolean): void {
    this.#press = {id, start: point, last: point, isDragging, restore: this.#view.save()};
    this.#rules.panning(true);
  }

  #startPinch(): void {
    const [a, b] = [...this.#fingers.keys()];
    if (a === undefined || b === undefined) return;
    this.#press = undefined;
    this.#pinch = {ids: [a, b], restore: this.#view.save()};
    this.#rules.panning(true);
  }

  #movePinch(id: number, point: ScreenPoint): void {
    const [a, b] = this.#pinch!.ids;
    const [fromA, fromB] = [this.#fingers.get(a)!, this.#fingers.get(b)!];
    this.#fingers.set(id, point);
    const [toA, toB] = [this.#fingers.get(a)!, this.#fingers.get(b)!];
    const from = middle(fromA, fromB);
    const to = middle(toA, toB);
    // Fingers closer than this are one finger as far as numbers go.
    const closest = 8;
    this.#view.zoomBy(
      Math.max(distance(toA, toB), closest) / Math.max(distance(fromA, fromB), closest),
      from,
    );
    this.#view.panBy(to.x - from.x, to.y - from.y);
  }

  #end(): void {
    this.#press = undefined;
    this.#pinch = undefined;
    this.#rules.panning(false);
  }
}
