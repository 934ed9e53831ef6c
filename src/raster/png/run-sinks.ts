import {Adler32} from './checksums.js';
import type {RunSink} from './row-encoder.js';
import {RunDeflater} from './run-deflater.js';

/** Rows with one byte per pixel. */
export class IndexSink implements RunSink {
  readonly #deflater = new RunDeflater();
  readonly #sum = new Adler32();
  #value = 0;
  #count = 0;

  filter(byte: number): void {
    this.run(byte, 1);
  }

  /** Runs that go on in the next row, over its filter byte, become one. */
  run(value: number, count: number): void {
    if (value === this.#value) {
      this.#count += count;
      return;
    }
    this.#flush();
    this.#value = value;
    this.#count = count;
  }

  difference(value: number, above: number): number {
    return (value - above) & 255;
  }

  finish(): Uint8Array<ArrayBuffer>[] {
    this.#flush();
    return zlibStream(this.#deflater, this.#sum);
  }

  #flush(): void {
    if (this.#count === 0) return;
    this.#deflater.run(this.#value, this.#count);
    this.#sum.run(this.#value, this.#count);
  }
}

/** Rows with three bytes per pixel: red, green and blue of values such as 0x2ca02c. */
export class ColorSink implements RunSink {
  readonly #deflater = new RunDeflater();
  readonly #sum = new Adler32();

  filter(byte: number): void {
    this.#deflater.byte(byte);
    this.#sum.run(byte, 1);
  }

  run(value: number, count: number): void {
    const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255];
    this.#sum.repeat(red + green + blue, 3 * red + 2 * green + blue, 3, count);
    if (red === green && green === blue) {
      this.#deflater.run(red, 3 * count);
      return;
    }
    this.#deflater.byte(red);
    this.#deflater.byte(green);
    this.#deflater.byte(blue);
    if (count > 1) this.#deflater.repeat(3 * (count - 1), 3);
  }

  difference(value: number, above: number): number {
    const channel = (shift: number) => (((value >> shift) - (above >> shift)) & 255) << shift;
    return channel(16) | channel(8) | channel(0);
  }

  finish(): Uint8Array<ArrayBuffer>[] {
    return zlibStream(this.#deflater, this.#sum);
  }
}

function zlibStream(deflater: RunDeflater, sum: Adler32): Uint8Array<ArrayBuffer>[] {
  const end = new Uint8Array(4);
  new DataView(end.buffer).setUint32(0, sum.value);
  return [Uint8Array.of(0x78, 0x9c), deflater.finish(), end];
}
