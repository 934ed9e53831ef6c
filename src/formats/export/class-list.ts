/** Classes and their numbers, counted from 0; a class that is new gets the next one. */
export class ClassList {
  readonly #numbers: Map<string, number>;

  constructor(labels: Iterable<string> = []) {
    this.#numbers = new Map();
    for (const label of labels) this.numberOf(label);
  }

  numberOf(label: string): number {
    let number = this.#numbers.get(label);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(label, number);
    }
    return number;
  }

  /** In the order of their numbers. */
  get labels(): readonly string[] {
    return [...this.#numbers.keys()];
  }
}
