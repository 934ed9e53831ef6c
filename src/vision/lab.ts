/** What each of the 256 values of a colour means in light. */
const linear = Float32Array.from({length: 256}, (_, value) => {
  const share = value / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
});

const curve = (share: number): number => (share > 0.008856 ? Math.cbrt(share) : 7.787 * share + 16 / 116);

/** The curve in steps that are finer than what eight bits can tell apart. */
const curveSteps = 4096;
const curveTable = Float32Array.from({length: curveSteps + 1}, (_, step) => curve(step / curveSteps));

/**
 * Colours as the eye tells them apart (CIE L*a*b*, D65): three numbers per pixel, one after the other. A difference of 1
 * is just about visible, whichever colours they are.
 */
export function labOf(words: Uint32Array): Float32Array<ArrayBuffer> {
  const lab = new Float32Array(words.length * 3);
  for (let at = 0, to = 0; at < words.length; at++, to += 3) {
    const word = words[at] as number;
    const red = linear[word & 255] as number;
    const green = linear[(word >>> 8) & 255] as number;
    const blue = linear[(word >>> 16) & 255] as number;
    const x = bent((0.4124564 * red + 0.3575761 * green + 0.1804375 * blue) / 0.95047);
    const y = bent(0.2126729 * red + 0.7151522 * green + 0.072175 * blue);
    const z = bent((0.0193339 * red + 0.119192 * green + 0.9503041 * blue) / 1.08883);
    lab[to] = 116 * y - 16;
    lab[to + 1] = 500 * (x - y);
    lab[to + 2] = 200 * (y - z);
  }
  return lab;
}

function bent(share: number): number {
  const at = Math.min(1, share) * curveSteps;
  const step = Math.min(curveSteps - 1, at | 0);
  const from = curveTable[step] as number;
  return from + ((curveTable[step + 1] as number) - from) * (at - step);
}
