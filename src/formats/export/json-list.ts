/** Characters of JSON that are put together before they are handed to the blob. */
const pieceSize = 1024 * 1024;

/** The items of a JSON list that may be longer than a string can be. */
export class JsonList {
  readonly #closed: Blob[] = [];
  #open = '';
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** The list's text between its brackets. */
  get pieces(): readonly (Blob | string)[] {
    return [...this.#closed, this.#open];
  }

  add(item: object): void {
    this.#open += `${this.#count === 0 ? '' : ','}\n${JSON.stringify(item)}`;
    this.#count++;
    if (this.#open.length < pieceSize) return;
    this.#closed.push(new Blob([this.#open]));
    this.#open = '';
  }
}
