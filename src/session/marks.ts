/** The text storage of the page, or nothing where it is denied: even looking at it may throw. */
export function textStorage(): Storage | undefined {
  try {
    return globalThis.localStorage;
  } catch {
    return undefined;
  }
}

/**
 * A few numbers per session, kept outside the database.
 *
 * The text storage lags behind by seconds and may be missing, full or full of nonsense: what stands here is a hint, and
 * never a copy of the work.
 */
export class Marks<Key extends string> {
  readonly #prefix: string;
  readonly #keys: readonly Key[];
  readonly #storage: Storage | undefined;

  /** `kind` and `store`, the name of the session store, tell these marks from others of the same origin. */
  constructor(kind: string, store: string, keys: readonly Key[], storage = textStorage()) {
    this.#prefix = `gt-elements ${kind} ${store} `;
    this.#keys = keys;
    this.#storage = storage;
  }

  set(name: string, mark: Readonly<Record<Key, number>>): void {
    try {
      this.#storage?.setItem(this.#prefix + name, JSON.stringify(mark));
    } catch {
      // Full or denied: without the mark something goes unnoticed, and nothing else changes.
    }
  }

  get(name: string): Readonly<Record<Key, number>> | undefined {
    try {
      const mark: unknown = JSON.parse(this.#storage?.getItem(this.#prefix + name) ?? 'null');
      const isMark =
        typeof mark === 'object' &&
        mark !== null &&
        this.#keys.every((key) => typeof (mark as Record<string, unknown>)[key] === 'number');
      return isMark ? (mark as Record<Key, number>) : undefined;
    } catch {
      return undefined;
    }
  }

  forget(name: string): void {
    try {
      this.#storage?.removeItem(this.#prefix + name);
    } catch {
      // Denied: there is none either.
    }
  }
}
