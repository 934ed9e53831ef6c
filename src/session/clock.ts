/** Time as the session sees it, given from outside so that tests decide how it passes. */
export interface Clock {
  /** Milliseconds since 1970-01-01 UTC. May jump; nothing is ordered by it. */
  now(): number;
  /** Calls back once after `ms`, unless the returned function is called before. */
  after(ms: number, callback: () => void): () => void;
}

/** The clock of the machine. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};
