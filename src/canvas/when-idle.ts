/** What browsers without idle callbacks wait instead. */
const pauseMs = 300;

/** Does something when the page has nothing else to do, until the returned function is called. */
export function whenIdle(act: () => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const id = requestIdleCallback(act);
    return () => cancelIdleCallback(id);
  }
  const timer = setTimeout(act, pauseMs);
  return () => clearTimeout(timer);
}
