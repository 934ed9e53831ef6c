const crcTable = Uint32Array.from({length: 256}, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  return crc;
});

/** The check sum at the end of a PNG chunk, over `bytes[start]` up to, but without, `bytes[end]`. */
export function crc32(bytes: Uint8Array, start = 0, end = bytes.length): number {
  let crc = 0xffffffff;
  for (let at = start; at < end; at++)
    crc = (crcTable[(crc ^ (bytes[at] as number)) & 255] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

const base = 65_521;

/** Longer runs are taken in parts, so that no sum leaves the whole numbers that a double holds. */
const longestRun = 1 << 20;

/**
 * The check sum at the end of a zlib stream, made from runs of equal bytes. A run of any length costs a few
 * multiplications, because the sums it stands for have closed forms.
 */
export class Adler32 {
  #a = 1;
  #b = 0;

  /** Takes `count` bytes of the same value. */
  run(byte: number, count: number): void {
    this.repeat(byte, byte, 1, count);
  }

  /**
   * Takes `count` times the same few bytes. `sum` is what they add up to, `weighted` the same with the last of them
   * counted once, the one before it twice, and so on; `length` is how many they are.
   */
  repeat(sum: number, weighted: number, length: number, count: number): void {
    for (let left = count; left > 0; left -= longestRun) {
      const n = left < longestRun ? left : longestRun;
      const b = this.#b + n * length * this.#a + n * weighted + ((length * sum * n) / 2) * (n - 1);
      const a = this.#a + n * sum;
      this.#b = b - Math.floor(b / base) * base;
      this.#a = a - Math.floor(a / base) * base;
    }
  }

  get value(): number {
    return this.#b * 65_536 + this.#a;
  }
}
