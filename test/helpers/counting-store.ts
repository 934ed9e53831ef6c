import type {SessionStore} from '../../src/session/session-store.js';

/** A store that counts how often it is asked, by the name of what it is asked for. */
export function countingStore(store: SessionStore): {
  readonly store: SessionStore;
  readonly asked: Map<string, number>;
} {
  const asked = new Map<string, number>();
  const proxy = new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...given: unknown[]): unknown => {
        asked.set(String(name), (asked.get(String(name)) ?? 0) + 1);
        return (value as (...all: unknown[]) => unknown).apply(target, given);
      };
    },
  });
  return {store: proxy, asked};
}
