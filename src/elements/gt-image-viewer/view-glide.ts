import type {View} from '../../geometry/view.js';
import type {StageView} from './stage-view.js';

const glideMs = 150;

const between = (from: number, to: number, part: number): number => from + (to - from) * part;

/** Moves the picture to a place so that the eye can follow; at once for people who want no motion. */
export class ViewGlide {
  readonly #view: StageView;
  #frame = 0;

  constructor(view: StageView) {
    this.#view = view;
  }

  to(target: View): void {
    this.stop();
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) return this.#view.show(target);
    const from = this.#view.view;
    const started = performance.now();
    let shown = from;
    const step = (): void => {
      // Whoever moves the picture in the meantime is right.
      if (this.#view.view !== shown) return;
      const part = Math.min(1, (performance.now() - started) / glideMs);
      const eased = 1 - (1 - part) ** 3;
      this.#view.show(
        part === 1
          ? target
          : {
              scale: between(from.scale, target.scale, eased),
              x: between(from.x, target.x, eased),
              y: between(from.y, target.y, eased),
            },
      );
      shown = this.#view.view;
      if (part < 1) this.#frame = requestAnimationFrame(step);
    };
    this.#frame = requestAnimationFrame(step);
  }

  stop(): void {
    cancelAnimationFrame(this.#frame);
  }
}
