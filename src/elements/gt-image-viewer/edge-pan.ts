import type {ScreenPoint} from '../../geometry/point.js';
import type {StageInput} from './stage-layer.js';
import type {StageView} from './stage-view.js';

/** How near the edge of the stage a drag moves the picture, in CSS pixels. */
const zone: Readonly<Record<StageInput['pointer'], number>> = {mouse: 24, pen: 24, touch: 32};

/** CSS pixels per second at the edge itself, and the most that a pointer beyond it makes of it. */
const edgeSpeed = 500;
const mostSpeed = 1500;

/** A frame that comes later than this, after a pause of the page, counts for no more. */
const longestFrameMs = 50;

type Axis = 'x' | 'y';

/** Moves the picture while something is dragged to the edge of the stage, as far as there is more of it. */
export class EdgePan {
  readonly #view: StageView;
  #input: StageInput | undefined;
  /** Edges the pointer was away from during this drag: one that starts at an edge shall not run off. */
  readonly #armed = new Set<string>();
  #frame = 0;
  #lastMs = 0;

  constructor(view: StageView) {
    this.#view = view;
  }

  /** Tells where the press was. */
  begin(input: StageInput): void {
    this.stop();
    this.#arm(input);
  }

  /** Tells where the dragged pointer is. */
  follow(input: StageInput): void {
    this.#input = input;
    this.#arm(input);
    if (this.#frame || !this.#isWanted()) return;
    this.#lastMs = performance.now();
    this.#frame = requestAnimationFrame(this.#step);
  }

  #arm(input: StageInput): void {
    for (const axis of ['x', 'y'] as const) {
      if (this.#depth(input, axis, -1) <= 0) this.#armed.add(`${axis}-1`);
      if (this.#depth(input, axis, 1) <= 0) this.#armed.add(`${axis}1`);
    }
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#input = undefined;
    this.#armed.clear();
  }

  readonly #step = (): void => {
    this.#frame = 0;
    if (!this.#input) return;
    const now = performance.now();
    const seconds = Math.min(now - this.#lastMs, longestFrameMs) / 1000;
    this.#lastMs = now;
    const move: ScreenPoint = {x: this.#speed('x') * seconds, y: this.#speed('y') * seconds};
    if (move.x === 0 && move.y === 0) return;
    this.#frame = requestAnimationFrame(this.#step);
    this.#view.panBy(this.#limited('x', move.x), this.#limited('y', move.y));
  };

  #isWanted(): boolean {
    return this.#speed('x') !== 0 || this.#speed('y') !== 0;
  }

  /** How far the pointer is inside the zone of an edge, from 0 to 1, and beyond. */
  #depth({point, pointer}: StageInput, axis: Axis, side: -1 | 1): number {
    const {width, height} = this.#view.stage;
    const length = axis === 'x' ? width : height;
    const distance = side < 0 ? point[axis] : length - point[axis];
    return 1 - distance / zone[pointer];
  }

  #speed(axis: Axis): number {
    const input = this.#input;
    if (!input) return 0;
    for (const side of [-1, 1] as const) {
      const depth = this.#depth(input, axis, side);
      if (depth <= 0 || !this.#armed.has(`${axis}${side}`) || this.#hidden(axis, side) <= 0) continue;
      return -side * Math.min(mostSpeed, depth * edgeSpeed);
    }
    return 0;
  }

  /** How much of the picture is beyond an edge of the stage, in CSS pixels. */
  #hidden(axis: Axis, side: -1 | 1): number {
    const {view, picture, stage} = this.#view;
    if (!picture) return 0;
    if (side < 0) return -view[axis];
    const isX = axis === 'x';
    return (
      view[axis] + (isX ? picture.width : picture.height) * view.scale - (isX ? stage.width : stage.height)
    );
  }

  #limited(axis: Axis, move: number): number {
    const most = Math.max(0, this.#hidden(axis, move > 0 ? -1 : 1));
    return Math.sign(move) * Math.min(Math.abs(move), most);
  }
}
