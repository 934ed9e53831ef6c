import type {Sight} from '../geometry/sight.js';
import {MovedCanvas, stageOf} from './moved-canvas.js';
import {intersection, Projector, type DeviceBox} from './projector.js';

/** What an overlay shows. */
export interface OverlayContent {
  /** Where that is, in device pixels of the stage; nothing when there is nothing to show. */
  boundsOf(projector: Projector): DeviceBox | undefined;
  /** `part` is all of the canvas, which is no larger than what is shown. */
  paint(context: CanvasRenderingContext2D, projector: Projector, part: DeviceBox): void;
}

/** A canvas that is painted alone, whenever what it shows or the view changes, and is only as large as that. */
export class MaskOverlay {
  /** It must be painted in the next frame. */
  isDue = false;
  readonly #content: OverlayContent;
  readonly #canvas = new MovedCanvas(0);
  #sight: Sight | undefined;
  #isEmpty = true;

  constructor(content: OverlayContent) {
    this.#content = content;
  }

  get element(): HTMLElement {
    return this.#canvas.element;
  }

  /** Takes another view; what is shown moves with it at once. */
  look(sight: Sight | undefined): void {
    const isFirst = this.#sight === undefined;
    this.#sight = sight;
    if (!sight) this.#canvas.isShown = false;
    else if (!this.#isEmpty) this.#canvas.moveTo(sight.view);
    this.isDue ||= sight !== undefined && (isFirst || !this.#isEmpty);
  }

  /** Paints, if that is due. */
  paint(ratio: number): void {
    const sight = this.#sight;
    if (!this.isDue || !sight) return;
    this.isDue = false;
    const bounds = this.#content.boundsOf(new Projector(sight, ratio));
    const part = bounds && intersection(bounds, stageOf(sight, ratio));
    this.#isEmpty = !bounds;
    this.#canvas.isShown = part !== undefined;
    if (!part) return;
    const projector = this.#canvas.start(sight, ratio, part);
    this.#canvas.moveTo(sight.view);
    this.#content.paint(this.#canvas.context, projector, this.#canvas.area);
  }

  destroy(): void {
    this.#canvas.destroy();
  }
}
