import type {Sight} from '../geometry/sight.js';
import type {MovedCanvas} from './moved-canvas.js';
import type {Area} from './projector.js';

/** A canvas with what somebody looks at, and whoever paints it. */
export interface PaintedLayer {
  readonly canvas: MovedCanvas;
  /** True when a changed place changes more than itself, so that all must be painted again. */
  readonly isOneWhole: boolean;
  /**
   * Paints everything for a sight. Yields often, so that it can be done in slices; a promise means that there is
   * nothing to do before it is kept. Whoever gives up before the end calls `return`.
   */
  paint(sight: Sight, ratio: number): Generator<Promise<void> | void, void>;
  /** Paints areas of the stored grid once more. The canvas must be presented to show it. */
  patch(areas: readonly Area[]): void;
}
