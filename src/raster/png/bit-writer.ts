/** Bytes written bit by bit, the lowest bit of a byte first. */
export class BitWriter {
  #bytes = new Uint8Array(4096);
  #length = 0;
  #held = 0;
  #heldBits = 0;

  /** Makes room for so many bits. Nothing may be written without room. */
  reserve(bits: number): void {
    const needed = this.#length + Math.ceil(bits / 8) + 8;
    if (needed <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(needed, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** Writes the lowest `count` bits of `bits`, at most 24 of them; those above must be 0. */
  put(bits: number, count: number): void {
    let held = this.#held | (bits << this.#heldBits);
    let heldBits = this.#heldBits + count;
    while (heldBits >= 8) {
      this.#bytes[this.#length++] = held & 255;
      held >>>= 8;
      heldBits -= 8;
    }
    this.#held = held;
    this.#heldBits = heldBits;
  }

  /** Fills up the byte that was begun, and gives all of them. */
  finish(): Uint8Array<ArrayBuffer> {
    if (this.#heldBits > 0) this.put(0, 8 - this.#heldBits);
    return this.#bytes.subarray(0, this.#length);
  }
}
