import {executeServerCommand} from '@web/test-runner-commands';

/** What a page holds after everything unused has been collected. */
export interface Held {
  readonly listeners: number;
  readonly nodes: number;
  /** Bytes of the JavaScript heap. */
  readonly heap: number;
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Collects garbage and counts what is left. */
export async function measureHeld(): Promise<Held> {
  let metrics: readonly {name: string; value: number}[] = [];
  // What is freed by one collection may hold on to what the next one frees.
  for (let round = 0; round < 3; round++) {
    await frame();
    const results = await executeServerCommand<{metrics: typeof metrics}[], unknown>('cdp', [
      ['HeapProfiler.collectGarbage', {}],
      ['Performance.enable', {}],
      ['Performance.getMetrics', {}],
    ]);
    metrics = results[2]?.metrics ?? [];
  }
  const valueOf = (name: string): number =>
    metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {listeners: valueOf('JSEventListeners'), nodes: valueOf('Nodes'), heap: valueOf('JSHeapUsedSize')};
}
