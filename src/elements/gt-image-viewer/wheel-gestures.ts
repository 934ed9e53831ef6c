import type {ScreenPoint} from '../../geometry/point.js';
import {wheelFactor, wheelPixels} from '../../geometry/wheel.js';
import type {StageView} from './stage-view.js';

/** What a plain turn of the wheel does: zoom, pan, or zoom only while the stage has the focus. */
export type WheelPolicy = 'zoom' | 'scroll' | 'auto';

/** What the wheel asks before it acts. */
export interface WheelRules {
  readonly policy: () => WheelPolicy;
  readonly isInverted: () => boolean;
  readonly hasFocus: () => boolean;
  readonly pointOf: (event: {readonly clientX: number; readonly clientY: number}) => ScreenPoint;
  /** Turns the wheel of the tool, with Alt held, by whole notches. False when the tool does not want it. */
  readonly turned: (event: WheelEvent, steps: number) => boolean;
  /** Told when a turn was left to the page, though the person may have meant the picture. */
  readonly leftToPage: () => void;
}

/** CSS pixels that a notch of the wheel turns. */
const notchPixels = 100;

/** Turns that follow each other within this time are one act, which one step goes back from. */
const actMs = 500;

/** Safari's own event for a trackpad pinch. */
interface SafariGestureEvent extends UIEvent {
  readonly scale: number;
  readonly clientX: number;
  readonly clientY: number;
}

/** Turns wheel and trackpad into zoom and pan. Events are summed, so that the picture moves once per frame. */
export class WheelGestures {
  readonly #view: StageView;
  readonly #rules: WheelRules;
  #factor = 1;
  #dx = 0;
  #dy = 0;
  #at: ScreenPoint | undefined;
  #frame = 0;
  #lastMs = -Infinity;
  /** The part of a notch that has not been handed to the tool yet: trackpads turn in small steps. */
  #turn = 0;
  #gestureScale: number | undefined;

  constructor(stage: HTMLElement, view: StageView, rules: WheelRules) {
    this.#view = view;
    this.#rules = rules;
    stage.addEventListener('wheel', this.#onWheel, {passive: false});
    stage.addEventListener('gesturestart', this.#onGesture);
    stage.addEventListener('gesturechange', this.#onGesture);
    stage.addEventListener('gestureend', this.#onGesture);
  }

  /** Forgets what waits for the next frame. */
  cancel(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#factor = 1;
    this.#dx = 0;
    this.#dy = 0;
  }

  readonly #onWheel = (event: WheelEvent): void => {
    if (event.defaultPrevented || !this.#view.picture) return;
    const isAsked = event.ctrlKey || event.metaKey;
    if (event.altKey && !isAsked && this.#turnTool(event)) return event.preventDefault();
    const policy = this.#rules.policy();
    if (!isAsked && policy === 'auto' && !this.#rules.hasFocus()) return this.#rules.leftToPage();
    if (!isAsked && policy === 'scroll') return this.#pan(event);
    event.preventDefault();
    if (this.#gestureScale !== undefined) return;
    const {height} = this.#view.stage;
    const {dx, dy} = wheelPixels(event, height);
    // A sideways swipe is no wish to zoom.
    if (!isAsked && Math.abs(dx) > Math.abs(dy)) return this.#add(1, -dx, 0, event);
    const factor = wheelFactor(event, height);
    this.#add(this.#rules.isInverted() ? 1 / factor : factor, 0, 0, event);
  };

  /** Some systems turn the wheel sideways while Alt is held. */
  #turnTool(event: WheelEvent): boolean {
    const {dx, dy} = wheelPixels(event, this.#view.stage.height);
    this.#turn -= (dy || dx) / notchPixels;
    // A notch is a little less than that in some browsers.
    const steps = Math.trunc(this.#turn + Math.sign(this.#turn) * 0.25);
    if (steps === 0) return this.#rules.turned(event, 0);
    this.#turn = 0;
    return this.#rules.turned(event, steps);
  }

  /** Moves the picture as far as there is more of it; otherwise the page scrolls. */
  #pan(event: WheelEvent): void {
    if (!this.#view.isOverflowing) return;
    event.preventDefault();
    const {dx, dy} = wheelPixels(event, this.#view.stage.height);
    const isSideways = event.shiftKey && dx === 0;
    this.#add(1, isSideways ? -dy : -dx, isSideways ? 0 : -dy, event);
  }

  readonly #onGesture = (event: Event): void => {
    event.preventDefault();
    const {scale} = event as SafariGestureEvent;
    if (event.type === 'gesturestart') this.#gestureScale = scale;
    if (event.type === 'gesturechange' && this.#gestureScale) {
      this.#add(scale / this.#gestureScale, 0, 0, event as SafariGestureEvent);
      this.#gestureScale = scale;
    }
    if (event.type === 'gestureend') this.#gestureScale = undefined;
  };

  #add(
    factor: number,
    dx: number,
    dy: number,
    event: {readonly clientX: number; readonly clientY: number; readonly timeStamp: number},
  ): void {
    if (event.timeStamp - this.#lastMs > actMs) this.#view.remember();
    this.#lastMs = event.timeStamp;
    this.#factor *= factor;
    this.#dx += dx;
    this.#dy += dy;
    this.#at = this.#rules.pointOf(event);
    this.#frame ||= requestAnimationFrame(() => {
      const [sum, x, y] = [this.#factor, this.#dx, this.#dy];
      this.cancel();
      if (sum !== 1) this.#view.zoomBy(sum, this.#at);
      if (x !== 0 || y !== 0) this.#view.panBy(x, y);
    });
  }
}
