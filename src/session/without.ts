/** A copy of `object` without some of its members. */
export function without<T extends object, Key extends keyof T>(
  object: T,
  ...keys: readonly Key[]
): Omit<T, Key> {
  const copy: Partial<T> = {...object};
  for (const key of keys) delete copy[key];
  return copy as Omit<T, Key>;
}
