/** A row that is being read, with its bytes seen four at a time as well. Bytes behind its length are of no meaning. */
export interface RowBuffer {
  readonly bytes: Uint8Array;
  readonly words: Uint32Array;
}

export function rowBuffer(length: number): RowBuffer {
  const words = new Uint32Array(Math.ceil(length / 4));
  return {bytes: new Uint8Array(words.buffer), words};
}

/** Takes PNG's filter off a row, in place. `step` is how many bytes there are from pixel to pixel, at least 1. */
export function unfilter(
  filter: number,
  row: RowBuffer,
  above: RowBuffer,
  length: number,
  step: number,
): boolean {
  if (filter === 1) addLeft(row.bytes, length, step);
  else if (filter === 2) addAbove(row.words, above.words);
  else if (filter === 3) addAverage(row.bytes, above.bytes, length, step);
  else if (filter === 4) addPaeth(row.bytes, above.bytes, length, step);
  return filter <= 4;
}

function addLeft(row: Uint8Array, length: number, step: number): void {
  for (let at = step; at < length; at++) row[at]! += row[at - step] as number;
}

/** Four bytes in one addition: the highest bit of each is added apart, so that nothing is carried into the next. */
function addAbove(row: Uint32Array, above: Uint32Array): void {
  for (let at = 0; at < row.length; at++) {
    const [a, b] = [row[at] as number, above[at] as number];
    row[at] = ((a & 0x7f7f7f7f) + (b & 0x7f7f7f7f)) ^ ((a ^ b) & 0x80808080);
  }
}

function addAverage(row: Uint8Array, above: Uint8Array, length: number, step: number): void {
  for (let at = 0; at < length; at++) {
    const left = at < step ? 0 : (row[at - step] as number);
    row[at]! += (left + (above[at] as number)) >> 1;
  }
}

function addPaeth(row: Uint8Array, above: Uint8Array, length: number, step: number): void {
  for (let at = 0; at < length; at++) {
    const up = above[at] as number;
    const [left, corner] = at < step ? [0, 0] : [row[at - step] as number, above[at - step] as number];
    const guess = left + up - corner;
    const [toLeft, toUp, toCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)];
    row[at]! += toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
  }
}
