/** A set with these items in it, too. */
export function withAll<T>(set: ReadonlySet<T>, items: Iterable<T>): ReadonlySet<T> {
  return new Set([...set, ...items]);
}

/** A set without these items. */
export function without<T>(set: ReadonlySet<T>, items: Iterable<T>): ReadonlySet<T> {
  const rest = new Set(set);
  for (const item of items) rest.delete(item);
  return rest;
}

/** A set without an item that was in it, or with one that was not. */
export function toggled<T>(set: ReadonlySet<T>, item: T): ReadonlySet<T> {
  return set.has(item) ? without(set, [item]) : withAll(set, [item]);
}
