/** One target: what must hold, what was found, and whether it did. */
export const gate = (target, found, holds) => ({target, found, holds});

export const round = (value, digits = 2) => Math.round(value * 10 ** digits) / 10 ** digits;

export function median(values) {
  return values.toSorted((a, b) => a - b)[values.length >> 1];
}
