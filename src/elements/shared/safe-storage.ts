/** What a browser remembers for a page. `undefined` where the page has no storage or has been refused it. */
export function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a text for the page, as well as the browser lets us. */
export function remember(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Refused or full: the choice lasts as long as the page, which is all that is lost.
  }
}
