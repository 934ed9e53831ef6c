import type {Area} from '../../raster/components.js';
import {done, refused, type Outcome} from '../act.js';
import type {MaskContext} from '../mask-context.js';
import {nameRegions} from '../mask-words.js';
import {withMask} from './with-mask.js';

/** Which areas are looked at: those nobody has labelled, the largest first; or all, the smallest first. */
export type AreaSearch = 'unlabelled' | 'smallest';

/** An area of the mask with the number of its pixels. */
export interface FoundArea extends Area {
  readonly number: number;
}

/** Where the walk leads; no area where it leads nowhere. */
export interface NextArea {
  readonly outcome: Outcome;
  readonly area?: FoundArea;
}

/** More areas than these nobody walks through. */
const mostAreas = 1000;

/**
 * Leads from one area of the mask to the next (SEG-11). While the mask stays the same it goes on; after a change it
 * begins anew, with what is the largest or smallest then.
 */
export class AreaWalk {
  readonly #context: MaskContext;
  #search: AreaSearch | undefined;
  #tiles: unknown;
  #areas: readonly FoundArea[] = [];
  #next = 0;
  #last: Promise<unknown> = Promise.resolve();

  constructor(context: MaskContext) {
    this.#context = context;
  }

  /** The next area, to be brought into view, and the sentence that tells it. Impatient calls wait for each other. */
  next(search: AreaSearch): Promise<NextArea> {
    const next = this.#last.then(() => this.#step(search));
    this.#last = next;
    return next;
  }

  async #step(search: AreaSearch): Promise<NextArea> {
    const {board, words, language} = this.#context;
    const {document} = board.editor.state;
    if (search !== this.#search || this.#tiles !== document) {
      const outcome = await this.#look(search);
      if (!outcome.done) return {outcome};
    }
    const area = this.#areas[this.#next];
    if (!area) return {outcome: refused('nothing-there', words.noAreas)};
    const place = this.#next + 1;
    this.#next = place % this.#areas.length;
    const region = board.region(area.number);
    const what = region ? nameRegions(this.#context, [region]) : words.unlabelled;
    const message = words.area(
      place,
      this.#areas.length,
      what,
      words.pixels(area.pixels, language),
      language,
    );
    return {outcome: done(message, 1), area};
  }

  #look(search: AreaSearch): Promise<Outcome> {
    const {board, work, words} = this.#context;
    const all = () => board.regions.map(({number}) => number);
    return withMask(
      this.#context,
      async (mask, signal) => {
        const numbers = search === 'unlabelled' ? [0] : all();
        const most = search === 'unlabelled' ? mostAreas : Infinity;
        const found = await Promise.all(
          numbers.map(async (number) =>
            (await work.areasOf(mask, number, most, signal)).map((area) => ({...area, number})),
          ),
        );
        return found.flat();
      },
      (areas) => {
        const sign = search === 'unlabelled' ? -1 : 1;
        this.#areas = areas.sort((a, b) => sign * (a.pixels - b.pixels)).slice(0, mostAreas);
        this.#next = 0;
        this.#search = search;
        this.#tiles = board.editor.state.document;
        return areas.length > 0
          ? done('', areas.length)
          : refused('nothing-there', search === 'unlabelled' ? words.allLabelled : words.noAreas);
      },
    );
  }
}
