import type {LabelMap} from '../raster/label-map.js';
import type {Sight} from '../geometry/sight.js';
import {hatchesFor} from './mask-hatch.js';
import {MapGrid} from './mask-grid.js';
import type {MaskLooks} from './mask-looks.js';
import {MovedCanvas} from './moved-canvas.js';
import {maskReach, paintMask, type MaskScene} from './paint-mask.js';
import type {PaintedLayer} from './painted-layer.js';
import {expanded, intersection, Projector, type Area, type DeviceBox} from './projector.js';
import {finish} from './scene.js';

/**
 * CSS pixels that are painted beyond the stage on each side. A browser without a GPU copies all of a canvas in every
 * frame in which a stroke is painted on it, so a larger margin would cost more than it saves.
 */
const margin = 160;

/** Where the pixels and their looks come from; read anew for every painting. */
export interface MaskSource {
  readonly map: LabelMap | undefined;
  readonly looks: MaskLooks;
}

/** One of the two canvases that show the pixels of a mask. */
export class MaskLayer implements PaintedLayer {
  readonly canvas = new MovedCanvas(margin);
  readonly isOneWhole = false;
  readonly #source: MaskSource;
  #grid: MapGrid | undefined;
  #ratio = 1;
  #hatches = hatchesFor(1);

  constructor(source: MaskSource) {
    this.#source = source;
  }

  *paint(sight: Sight, ratio: number): Generator<void, void> {
    // There is nothing to paint beside the picture.
    this.canvas.start(sight, ratio, new Projector(sight, ratio).picture);
    const {stage, area} = this.canvas;
    this.#grid = new MapGrid(sight, ratio, area, {x: -stage.left, y: -stage.top});
    if (ratio !== this.#ratio) this.#hatches = hatchesFor(ratio);
    this.#ratio = ratio;
    yield;
    const scene = this.#scene(sight);
    if (scene) yield* this.#paint(area, scene);
  }

  patch(areas: readonly Area[]): void {
    const {sight} = this.canvas;
    const scene = sight && this.#scene(sight);
    if (!scene) return;
    const {projector} = this.canvas;
    for (const area of areas) finish(this.#paint(expanded(projector.box(area), maskReach(scene) + 1), scene));
  }

  *#paint(box: DeviceBox, scene: MaskScene): Generator<void, void> {
    const {picture} = scene.grid;
    const part = picture && intersection(box, picture);
    if (part) yield* paintMask(this.canvas.context, part, scene);
  }

  /** Nothing while the map is that of another picture than the one that is looked at. */
  #scene({frame: {stored}}: Sight): MaskScene | undefined {
    const {map, looks} = this.#source;
    const grid = this.#grid;
    if (!map || !grid || map.width !== stored.width || map.height !== stored.height) return undefined;
    return {map, grid, looks, hatches: this.#hatches, line: Math.max(1, Math.round(this.#ratio))};
  }
}
