/** Two digits within this time are one number (CLS-4). */
const gapMs = 600;

/** What a digit means: the row it chooses, and the row that an earlier digit of the same number had chosen. */
export interface NumberPress {
  readonly position: number;
  readonly replaces?: number;
  /** Presses that belong to one number share it, so that they become one step of the history. */
  readonly mergeKey?: string;
}

/**
 * Turns digits into row numbers. The first digit acts at once; a second one soon after corrects it, so that nobody
 * has to wait for a number that stays short.
 */
export class NumberEntry {
  #first: {readonly position: number; readonly at: number; readonly mergeKey: string} | undefined;
  #count = 0;

  /** `position` is 1–10, `rows` how many rows there are, `at` the time in ms. */
  press(position: number, rows: number, at: number): NumberPress {
    const first = this.#first;
    this.#first = undefined;
    const digit = position % 10;
    if (first && at - first.at < gapMs && first.position * 10 + digit <= rows) {
      return {position: first.position * 10 + digit, replaces: first.position, mergeKey: first.mergeKey};
    }
    const mayGrow = position < 10 && position * 10 <= rows;
    if (!mayGrow) return {position};
    const mergeKey = `number-${Math.round(at)}-${++this.#count}`;
    this.#first = {position, at, mergeKey};
    return {position, mergeKey};
  }

  /** Any other act ends a number. */
  end(): void {
    this.#first = undefined;
  }
}
