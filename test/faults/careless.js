/**
 * Ways to be careless. `GT_CARELESS=<name> npm run test:faults` builds one of them into the page: the tests that are
 * about it must fail then, or they would be worth nothing.
 */
export const careless = {
  /** The end of a page is an ordinary write. */
  leave({session: {IndexedDbStore}}) {
    IndexedDbStore.prototype.leave = undefined;
  },
  /** Saved is said before it is true. */
  early({session: {IndexedDbStore}}) {
    const {write, openSession} = IndexedDbStore.prototype;
    let present;
    IndexedDbStore.prototype.write = async function (edit) {
      setTimeout(() => write.call(this, edit).catch(() => undefined), 500);
      const identity = {jobName: 'faults', labelAttributeName: 'kind', workerId: 'worker'};
      present ??= await openSession.call(this, identity, 0);
      present = {...present, seq: present.seq + 1};
      const item = {
        ...edit.content,
        session: edit.session,
        index: edit.index,
        rev: edit.rev + 1,
        edit: edit.id,
      };
      return {kind: 'saved', item, session: present};
    };
  },
  /** A loss is not looked for. */
  forgetful({session: {Watermarks}}) {
    Watermarks.prototype.lossOf = () => undefined;
  },
  /** Connections are never let go. */
  clinging() {
    IDBDatabase.prototype.close = () => undefined;
  },
  /** What cannot be stored is an exception that nobody catches. */
  brittle({session: {IndexedDbStore}}) {
    const {openSession} = IndexedDbStore.prototype;
    IndexedDbStore.prototype.openSession = async function (...args) {
      try {
        return await openSession.apply(this, args);
      } catch (error) {
        throw error.cause ?? new Error('no storage', {cause: error});
      }
    };
  },
  /** The page keeps itself out of the cache for Back and Forward. */
  unloading() {
    addEventListener('unload', () => undefined);
  },
  /** A transaction is begun when the page freezes, and left open. */
  freezing() {
    document.addEventListener('freeze', () => {
      const opening = indexedDB.open('gt-elements');
      opening.onsuccess = () => undefined;
      globalThis.held?.transaction(['items', 'sessions'], 'readwrite').objectStore('items').get(['', 0]);
    });
    const {open} = IDBFactory.prototype;
    IDBFactory.prototype.open = function (...args) {
      const request = open.apply(this, args);
      request.addEventListener('success', () => (globalThis.held ??= request.result));
      return request;
    };
  },
  /** The newest is what has the highest time. */
  clock({session: {IndexedDbStore}}) {
    const {write} = IndexedDbStore.prototype;
    let newest = 0;
    IndexedDbStore.prototype.write = async function (edit) {
      if (edit.at < newest)
        return {kind: 'saved', item: {}, session: await this.openSession(fault.identity, 0)};
      newest = edit.at;
      return write.call(this, edit);
    };
  },
  /** The canvas is the only copy of what was painted. */
  canvas() {
    const {dispatchEvent} = EventTarget.prototype;
    EventTarget.prototype.dispatchEvent = function (event) {
      if (event.type === 'contextlost') fault.task.history = {done: [], undone: []};
      return dispatchEvent.call(this, event);
    };
  },
};
