import {backgroundColor, hexOf, isBackground, rgbOf} from '../colors.js';

/**
 * Which colour stands for which class id: `{"1": "#2ca02c"}`, or the `internal-color-map` of a manifest line,
 * `{"1": {"class-name": "leaf", "hex-color": "#2ca02c"}}`, or a list of colours by id.
 */
export type ColorMap = Readonly<Record<string, string | ColorMapEntry>> | readonly string[];

/** One class in the `internal-color-map` of a manifest line. */
export interface ColorMapEntry {
  readonly 'hex-color'?: string;
  readonly 'class-name'?: string;
  readonly [more: string]: unknown;
}

/** A colour that the map does not name. */
export interface UnknownColor {
  readonly color: string;
  readonly pixels: number;
  /** The class whose colour is so near that the pixels were taken for it. Without it they became background. */
  readonly takenFor?: number;
}

/** By how much red, green or blue may differ from a class's colour to be taken for it, when nothing else is as near. */
const nearness = 8;

/** A map of colours, made for looking colours up. */
export class Colors {
  readonly #byId = new Map<number, number>();
  readonly #byColor = new Map<number, number>();
  readonly #near = new Map<number, number | undefined>();
  /** The id of pixels that belong to no class. */
  readonly background: number;

  constructor(map: ColorMap) {
    let background: number | undefined;
    for (const [key, entry] of Object.entries(map) as [string, string | ColorMapEntry][]) {
      const id = Number(key);
      const rgb = rgbOf((typeof entry === 'string' ? entry : entry['hex-color']) ?? '');
      if (!Number.isInteger(id) || id < 0 || rgb === undefined) continue;
      this.#byId.set(id, rgb);
      if (!this.#byColor.has(rgb)) this.#byColor.set(rgb, id);
      const name = typeof entry === 'object' ? entry['class-name'] : undefined;
      if (name !== undefined && isBackground(id, name)) background ??= id;
    }
    this.background = background ?? this.#likelyBackground(map);
    // What nobody labelled is white, unless a class is.
    const white = rgbOf(backgroundColor) as number;
    if (!this.#byColor.has(white)) this.#byColor.set(white, this.background);
  }

  /** The largest id there is. */
  get lastId(): number {
    return Math.max(this.background, ...this.#byId.keys());
  }

  /** The colours by id; white where an id has none. */
  get palette(): string[] {
    return Array.from({length: this.lastId + 1}, (_, id) => {
      const rgb = this.#byId.get(id);
      return rgb === undefined ? backgroundColor : hexOf(rgb);
    });
  }

  colorOf(id: number): number | undefined {
    return this.#byId.get(id);
  }

  /** The class with exactly this colour. */
  idOf(rgb: number): number | undefined {
    return this.#byColor.get(rgb);
  }

  /** The class whose colour is nearest, when it is near enough and no other is as near. */
  nearestTo(rgb: number): number | undefined {
    if (this.#near.has(rgb)) return this.#near.get(rgb);
    let [best, nearest]: [number, number | undefined] = [nearness + 1, undefined];
    for (const [color, id] of this.#byColor) {
      const distance = distanceOf(color, rgb);
      if (distance > best) continue;
      nearest = distance < best ? id : undefined;
      best = distance;
    }
    this.#near.set(rgb, nearest);
    return nearest;
  }

  /** Plain colours by id begin with the background. A map of classes without one has it at an id that is free. */
  #likelyBackground(map: ColorMap): number {
    const first = (map as Readonly<Record<string, string | ColorMapEntry>>)['0'];
    if (typeof first !== 'object' && (first === undefined || this.#byId.get(0) === rgbOf(backgroundColor)))
      return 0;
    if (typeof first === 'string') return 0;
    let id = 0;
    while (this.#byId.has(id)) id++;
    return id;
  }
}

/** The largest difference of red, green or blue. */
function distanceOf(a: number, b: number): number {
  const channel = (shift: number) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255));
  return Math.max(channel(16), channel(8), channel(0));
}
