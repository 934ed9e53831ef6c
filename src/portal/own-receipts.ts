import type {DeliveryStore} from '../delivery/courier.js';

/** The same store, with receipts that nobody else sees and that end with the page. */
export function ownReceipts(store: DeliveryStore): DeliveryStore {
  const receipts = new Map<string, Map<number, string>>();
  return {
    // Locks go by the name: what happens here is no business of other tabs.
    name: `${store.name} ${crypto.randomUUID()}`,
    item: (id, index) => store.item(id, index),
    items: (id, from, count) => store.items(id, from, count),
    async receipts(id, from, to) {
      return new Map([...(receipts.get(id) ?? [])].filter(([index]) => index >= from && index < to));
    },
    async putReceipt(id, index, receipt) {
      receipts.set(id, (receipts.get(id) ?? new Map<number, string>()).set(index, receipt));
    },
  };
}
