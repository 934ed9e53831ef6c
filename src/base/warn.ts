const said = new Set<string>();

/** Says something to the developer of the page, once per text. For mistakes in a page; workers never see it. */
export function warnOnce(message: string): void {
  if (said.has(message)) return;
  said.add(message);
  console.warn(`gt-elements: ${message}`);
}
