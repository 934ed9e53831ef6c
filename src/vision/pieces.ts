/** A set of pixels as bytes, row by row. */
export interface ByteMap {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** Turns the piece (connected by sides) of pixels of value `from` at a place into `to`; gives how many there were. */
export function refill({width, height, data}: ByteMap, place: number, from: number, to: number): number {
  const stack = [place];
  let count = 0;
  const look = (start: number, end: number) => {
    for (let at = start; at < end; at++) {
      if (data[at] !== from) continue;
      stack.push(at);
      while (at < end && data[at] === from) at++;
    }
  };
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (data[at] !== from) continue;
    const row = at - (at % width);
    let [start, end] = [at, at + 1];
    while (start > row && data[start - 1] === from) start--;
    while (end < row + width && data[end] === from) end++;
    data.fill(to, start, end);
    count += end - start;
    if (row > 0) look(start - width, end - width);
    if (row + width < width * height) look(start + width, end + width);
  }
  return count;
}

/** Turns every value `from` into `to`. */
export function replace({data}: ByteMap, from: number, to: number): void {
  for (let at = 0; at < data.length; at++) if (data[at] === from) data[at] = to;
}
