import type {Sight} from '../geometry/sight.js';
import {badgeReach} from './warning-badge.js';
import {MovedCanvas} from './moved-canvas.js';
import {outlineOf, reach} from './outline.js';
import {paintAside} from './paint-aside.js';
import {crowdFor, paintCrowd} from './paint-crowd.js';
import {paintOver, paintScene, type SceneStyle} from './paint-scene.js';
import {paintTags, type TagSource} from './paint-tags.js';
import type {PaintedLayer} from './painted-layer.js';
import {expanded, intersection, type Area} from './projector.js';
import {finish, sceneOf, type Scene, type SceneSource} from './scene.js';

/** CSS pixels that are painted beyond the stage on each side. */
const margin = 300;

/** Up to this many boxes their names are shown. Names depend on each other, so a change repaints all of them. */
const mostTags = 400;

export interface IdleStyle extends Omit<SceneStyle, 'isCrowd' | 'ratio'> {
  readonly tags: TagSource | undefined;
}

/** One of the two canvases that show the boxes nobody is busy with. */
export class IdleLayer implements PaintedLayer {
  readonly canvas = new MovedCanvas(margin, {handsOver: true});
  readonly #source: SceneSource;
  readonly #styleOf: () => IdleStyle;
  #style: SceneStyle | undefined;
  #hasTags = false;

  constructor(source: SceneSource, style: () => IdleStyle) {
    this.#source = source;
    this.#styleOf = style;
  }

  /** Names stand beside their boxes where there is room, so all depend on each other. */
  get isOneWhole(): boolean {
    return this.#hasTags;
  }

  *paint(sight: Sight, ratio: number): Generator<Promise<void> | void, void> {
    const source = this.#source;
    const style = this.#styleOf();
    const projector = this.canvas.start(sight, ratio);
    const {area} = this.canvas;
    this.#hasTags = false;
    this.#style = {...style, ratio, isCrowd: false};
    yield;
    const scene = yield* sceneOf(source, projector, projector.area(expanded(area, this.#reach)));
    const {special} = scene;
    this.#style = {...style, ratio, isCrowd: special !== undefined};
    yield;
    if (special) return yield* this.#paintCrowd(scene, special, this.#style);
    const {context} = this.canvas;
    yield* paintScene(context, scene, this.#style);
    if (style.tags && scene.count <= mostTags) {
      this.#hasTags = true;
      yield;
      paintTags(context, scene, style.tags, this.#style, this.canvas.stage);
    }
  }

  /** In a worker where that is possible, else here in slices. */
  *#paintCrowd(scene: Scene, special: Scene, style: SceneStyle): Generator<Promise<void> | void, void> {
    const {right: width, bottom: height} = this.canvas.area;
    const painting = paintAside(crowdFor({width, height}, scene, style));
    const bitmap = painting && (yield* awaited(painting));
    if (bitmap) this.canvas.take(bitmap);
    else yield* paintCrowd(this.canvas.context, scene, style);
    if (special.count === 0) return;
    this.canvas.resume();
    yield* paintOver(this.canvas.context, special, style);
  }

  /** The surroundings of the areas are painted as well. */
  patch(areas: readonly Area[]): void {
    if (areas.length === 0) return;
    this.canvas.resume();
    const {context, projector} = this.canvas;
    for (const area of areas) {
      const dirty = intersection(expanded(projector.box(area), this.#reach), this.canvas.area);
      if (!dirty || !this.#style) continue;
      const {left, top, right, bottom} = dirty;
      const scene = finish(sceneOf(this.#source, projector, projector.area(expanded(dirty, this.#reach))));
      context.save();
      context.beginPath();
      context.rect(left, top, right - left, bottom - top);
      context.clip();
      context.clearRect(left, top, right - left, bottom - top);
      finish(paintScene(context, scene, this.#style));
      context.restore();
    }
  }

  /** How far what belongs to a box can reach out of it, in device pixels. */
  get #reach(): number {
    const ratio = this.#style?.ratio ?? 1;
    return Math.max(reach(outlineOf('bold', ratio)), Math.ceil(badgeReach * ratio)) + 1;
  }
}

/** What a promise gives, once whoever goes through the steps has waited for it. Closed when they give up before. */
function* awaited(
  promise: Promise<ImageBitmap | undefined>,
): Generator<Promise<void>, ImageBitmap | undefined> {
  let bitmap: ImageBitmap | undefined;
  let isGivenUp = true;
  const taken = promise.then((painted) => {
    bitmap = painted;
  });
  try {
    yield taken;
    isGivenUp = false;
    return bitmap;
  } finally {
    if (isGivenUp) void taken.then(() => bitmap?.close());
  }
}
