/** Codes that are shorter the more often their symbol occurs. Symbols with length 0 have none. */
export interface HuffmanCode {
  readonly lengths: Uint8Array;
  /** With their first bit lowest, as deflate writes them. */
  readonly codes: Uint16Array;
}

/** The code for symbols that occur `counts[symbol]` times, in which no code has more than `longest` bits. */
export function huffmanCode(counts: Uint32Array, longest: number): HuffmanCode {
  const symbols = symbolsByCount(counts);
  const lengths = new Uint8Array(counts.length);
  const perLength = shorten(depths(symbols.map((symbol) => counts[symbol] as number)), longest);
  let next = 0;
  for (let length = longest; length > 0; length--) {
    for (let left = perLength[length] as number; left > 0; left--)
      lengths[symbols[next++] as number] = length;
  }
  return {lengths, codes: codesOf(lengths, longest)};
}

function symbolsByCount(counts: Uint32Array): number[] {
  const symbols: number[] = [];
  for (let symbol = 0; symbol < counts.length; symbol++) if (counts[symbol]) symbols.push(symbol);
  return symbols.sort((a, b) => (counts[a] as number) - (counts[b] as number) || a - b);
}

/** How deep each leaf of the Huffman tree is. `weights` rise; leaves and joined pairs are two sorted queues. */
function depths(weights: readonly number[]): number[] {
  const leaves = weights.length;
  if (leaves < 2) return weights.map(() => 1);
  const nodes = [...weights];
  const parents: number[] = [];
  let [leaf, joined] = [0, leaves];
  const lightest = () => {
    const isLeaf =
      leaf < leaves && (joined >= nodes.length || (nodes[leaf] as number) <= (nodes[joined] as number));
    return isLeaf ? leaf++ : joined++;
  };
  while (nodes.length < 2 * leaves - 1) {
    const [a, b] = [lightest(), lightest()];
    parents[a] = parents[b] = nodes.length;
    nodes.push((nodes[a] as number) + (nodes[b] as number));
  }
  const depth: number[] = [];
  depth[nodes.length - 1] = 0;
  for (let node = nodes.length - 2; node >= 0; node--)
    depth[node] = (depth[parents[node] as number] as number) + 1;
  return depth.slice(0, leaves);
}

/** How many codes have each length when none may be longer than `longest`. */
function shorten(depth: readonly number[], longest: number): Uint16Array {
  const perLength = new Uint16Array(longest + 1);
  for (const length of depth) perLength[Math.min(length, longest)]! += 1;
  // Each code of length n takes a share of 2⁻ⁿ of all codes. Codes cut short take too much: two codes one bit longer
  // than a shorter one take its place and that of one of the longest.
  let taken = 0;
  for (let length = 1; length <= longest; length++)
    taken += (perLength[length] as number) << (longest - length);
  for (; taken > 1 << longest; taken--) {
    let length = longest - 1;
    while (perLength[length] === 0) length--;
    perLength[longest]! -= 1;
    perLength[length]! -= 1;
    perLength[length + 1]! += 2;
  }
  return perLength;
}

function codesOf(lengths: Uint8Array, longest: number): Uint16Array {
  const codes = new Uint16Array(lengths.length);
  let code = 0;
  for (let length = 1; length <= longest; length++) {
    for (let symbol = 0; symbol < lengths.length; symbol++)
      if (lengths[symbol] === length) codes[symbol] = reversed(code++, length);
    code <<= 1;
  }
  return codes;
}

function reversed(code: number, length: number): number {
  let bits = 0;
  for (let bit = 0; bit < length; bit++) bits |= ((code >> bit) & 1) << (length - 1 - bit);
  return bits;
}
