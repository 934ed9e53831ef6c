import {channelsOf} from './colors.js';
import {writeCrowd, type Crowd} from './crowd-pixels.js';
import {outlineOf, ringsOf} from './outline.js';
import {colorOf, type SceneStyle} from './paint-scene.js';
import type {Scene} from './scene.js';

/**
 * Paints the plain lines of very many boxes by writing pixels, which is several times faster than asking a canvas for
 * each. The result is that of `paintScene`, pixel by pixel, so parts can be repainted by it later.
 */
export function paintCrowd(
  context: CanvasRenderingContext2D,
  scene: Scene,
  style: SceneStyle,
): Generator<void, void> {
  return writeCrowd(context, crowdFor(context.canvas, scene, style));
}

/** A scene as it is painted when it is a crowd. */
export function crowdFor(
  {width, height}: {readonly width: number; readonly height: number},
  {count, places, lookOf, looks}: Scene,
  {ratio, colors}: SceneStyle,
): Crowd {
  const outline = outlineOf('thin', ratio);
  const rings = ringsOf(outline);
  return {
    width,
    height,
    count,
    places,
    lookOf,
    colors: looks.map((look) => wordOf(colorOf(look, colors))),
    colorRing: rings.color,
    dark: wordOf(colors.dark),
    // What is inside of the dark rim is covered by the box's own colour later on: there is no need to write it.
    darkRing: {outset: rings.dark.outset, width: outline.dark},
  };
}

/** A colour as one number, the way this machine's memory orders the four bytes of a pixel. */
function wordOf(color: string): number {
  const [red, green, blue] = channelsOf(color);
  return new Uint32Array(new Uint8Array([red, green, blue, 255]).buffer)[0] ?? 0;
}
