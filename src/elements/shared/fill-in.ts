/**
 * Gives properties their defaults back where a page has set `undefined` or `null`, as frameworks do for "nothing", or
 * has taken the attribute away. To be called first in `willUpdate`.
 */
export function fillIn<T extends object>(element: T, defaults: Partial<T>): void {
  for (const [name, value] of Object.entries(defaults) as [keyof T, T[keyof T]][]) {
    if (element[name] === undefined || element[name] === null) element[name] = value;
  }
}
