import type {RunSteps} from '../vision/steps.js';

/** How long steps are done without a pause, in ms: short enough that a page keeps moving and an abort is soon heard. */
const slice = 10;

/** Does the work in slices, between which messages, timers and frames get their turn. */
export const runInSlices: RunSteps = async (steps, signal) => {
  let until = performance.now() + slice;
  for (;;) {
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + slice;
  }
};

/** Lets everything else have its turn. Timers would wait at least four ms after some rounds. */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
