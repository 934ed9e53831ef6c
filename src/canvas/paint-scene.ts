import type {StageColors} from './colors.js';
import {outlineOf, ringsOf, strokeDashedRing, strokeRing, useRing, type Outline} from './outline.js';
import {deviceBox} from './projector.js';
import {groupsOf, isBold, isGiven, isOutside, isSuggested, type Scene} from './scene.js';
import type {BoxLook} from './stage-options.js';
import {paintWarning} from './warning-badge.js';

/** How a scene is painted. */
export interface SceneStyle {
  readonly ratio: number;
  readonly colors: StageColors;
  /** From 0 to 1; 0 paints no insides. */
  readonly fillOpacity: number;
  /** So many boxes that only thin plain lines are painted. */
  readonly isCrowd: boolean;
}

/** Boxes painted between two looks at the clock. */
const atOnce = 32;

/** The dashes of a label's pattern, in CSS pixels. The light line shows in the gaps. */
const patternDash: Readonly<Record<BoxLook['pattern'], readonly number[]>> = {
  solid: [],
  ring: [12, 4],
  stripes: [6, 4],
  dots: [2, 3],
};

const givenDash = [9, 5] as const;
const suggestedDash = [4, 4] as const;

/**
 * Paints the boxes of a scene onto a canvas whose unit is the device pixel: insides, dark lines, light lines, coloured
 * lines, each for all boxes. That order, and whole pixels, make a repainted part equal to the same part of a whole.
 */
export function* paintScene(
  context: CanvasRenderingContext2D,
  scene: Scene,
  style: SceneStyle,
): Generator<void, void> {
  const groups = groupsOf(scene);
  if (style.fillOpacity > 0 && !style.isCrowd) yield* paintInsides(context, scene, groups, style);
  yield* paintPlain(context, scene, groups, style, brokenBy(style));
  yield* paintOver(context, scene, style);
}

/** Paints what lies over the plain lines of all boxes: boxes with other lines, and warnings. */
export function* paintOver(
  context: CanvasRenderingContext2D,
  scene: Scene,
  style: SceneStyle,
): Generator<void, void> {
  yield* paintOthers(context, scene, style, brokenBy(style));
  for (let i = 0; i < scene.count; i++) {
    if (((scene.flags[i] ?? 0) & isOutside) === 0) continue;
    paintWarning(context, deviceBox(scene.places, i * 4), style, scene.picture);
  }
}

/** The flags of boxes whose lines are not plain. */
function brokenBy({isCrowd}: SceneStyle): number {
  return isCrowd ? isBold : isBold | isGiven | isSuggested;
}

/** The colour a label's boxes are drawn in. */
export function colorOf({color}: BoxLook, colors: StageColors): string {
  return colors.forced ?? color;
}

function* paintInsides(
  context: CanvasRenderingContext2D,
  {places, looks}: Scene,
  groups: readonly (readonly number[])[],
  {colors, fillOpacity}: SceneStyle,
): Generator<void, void> {
  for (const [number, group] of groups.entries()) {
    const look = looks[number];
    if (!look) continue;
    for (const [i, box] of group.entries()) {
      if (i % atOnce === 0) {
        if (i > 0) yield;
        context.globalAlpha = fillOpacity;
        context.fillStyle = colorOf(look, colors);
      }
      const {left, top, right, bottom} = deviceBox(places, box * 4);
      context.fillRect(left, top, right - left, bottom - top);
    }
    context.globalAlpha = 1;
  }
}

function* paintPlain(
  context: CanvasRenderingContext2D,
  {places, looks, flags, count}: Scene,
  groups: readonly (readonly number[])[],
  {ratio, colors, isCrowd}: SceneStyle,
  isBroken: number,
): Generator<void, void> {
  const outline = outlineOf(isCrowd ? 'thin' : 'idle', ratio);
  const rings = ringsOf(outline);
  const halos = outline.light > 0 ? (['dark', 'light'] as const) : (['dark'] as const);
  for (const halo of halos) {
    for (let i = 0; i < count; i++) {
      if (i % atOnce === 0) {
        if (i > 0) yield;
        useRing(context, rings[halo], colors[halo]);
      }
      if (((flags[i] ?? 0) & isBroken) === 0) strokeRing(context, deviceBox(places, i * 4), rings[halo]);
    }
  }
  for (const [number, group] of groups.entries()) {
    const look = looks[number];
    if (!look) continue;
    for (const [i, box] of group.entries()) {
      if (i % atOnce === 0) {
        if (i > 0) yield;
        useRing(context, rings.color, colorOf(look, colors));
        context.setLineDash(isCrowd ? [] : patternOf(look, ratio));
      }
      if (((flags[box] ?? 0) & isBroken) === 0) strokeRing(context, deviceBox(places, box * 4), rings.color);
    }
    context.setLineDash([]);
  }
}

/** The boxes that are dashed or thicker than others, one by one, over the rest. */
function* paintOthers(
  context: CanvasRenderingContext2D,
  {places, lookOf, looks, flags, count}: Scene,
  style: SceneStyle,
  isBroken: number,
): Generator<void, void> {
  let painted = 0;
  for (let i = 0; i < count; i++) {
    const flag = flags[i] ?? 0;
    const look = looks[lookOf[i] ?? 0];
    if ((flag & isBroken) === 0 || !look) continue;
    if (++painted % atOnce === 0) yield;
    const isThick = (flag & isBold) !== 0;
    const outline = outlineOf(isThick ? 'bold' : 'idle', style.ratio);
    const status = (flag & isGiven) !== 0 ? 'given' : (flag & isSuggested) !== 0 ? 'suggested' : 'own';
    paintOutline(context, places, i * 4, {outline, look, status, ...style, isSelected: isThick});
  }
}

export interface OutlineStyle {
  readonly outline: Outline;
  readonly look: BoxLook;
  readonly status: 'own' | 'given' | 'suggested';
  readonly ratio: number;
  readonly colors: StageColors;
  readonly isSelected: boolean;
}

/** Paints the outline of one box with everything it can have. */
export function paintOutline(
  context: CanvasRenderingContext2D,
  places: Int32Array,
  at: number,
  {outline, look, status, ratio, colors, isSelected}: OutlineStyle,
): void {
  const box = deviceBox(places, at);
  const rings = ringsOf(outline);
  const color = (isSelected ? colors.selected : undefined) ?? colorOf(look, colors);
  const dash = status === 'own' ? undefined : dashes(status === 'given' ? givenDash : suggestedDash, ratio);
  for (const name of ['dark', 'light', 'color'] as const) {
    const ring = rings[name];
    useRing(context, ring, name === 'color' ? color : colors[name]);
    if (dash) {
      strokeDashedRing(context, box, ring, dash, rings.dark.outset);
    } else {
      if (name === 'color') context.setLineDash(patternOf(look, ratio));
      strokeRing(context, box, ring);
    }
  }
  context.setLineDash([]);
}

function patternOf({pattern}: BoxLook, ratio: number): number[] {
  return dashes(patternDash[pattern], ratio);
}

function dashes(lengths: readonly number[], ratio: number): number[] {
  return lengths.map((length) => Math.max(1, Math.round(length * ratio)));
}
