import {distance, middle, type ScreenPoint} from '../../geometry/point.js';
import type {StageView} from './stage-view.js';

/** Fingers closer than this are one finger as far as numbers go. */
const closest = 8;

/** Two fingers that zoom and move the picture between them. */
export class Pinch {
  readonly #view: StageView;
  readonly #points: Map<number, ScreenPoint>;
  readonly #restore: () => void;

  constructor(view: StageView, fingers: Iterable<readonly [number, ScreenPoint]>) {
    this.#view = view;
    this.#points = new Map(fingers);
    this.#restore = view.save();
    view.remember();
  }

  has(id: number): boolean {
    return this.#points.has(id);
  }

  /** The finger that stays when this one leaves. */
  other(id: number): readonly [number, ScreenPoint] | undefined {
    return [...this.#points].find(([own]) => own !== id);
  }

  move(id: number, point: ScreenPoint): void {
    const other = this.other(id)?.[1];
    const last = this.#points.get(id);
    if (!other || !last) return;
    this.#points.set(id, point);
    const from = middle(last, other);
    const to = middle(point, other);
    const factor = Math.max(distance(point, other), closest) / Math.max(distance(last, other), closest);
    this.#view.zoomBy(factor, from);
    this.#view.panBy(to.x - from.x, to.y - from.y);
  }

  cancel(): void {
    this.#restore();
  }
}
