/**
 * A short fingerprint of a manifest line: its length and 64 bits of a multiplicative hash.
 *
 * It tells an edited or shifted line from the one that was labelled. Not cryptographic, on purpose: `crypto.subtle`
 * is missing on plain http, and nobody gains by forging a line of their own manifest.
 */
export function textHash(text: string): string {
  let low = 0x9e3779b9;
  let high = 0x85ebca6b;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0xc2b2ae35) ^ (high >>> 15);
  }
  low = Math.imul(low ^ (low >>> 16), 0x7feb352d);
  high = Math.imul(high ^ (high >>> 13), 0x846ca68b);
  const word = (value: number) => (value >>> 0).toString(16).padStart(8, '0');
  return `${text.length}-${word(low ^ (low >>> 15))}${word(high ^ (high >>> 16))}`;
}
