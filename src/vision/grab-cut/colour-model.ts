/** Bell curves that a model is made of: so many kinds of colour a thing may have. */
const mostClusters = 5;
/** More colours than this tell nothing new. */
const mostSamples = 6000;
/** No cluster is narrower than this (a variance): single colours would not know their own neighbours. */
const leastSpread = 9;
/** How likely a colour is that is like none of those seen: otherwise one odd pixel would outweigh everything. */
const anyColour = 1e-3 / 256 ** 3;

interface Cluster {
  readonly samples: Uint32Array;
  readonly mean: readonly [number, number, number];
  /** Of the six different entries of the covariance: rr, rg, rb, gg, gb, bb. */
  readonly spread: readonly [number, number, number, number, number, number];
  /** The direction in which it is widest, and how wide. */
  readonly axis: readonly [number, number, number];
  readonly width: number;
}

/** Which colours something has: a mixture of bell curves in red, green and blue, each as wide as its colours differ. */
export class ColourModel {
  /** Ten numbers for each curve: weight, mean and the inverse of the covariance. */
  readonly #curves: Float64Array;
  /** What was found for colours, six bits of each channel. 0: not asked for yet. */
  readonly #known = new Float32Array(1 << 18);

  private constructor(curves: Float64Array) {
    this.#curves = curves;
  }

  /** The model of these pixels; nothing when there are none. The same pixels give the same model. */
  static of(words: Uint32Array): ColourModel | undefined {
    if (words.length === 0) return undefined;
    const clusters = [clusterOf(thinned(words))];
    while (clusters.length < mostClusters) {
      const widest = clusters.reduce((a, b) =>
        b.width * b.samples.length > a.width * a.samples.length ? b : a,
      );
      const halves = widest.width > leastSpread ? split(widest) : undefined;
      if (!halves) break;
      clusters.splice(clusters.indexOf(widest), 1, ...halves);
    }
    const all = clusters.reduce((sum, {samples}) => sum + samples.length, 0);
    return new ColourModel(Float64Array.from(clusters.flatMap((cluster) => curveOf(cluster, all))));
  }

  /** How unlikely a colour is: the negative logarithm of its density. */
  cost(word: number): number {
    const key = ((word >>> 2) & 63) | (((word >>> 10) & 63) << 6) | (((word >>> 18) & 63) << 12);
    const known = this.#known[key] as number;
    if (known !== 0) return known;
    // The middle of the four values that share these six bits.
    const found = this.#density((word & 252) + 1.5, ((word >>> 8) & 252) + 1.5, ((word >>> 16) & 252) + 1.5);
    return (this.#known[key] = -Math.log(found + anyColour));
  }

  #density(red: number, green: number, blue: number): number {
    const curves = this.#curves;
    let sum = 0;
    for (let at = 0; at < curves.length; at += 10) {
      const r = red - curves[at + 1]!;
      const g = green - curves[at + 2]!;
      const b = blue - curves[at + 3]!;
      const far =
        r * r * curves[at + 4]! +
        g * g * curves[at + 7]! +
        b * b * curves[at + 9]! +
        2 * (r * g * curves[at + 5]! + r * b * curves[at + 6]! + g * b * curves[at + 8]!);
      sum += curves[at]! * Math.exp(-far / 2);
    }
    return sum;
  }
}

/** Every so many of them: the same each time, and spread over all. */
function thinned(words: Uint32Array): Uint32Array {
  const step = Math.max(1, words.length / mostSamples);
  const count = Math.floor(words.length / step);
  return Uint32Array.from({length: count}, (_, at) => words[Math.floor(at * step)] as number);
}

function clusterOf(samples: Uint32Array): Cluster {
  const n = samples.length;
  const sums = new Float64Array(9);
  for (const word of samples) {
    const [r, g, b] = [word & 255, (word >>> 8) & 255, (word >>> 16) & 255];
    sums[0]! += r;
    sums[1]! += g;
    sums[2]! += b;
    sums[3]! += r * r;
    sums[4]! += r * g;
    sums[5]! += r * b;
    sums[6]! += g * g;
    sums[7]! += g * b;
    sums[8]! += b * b;
  }
  const mean = [sums[0]! / n, sums[1]! / n, sums[2]! / n] as const;
  const about = (sum: number, a: 0 | 1 | 2, b: 0 | 1 | 2) =>
    sums[sum]! / n - mean[a] * mean[b] + (a === b ? leastSpread : 0);
  const spread = [
    about(3, 0, 0),
    about(4, 0, 1),
    about(5, 0, 2),
    about(6, 1, 1),
    about(7, 1, 2),
    about(8, 2, 2),
  ] as const;
  return {samples, mean, spread, ...widestAxis(spread)};
}

/** By repeated multiplication, which turns any direction into the one of the largest spread. */
function widestAxis([rr, rg, rb, gg, gb, bb]: Cluster['spread']): Pick<Cluster, 'axis' | 'width'> {
  let [x, y, z] = [0.6, 0.62, 0.5];
  let width = 0;
  for (let round = 0; round < 16; round++) {
    const next = [rr * x + rg * y + rb * z, rg * x + gg * y + gb * z, rb * x + gb * y + bb * z] as const;
    width = Math.hypot(...next);
    [x, y, z] = [next[0] / width, next[1] / width, next[2] / width];
  }
  return {axis: [x, y, z], width};
}

/** Two halves of a cluster, to both sides of its mean; nothing when one of them would be next to empty. */
function split({samples, mean, axis}: Cluster): readonly [Cluster, Cluster] | undefined {
  const middle = mean[0] * axis[0] + mean[1] * axis[1] + mean[2] * axis[2];
  const isBeyond = (word: number) =>
    (word & 255) * axis[0] + ((word >>> 8) & 255) * axis[1] + ((word >>> 16) & 255) * axis[2] > middle;
  const beyond = samples.filter(isBeyond);
  if (beyond.length < 8 || samples.length - beyond.length < 8) return undefined;
  return [clusterOf(samples.filter((word) => !isBeyond(word))), clusterOf(beyond)];
}

function curveOf({samples, mean, spread: [rr, rg, rb, gg, gb, bb]}: Cluster, all: number): number[] {
  const [a, b, c] = [gg * bb - gb * gb, gb * rb - rg * bb, rg * gb - gg * rb];
  const volume = rr * a + rg * b + rb * c;
  const weight = samples.length / all / Math.sqrt((2 * Math.PI) ** 3 * volume);
  const inverse = [a, b, c, rr * bb - rb * rb, rg * rb - rr * gb, rr * gg - rg * rg];
  return [weight, ...mean, ...inverse.map((entry) => entry / volume)];
}
