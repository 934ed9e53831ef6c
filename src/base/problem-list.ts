import type {Problem} from './result.js';

/** More problems of one kind than anybody reads. */
const mostOfAKind = 100;

/**
 * Collects problems of which there may be thousands, such as one for each box: the first hundred of each code, and
 * one that says how many more there are.
 */
export class ProblemList {
  readonly #kept: Problem[] = [];
  readonly #counts = new Map<string, number>();
  readonly #last = new Map<string, Problem>();

  /** Adds what `make` gives, unless there are enough of that code. */
  add(code: string, make: () => Problem): void {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    if (count <= mostOfAKind) this.#kept.push(make());
    else if (count === mostOfAKind + 1) this.#last.set(code, make());
  }

  get isEmpty(): boolean {
    return this.#counts.size === 0;
  }

  get problems(): readonly Problem[] {
    const rest = [...this.#last].map(([code, problem]) => {
      const more = (this.#counts.get(code) ?? 0) - mostOfAKind;
      return more === 1
        ? problem
        : {...problem, message: `${problem.message} There are ${more - 1} more like it.`};
    });
    return [...this.#kept, ...rest];
  }
}
