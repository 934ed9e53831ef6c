/** Counts listeners that stay on the document and the window, from now on. */
export function countListeners(): {stop(): Record<string, number>} {
  const counts = new Map<string, number>();
  const targets = [document, window] as const;
  for (const target of targets) {
    for (const [method, step] of [
      ['addEventListener', 1],
      ['removeEventListener', -1],
    ] as const) {
      const original = target[method].bind(target) as (...parameters: unknown[]) => void;
      Object.defineProperty(target, method, {
        configurable: true,
        value: (type: string, ...rest: unknown[]) => {
          counts.set(type, (counts.get(type) ?? 0) + step);
          original(type, ...rest);
        },
      });
    }
  }
  return {
    stop: () => {
      for (const target of targets) {
        Reflect.deleteProperty(target, 'addEventListener');
        Reflect.deleteProperty(target, 'removeEventListener');
      }
      return Object.fromEntries([...counts].filter(([, count]) => count !== 0));
    },
  };
}
