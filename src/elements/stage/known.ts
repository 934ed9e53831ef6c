/** A value that was stored, where it is still one of those there are. */
export function known<T>(value: T | undefined, isKnown: (value: T) => boolean): T | undefined {
  return value !== undefined && isKnown(value) ? value : undefined;
}

/** Those values of a stored list that are still there. */
export function knownSet<T>(
  values: readonly T[] | undefined,
  isKnown: (value: T) => boolean,
): ReadonlySet<T> | undefined {
  return values && new Set(values.filter(isKnown));
}
