import type {LabelMap} from './label-map.js';
import {Stretches} from './stretches.js';
import {SpanList, type Spans} from './spans.js';

/** All pixels of a region number, in order. */
export function spansOfNumber({data, width, height}: LabelMap, number: number): Spans {
  const stretches = new Stretches(data);
  const list = new SpanList();
  for (let y = 0; y < height; y++) {
    const row = y * width;
    const end = row + width;
    for (let at = stretches.find(number, row, end); at < end;) {
      const stop = stretches.endOf(number, at, end);
      list.add(y, at - row, stop - row);
      at = stretches.find(number, stop, end);
    }
  }
  return list.spans;
}
