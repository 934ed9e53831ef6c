import type {Frame} from '../geometry/view.js';
import type {Sight} from '../geometry/sight.js';
import type {PaintedLayer} from './painted-layer.js';
import type {Area} from './projector.js';

/** A gesture is over when the view has not changed for this long. */
const restMs = 60;
/** Main thread time for painting within one animation frame, and while there is nothing on the screen yet. */
const sliceMs = 2;
const urgentSliceMs = 12;
/** The same when something changed, before the next animation frame. */
const firstSliceMs = 8;
/** Finished pixels are stretched at most so much before sharper ones are painted. */
const leastFactor = 0.6;
const mostFactor = 1.7;
/** CSS pixels of margin that are left when new ones are painted. */
const leastSlack = 80;

/** A painting of the hidden canvas that is under way. */
interface Job {
  readonly steps: Generator<Promise<void> | void, void>;
  /** Somebody else is painting; there is nothing to do here. */
  isWaiting: boolean;
  readonly sight: Sight;
  readonly generation: unknown;
  /** Only to be sharper: what is shown is complete. */
  readonly isForRest: boolean;
  /** Areas that changed since it began. */
  readonly areas: Area[];
}

/**
 * Keeps on the screen what nobody is busy with: idle boxes, the pixels of a mask. Two canvases: the front one is moved by CSS while a gesture runs, the back one
 * is painted in slices when the gesture rests or the front one no longer does; then they change places.
 *
 *     shown ──look──▶ moved ──rest, or too far──▶ painting the back ──done──▶ swapped: shown
 *       └──change: patched in place, or painting the back at once
 */
export class IdlePainter {
  readonly element: HTMLElement;
  readonly #wantFrame: () => void;
  readonly #generation: () => unknown;
  #front: PaintedLayer;
  #back: PaintedLayer;
  #sight: Sight | undefined;
  #ratio = 1;
  #job: Job | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastLook = 0;
  /** Everything has been painted anew since the last frame. */
  #isRepainted = false;

