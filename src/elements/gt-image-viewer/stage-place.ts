import type {ScreenPoint} from '../../geometry/point.js';

/** How far the probes are apart, in CSS pixels of the stage. */
const apart = 100;

/** A place of the window, as events tell it. */
type Client = Pick<MouseEvent, 'clientX' | 'clientY'>;

function probe(left: number, top: number): HTMLElement {
  const element = document.createElement('i');
  element.className = 'probe';
  element.style.setProperty('left', `${left}px`);
  element.style.setProperty('top', `${top}px`);
  return element;
}

/**
 * Tells where on the stage something happens that the browser tells in window coordinates.
 *
 * A page may move, scale or turn what the stage stands in. Three invisible marks on the stage show where its axes went,
 * which no style says as simply; fractions of pixels are kept.
 */
export class StagePlace {
  readonly #origin = probe(0, 0);
  readonly #right = probe(apart, 0);
  readonly #below = probe(0, apart);

  constructor(stage: HTMLElement) {
    stage.append(this.#origin, this.#right, this.#below);
  }

  readonly pointOf = (event: Client): ScreenPoint => this.#measured()(event);

  /** The same for several at once: looking where the stage is takes longer than the rest. */
  pointsOf(events: readonly Client[]): readonly ScreenPoint[] {
    return events.map(this.#measured());
  }

  /** Looks where the stage is now; the function that comes back holds until that changes. */
  #measured(): (event: Client) => ScreenPoint {
    const origin = this.#origin.getBoundingClientRect();
    const right = this.#right.getBoundingClientRect();
    const below = this.#below.getBoundingClientRect();
    const [ax, ay] = [right.x - origin.x, right.y - origin.y];
    const [bx, by] = [below.x - origin.x, below.y - origin.y];
    const area = ax * by - ay * bx;
    return ({clientX, clientY}) => {
      const [dx, dy] = [clientX - origin.x, clientY - origin.y];
      // A stage that is scaled to nothing has no places.
      if (area === 0) return {x: 0, y: 0};
      return {x: (apart * (dx * by - dy * bx)) / area, y: (apart * (ax * dy - ay * dx)) / area};
    };
  }
}
