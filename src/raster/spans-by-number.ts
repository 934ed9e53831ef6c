import type {LabelMap} from './label-map.js';
import {emptyRuns, RunScanner} from './png/run-scanner.js';
import {SpanList, type Spans} from './spans.js';

/** The pixels of every region number that occurs, in order, found in one pass. 0 is none. */
export function spansByNumber({data, width, height}: LabelMap): ReadonlyMap<number, Spans> {
  const lists = new Map<number, SpanList>();
  const scanner = new RunScanner(data, width);
  const runs = emptyRuns(width);
  for (let y = 0; y < height; y++) {
    scanner.scan(y, runs);
    for (let run = 0, start = 0; run < runs.count; run++) {
      const number = runs.values[run] as number;
      const end = runs.ends[run] as number;
      if (number > 0) {
        let list = lists.get(number);
        if (!list) lists.set(number, (list = new SpanList()));
        list.add(y, start, end);
      }
      start = end;
    }
  }
  return new Map([...lists].sort(([a], [b]) => a - b).map(([number, list]) => [number, list.spans] as const));
}