  /**
   * `wantFrame` is called when {@link slice} should be called in the next animation frame. When `generation` gives
   * another value than at its beginning, a painting begins anew.
   */
  constructor(layer: () => PaintedLayer, wantFrame: () => void, generation: () => unknown = () => 0) {
    this.#wantFrame = wantFrame;
    this.#generation = generation;
    this.#front = layer();
    this.#back = layer();
    this.element = document.createElement('div');
    this.element.append(this.#back.canvas.element, this.#front.canvas.element);
  }

  /** True when everything is painted, for the view that is looked at. */
  get isSettled(): boolean {
    return this.#job === undefined && this.#timer === undefined;
  }

  /** Takes another view, size of the stage or picture. */
  look(sight: Sight, ratio: number): void {
    const before = this.#sight;
    this.#sight = sight;
    this.#ratio = ratio;
    if (!before || !sameFrame(before.frame, sight.frame) || !this.#front.canvas.sight) {
      this.#front.canvas.isShown = false;
      this.repaint();
      return;
    }
    const {canvas} = this.#front;
    canvas.moveTo(sight.view);
    this.#lastLook = performance.now();
    if (this.#isExact(canvas.sight)) return;
    this.#timer ??= setTimeout(this.#rested, restMs);
    const isWorn = this.#isWorn();
    if (!this.#job && isWorn) this.#start();
    // The gesture goes on after all: what is being painted would be thrown away.
    else if (this.#job?.isForRest && !isWorn) this.#giveUp();
  }

  /** Shows nothing. */
  clear(): void {
    this.#stop();
    this.#sight = undefined;
    this.#front.canvas.isShown = false;
  }

  /**
   * Paints everything anew, because much may have changed. What can be done in a few milliseconds is done at once, but
   * only once in a frame: opening an item changes many things, one after the other.
   */
  repaint(): void {
    if (!this.#sight) return;
    this.#start();
    if (this.#isRepainted) return;
    if (this.slice(firstSliceMs)) this.#wantFrame();
    this.#isRepainted = true;
  }

  /** Paints some areas of the stored grid anew; shown by the next {@link slice}, together with what others paint then. */
  patch(areas: readonly Area[]): void {
    if (!this.#sight || areas.length === 0) return;
    if (this.#front.isOneWhole || !this.#front.canvas.sight) return this.repaint();
    this.#job?.areas.push(...areas);
    this.#front.patch(areas);
    this.#wantFrame();
  }

  /** Shows what was painted and goes on painting for a few milliseconds. True when there is more to do. */
  slice(budgetMs = this.#budgetMs): boolean {
    this.#isRepainted = false;
    this.#front.canvas.present();
    if (!this.#job || this.#job.isWaiting) return false;
    if (this.#job.generation !== this.#generation()) this.#start();
    const job = this.#job;
    const end = performance.now() + budgetMs;
    do {
      const {done, value: wait} = job.steps.next();
      if (done) return this.#swap();
      if (wait) return this.#wait(job, wait);
    } while (performance.now() < end);
    return true;
  }

  get #budgetMs(): number {
    if (!this.#front.canvas.isShown) return urgentSliceMs;
    return this.#isRepainted ? firstSliceMs : sliceMs;
  }

  /** Goes on when the promise is kept, unless the job has been given up by then. False: no frame is needed before. */
  #wait(job: Job, promise: Promise<void>): false {
    job.isWaiting = true;
    void promise.then(() => {
      job.isWaiting = false;
      if (this.#job === job) this.#wantFrame();
    });
    return false;
  }

  #giveUp(): void {
    this.#job?.steps.return();
    this.#job = undefined;
  }

  destroy(): void {
    this.#stop();
    this.#front.canvas.destroy();
    this.#back.canvas.destroy();
    this.element.remove();
  }

  #start(isForRest = false): void {
    const sight = this.#sight;
    if (!sight) return;
    this.#giveUp();
    const generation = this.#generation();
    const steps = this.#back.paint(sight, this.#ratio);
    this.#job = {steps, isWaiting: false, sight, generation, isForRest, areas: []};
    this.#wantFrame();
  }

  #stop(): void {
    this.#giveUp();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Shows what was painted. True when the view has gone so far meanwhile that it must be painted again. */
  #swap(): boolean {
    const areas = this.#job?.areas ?? [];
    this.#job = undefined;
    [this.#front, this.#back] = [this.#back, this.#front];
    this.#front.patch(areas);
    this.#front.canvas.present();
    if (this.#sight) this.#front.canvas.moveTo(this.#sight.view);
    this.#front.canvas.isShown = true;
    this.#back.canvas.isShown = false;
    if (this.#isExact(this.#front.canvas.sight) || (this.#timer !== undefined && !this.#isWorn()))
      return false;
    this.#start();
    return true;
  }

  readonly #rested = (): void => {
    const left = this.#lastLook + restMs - performance.now();
    if (left > 0) {
      this.#timer = setTimeout(this.#rested, left);
      return;
    }
    this.#timer = undefined;
    if (!this.#isExact(this.#front.canvas.sight) && !this.#isExact(this.#job?.sight))
      this.#start(this.#job?.isForRest ?? true);
  };

  /** True when the front canvas no longer does: its pixels are stretched too far, or are missing at the border. */
  #isWorn(): boolean {
    const {canvas} = this.#front;
    const painted = canvas.sight;
    if (!painted || !this.#sight) return true;
    const factor = this.#sight.view.scale / painted.view.scale;
    return factor < leastFactor || factor > mostFactor || canvas.slack(this.#sight) < leastSlack;
  }

  /** True when these pixels were painted for exactly what is looked at. */
  #isExact(painted: Sight | undefined): boolean {
    const sight = this.#sight;
    if (!painted || !sight) return false;
    const {view, stage} = sight;
    return (
      painted.view.scale === view.scale &&
      painted.view.x === view.x &&
      painted.view.y === view.y &&
      painted.stage.width === stage.width &&
      painted.stage.height === stage.height &&
      sameFrame(painted.frame, sight.frame)
    );
  }
}

function sameFrame(a: Frame, b: Frame): boolean {
  return (
    a.orientation === b.orientation &&
    a.stored.width === b.stored.width &&
    a.stored.height === b.stored.height
  );
}
