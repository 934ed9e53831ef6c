/** What pages ask of IndexedDB, counted: nothing that a busy machine changes. */
const counts = {transactions: 0, requests: 0, records: 0, mostAtOnce: 0};

function countResult(request) {
  request.addEventListener('success', () => {
    const found = Array.isArray(request.result) ? request.result.length : 1;
    counts.records += found;
    counts.mostAtOnce = Math.max(counts.mostAtOnce, found);
  });
}

for (const [kind, names] of [
  [IDBObjectStore, ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'put', 'add', 'delete', 'openCursor']],
  [IDBIndex, ['get', 'getKey', 'getAll', 'getAllKeys', 'count', 'openCursor', 'openKeyCursor']],
]) {
  for (const name of names) {
    const original = kind.prototype[name];
    kind.prototype[name] = function (...given) {
      const request = original.apply(this, given);
      counts.requests++;
      countResult(request);
      return request;
    };
  }
}
const {transaction} = IDBDatabase.prototype;
IDBDatabase.prototype.transaction = function (...given) {
  counts.transactions++;
  return transaction.apply(this, given);
};

/** What `act` asks, beside what it gives. */
export async function countedRequests(act) {
  Object.assign(counts, {transactions: 0, requests: 0, records: 0, mostAtOnce: 0});
  const result = await act();
  return {...result, ...counts};
}
