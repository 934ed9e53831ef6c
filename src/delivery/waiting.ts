import type {Clock} from '../session/clock.js';

const firstMs = 1000;
const longestMs = 5 * 60 * 1000;

/**
 * How long to wait before the next attempt: twice as long each time, up to five minutes, and up to half of that by
 * chance, so that many pages that failed together do not come back together.
 */
export function waitBefore(failures: number, random: () => number = Math.random): number {
  const most = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));
  return most / 2 + random() * (most / 2);
}

/** Waits; rejects as soon as `signal` aborts. */
export function pause(clock: Clock, ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const aborted = (): void => {
      stop();
      reject(signal.reason as Error);
    };
    const stop = clock.after(ms, () => {
      signal.removeEventListener('abort', aborted);
      resolve();
    });
    signal.addEventListener('abort', aborted, {once: true});
  });
}
