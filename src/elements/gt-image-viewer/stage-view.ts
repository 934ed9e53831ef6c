import type {ScreenPoint, Size} from '../../geometry/point.js';
import {
  afterResize,
  centredView,
  fitScale,
  fitView,
  overflows,
  panned,
  screenToUpright,
  smallestScale,
  snappedView,
  zoomAt,
  type Inset,
  type View,
} from '../../geometry/view.js';

/** What a new picture does to the view: fit it, keep the scale, or keep scale and place. */
export type ViewPolicy = 'fit' | 'keep-zoom' | 'keep-view';

const nothing: Size = {width: 0, height: 0};

/** How many views can be gone back to. */
const mostRemembered = 50;

/** A view, and whether it follows the size of the stage. */
interface Place {
  readonly view: View;
  readonly isFitted: boolean;
}

/** Which part of the picture the stage shows, and what moves it. Knows sizes and numbers, no elements. */
export class StageView {
  readonly #changed: () => void;
  #stage = nothing;
  #inset: Inset = {top: 0, right: 0, bottom: 0, left: 0};
  #picture: Size | undefined;
  /** The picture before this one, also while there is none. */
  #last: Size | undefined;
  #view: View = {scale: 1, x: 0, y: 0};
  #isFitted = true;
  #enlarge = false;
  #before: Place[] = [];

  /** `changed` is called after every change of the view. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get view(): View {
    return this.#view;
  }

  /** The view as it is painted, which may differ by less than a device pixel. */
  get shown(): View {
    return snappedView(this.#view, globalThis.devicePixelRatio || 1);
  }

  get stage(): Size {
    return this.#stage;
  }

  /** Upright size of the picture; nothing while there is none. */
  get picture(): Size | undefined {
    return this.#picture;
  }

  /** What a fitted picture leaves free of the stage. */
  get inset(): Inset {
    return this.#inset;
  }

  /** True while the view follows the size of the stage, until somebody zooms or pans. */
  get isFitted(): boolean {
    return this.#isFitted;
  }

  get isOverflowing(): boolean {
    return this.#picture !== undefined && overflows(this.#view, this.#picture, this.#stage);
  }

  /** Whether fitting may enlarge a small picture beyond its own pixels. */
  setEnlarge(enlarge: boolean): void {
    if (enlarge === this.#enlarge) return;
    this.#enlarge = enlarge;
    if (this.#isFitted) this.fit();
  }

  setPicture(picture: Size | undefined, policy: ViewPolicy = 'fit'): void {
    const before = this.#last;
    this.#picture = picture;
    this.#before = [];
    if (!picture) return this.#changed();
    this.#last = picture;
    if (!this.#isThere()) return;
    if (!before || this.#isFitted || policy === 'fit') return this.fit();
    const {scale} = this.#view;
    if (policy === 'keep-zoom') return this.#set(centredView(picture, this.#stage, scale, this.#inset));
    const middle = screenToUpright(this.#view, this.#middle());
    const x = this.#stage.width / 2 - (middle.x / before.width) * picture.width * scale;
    const y = this.#stage.height / 2 - (middle.y / before.height) * picture.height * scale;
    this.#set({scale, x, y});
  }

  /** Takes the size of the stage and what a fitted picture leaves free of it. Keeps what is in the middle. */
  setStage(stage: Size, inset: Inset): void {
    const before = this.#stage;
    this.#stage = stage;
    this.#inset = inset;
    if (!this.#picture || !this.#isThere()) return;
    if (this.#isFitted || before.width === 0 || before.height === 0) this.fit();
    else this.#set(afterResize(this.#view, before, stage));
  }

  /** Shows the whole picture. */
  fit(): void {
    if (!this.#picture || !this.#isThere()) return;
    this.#isFitted = true;
    this.#set(fitView(this.#picture, this.#stage, this.#inset, this.#enlarge));
  }

  /** Enlarges or shrinks around a place of the stage; by default around its middle. */
  zoomBy(factor: number, at: ScreenPoint = this.#middle()): void {
    if (!this.#picture || !(factor > 0)) return;
    const fitted = fitScale(this.#picture, this.#stage, this.#inset);
    // Around what is seen, which may be half a device pixel beside the view.
    const view = zoomAt(this.shown, factor, at, smallestScale(fitted));
    if (view.scale === this.#view.scale) return;
    this.#isFitted = false;
    this.#set(view);
  }

  /** One picture pixel per CSS pixel. */
  actualSize(at?: ScreenPoint): void {
    this.zoomBy(1 / this.#view.scale, at);
  }

  /** Moves the picture by CSS pixels. */
  panBy(dx: number, dy: number): void {
    if (!this.#picture) return;
    const view = panned(this.#view, dx, dy, this.#picture, this.#stage);
    if (view.x === this.#view.x && view.y === this.#view.y) return;
    this.#isFitted = false;
    this.#set(view);
  }

  /** Remembers the view; the function that comes back puts it back. */
  save(): () => void {
    const view = this.#view;
    const isFitted = this.#isFitted;
    return () => {
      this.#isFitted = isFitted;
      this.#set(view);
    };
  }

  /** Goes to a view. */
  show(view: View): void {
    if (!this.#picture) return;
    this.#isFitted = false;
    this.#set(view);
  }

  /** Notes the view as one to go back to; called before it changes for good. */
  remember(): void {
    const last = this.#before.at(-1);
    const {x, y, scale} = this.#view;
    if (last && last.view.x === x && last.view.y === y && last.view.scale === scale) return;
    this.#before.push({view: this.#view, isFitted: this.#isFitted});
    if (this.#before.length > mostRemembered) this.#before.shift();
  }

  /** Goes back to the view before the last act. False when there is none. */
  back(): boolean {
    const {x, y, scale} = this.#view;
    let last = this.#before.pop();
    // A gesture that came to nothing left the view it started from.
    while (last && last.view.x === x && last.view.y === y && last.view.scale === scale)
      last = this.#before.pop();
    if (!last) return false;
    if (last.isFitted) this.fit();
    else this.show(last.view);
    return true;
  }

  #middle(): ScreenPoint {
    return {x: this.#stage.width / 2, y: this.#stage.height / 2};
  }

  #isThere(): boolean {
    return this.#stage.width > 0 && this.#stage.height > 0;
  }

  #set(view: View): void {
    this.#view = view;
    this.#changed();
  }
}
