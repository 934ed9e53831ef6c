import type {SessionStore} from '../session/session-store.js';

/** The same store, with receipts that nobody else sees and that end with the page. */
export function ownReceipts(store: SessionStore): SessionStore {
  const receipts = new Map<string, Map<number, string>>();
  const own: Pick<SessionStore, 'name' | 'receipts' | 'putReceipt'> = {
    // Locks go by the name: what happens here is no business of other tabs.
    name: `${store.name} ${crypto.randomUUID()}`,
    async receipts(id, from, to) {
      return new Map([...(receipts.get(id) ?? [])].filter(([index]) => index >= from && index < to));
    },
    async putReceipt(id, index, receipt) {
      const known = receipts.get(id) ?? new Map<number, string>();
      receipts.set(id, known.set(index, receipt));
    },
  };
  return new Proxy(store, {
    get(target, key) {
      if (Object.hasOwn(own, key)) return own[key as keyof typeof own];
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
  });
}
