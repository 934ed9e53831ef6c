import {BitWriter} from './bit-writer.js';
import {huffmanCode, type HuffmanCode} from './huffman.js';

/** Symbols from here on are lengths of copies. */
const firstLength = 257;
const endOfBlock = 256;
const symbolCount = 286;
const longestCopy = 258;

/** Tokens of a block. Blocks follow the picture: each has the code that suits its part best. */
const tokensPerBlock = 1 << 15;

/** The order in which deflate tells the lengths of the codes for code lengths. */
const lengthOrder = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/** By length of a copy: its symbol, how many bits follow it, and what they say. */
const symbolOf = new Uint16Array(longestCopy + 1);
const extraBits = new Uint8Array(longestCopy + 1);
const extraValue = new Uint8Array(longestCopy + 1);

for (let symbol = firstLength, length = 3; symbol < 285; symbol++) {
  const bits = symbol < 265 ? 0 : (symbol - 261) >> 2;
  for (let value = 0; value < 1 << bits; value++, length++) {
    symbolOf[length] = symbol;
    extraBits[length] = bits;
    extraValue[length] = value;
  }
}
symbolOf[longestCopy] = 285;
extraBits[longestCopy] = 0;
extraValue[longestCopy] = 0;

/**
 * Deflate for data that is known as runs: it is told single bytes and how often the last one, or the last three, are
 * repeated. Nothing is searched for, and the bytes a run stands for are never written anywhere.
 */
export class RunDeflater {
  readonly #out = new BitWriter();
  /** A byte, or −2 · length − (0 for the last byte, 1 for the last three) for a repetition. */
  readonly #tokens = new Int32Array(tokensPerBlock);
  #tokenCount = 0;

  /** One byte as it is. */
  byte(value: number): void {
    if (this.#tokenCount === tokensPerBlock) this.#writeBlock(false);
    this.#tokens[this.#tokenCount++] = value;
  }

  /** The same byte `count` times. */
  run(value: number, count: number): void {
    this.byte(value);
    const copied = count - 1;
    const rest = copied % longestCopy;
    // Two bytes cannot be copied: they are written as they are.
    const single = rest < 3 ? rest : 0;
    if (copied > single) this.repeat(copied - single, 1);
    for (let left = single; left > 0; left--) this.byte(value);
  }

  /** `length` bytes more by repeating the last byte or the last three bytes; no remainder by 258 may be 1 or 2. */
  repeat(length: number, distance: 1 | 3): void {
    if (this.#tokenCount === tokensPerBlock) this.#writeBlock(false);
    this.#tokens[this.#tokenCount++] = -2 * length - (distance === 3 ? 1 : 0);
  }

  /** Ends the stream and gives its bytes. */
  finish(): Uint8Array<ArrayBuffer> {
    this.#writeBlock(true);
    return this.#out.finish();
  }

  #writeBlock(isLast: boolean): void {
    const tokens = this.#tokens.subarray(0, this.#tokenCount);
    const symbols = huffmanCode(countSymbols(tokens), 15);
    this.#writeHead(isLast, symbols);
    this.#writeTokens(tokens, symbols);
    this.#out.put(symbols.codes[endOfBlock] as number, symbols.lengths[endOfBlock] as number);
    this.#tokenCount = 0;
  }

  /** The start of a block: how long the code of each symbol is. */
  #writeHead(isLast: boolean, {lengths}: HuffmanCode): void {
    const used = Math.max(firstLength, lengths.findLastIndex((length) => length > 0) + 1);
    // Three codes for distances 1 to 3, the first of one bit: every decoder takes a complete code.
    const items = packLengths([...lengths.subarray(0, used), 1, 2, 2]);
    const counts = new Uint32Array(19);
    for (const {symbol} of items) counts[symbol]! += 1;
    const code = huffmanCode(counts, 7);
    const told = lengthOrder.findLastIndex((symbol) => code.lengths[symbol]) + 1;
    const out = this.#out;
    out.reserve(17 + told * 3 + items.length * 14);
    out.put(isLast ? 1 : 0, 1);
    out.put(2, 2);
    out.put(used - firstLength, 5);
    out.put(3 - 1, 5);
    out.put(told - 4, 4);
    for (const symbol of lengthOrder.slice(0, told)) out.put(code.lengths[symbol] as number, 3);
    for (const {symbol, extra, bits} of items) {
      out.put(code.codes[symbol] as number, code.lengths[symbol] as number);
      if (bits > 0) out.put(extra, bits);
    }
  }

  #writeTokens(tokens: Int32Array, {codes, lengths}: HuffmanCode): void {
    const out = this.#out;
    const [longCode, longBits] = [codes[285] as number, lengths[285] as number];
    // Most tokens take a few bits; one that stands for thousands of copies makes room for itself.
    out.reserve(tokens.length * 24 + 15);
    for (const token of tokens) {
      if (token >= 0) {
        out.put(codes[token] as number, lengths[token] as number);
        continue;
      }
      const length = -token >> 1;
      // Distance 1 is the code 0, distance 3 is 11.
      const [distance, distanceBits] = -token & 1 ? [3, 2] : [0, 1];
      const whole = Math.floor(length / longestCopy);
      const [bits, bitCount] = [longCode | (distance << longBits), longBits + distanceBits];
      if (whole > 0) out.reserve(tokens.length * 24 + 15 + whole * bitCount);
      for (let left = whole; left > 0; left--) out.put(bits, bitCount);
      const rest = length - whole * longestCopy;
      if (rest === 0) continue;
      const symbol = symbolOf[rest] as number;
      const symbolBits = lengths[symbol] as number;
      const moreBits = extraBits[rest] as number;
      const code = (codes[symbol] as number) | ((extraValue[rest] as number) << symbolBits);
      out.put(code | (distance << (symbolBits + moreBits)), symbolBits + moreBits + distanceBits);
    }
  }
}

/** How often each symbol occurs in a block, its end included. */
function countSymbols(tokens: Int32Array): Uint32Array {
  const counts = new Uint32Array(symbolCount);
  counts[endOfBlock] = 1;
  for (const token of tokens) {
    if (token >= 0) {
      counts[token]! += 1;
      continue;
    }
    const length = -token >> 1;
    const whole = Math.floor(length / longestCopy);
    counts[285]! += whole;
    const rest = length - whole * longestCopy;
    if (rest > 0) counts[symbolOf[rest] as number]! += 1;
  }
  return counts;
}

/** A symbol of the code for code lengths, and what follows it. */
interface LengthItem {
  readonly symbol: number;
  readonly extra: number;
  readonly bits: number;
}

/** Code lengths as deflate tells them: runs of the same length and of zeros in short. */
function packLengths(lengths: readonly number[]): LengthItem[] {
  const items: LengthItem[] = [];
  for (let at = 0; at < lengths.length;) {
    const length = lengths[at] as number;
    let end = at + 1;
    while (end < lengths.length && lengths[end] === length) end++;
    let left = end - at;
    at = end;
    if (length > 0) {
      items.push({symbol: length, extra: 0, bits: 0});
      left--;
    }
    while (left >= 3) {
      const [symbol, most, least, bits] =
        length > 0 ? [16, 6, 3, 2] : left > 10 ? [18, 138, 11, 7] : [17, 10, 3, 3];
      const taken = Math.min(left, most);
      items.push({symbol, extra: taken - least, bits});
      left -= taken;
    }
    for (; left > 0; left--) items.push({symbol: length, extra: 0, bits: 0});
  }
  return items;
}
