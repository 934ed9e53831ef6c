import type {DeviceBox} from './projector.js';

/**
 * How thick the three lines of an outline are, in device pixels. From outside to inside: a dark line, the line of the
 * label's colour, a light line. On any picture one of the two others stands out, so the colour has an edge to be seen by.
 */
export interface Outline {
  readonly dark: number;
  readonly color: number;
  readonly light: number;
}

export type Weight = 'idle' | 'bold' | 'thin';

/** `thin` is for crowds of boxes, where light lines inside would be most of what is seen. */
export function outlineOf(weight: Weight, ratio: number): Outline {
  const pixels = (length: number): number => Math.max(1, Math.round(length * ratio));
  const halo = pixels(1);
  if (weight === 'thin') return {dark: halo, color: pixels(1), light: 0};
  return {dark: halo, color: pixels(weight === 'bold' ? 2.5 : 1.5), light: halo};
}

/** How far the coloured line reaches out of the box. Its middle is on the border. */
export function outset({color}: Outline): number {
  return Math.floor(color / 2);
}

/** How far the whole outline reaches out of the box. */
export function reach(outline: Outline): number {
  return outset(outline) + outline.dark;
}

/** One of the lines: how far its outer rim is outside of the box, and how thick it is painted. */
export interface Ring {
  readonly outset: number;
  readonly width: number;
}

/** The lines in the order they are painted. Each also fills what the next ones cover, so that no gap can show. */
export function ringsOf(outline: Outline): {readonly dark: Ring; readonly light: Ring; readonly color: Ring} {
  const {dark, color, light} = outline;
  const out = outset(outline);
  return {
    dark: {outset: out + dark, width: dark + color + light},
    light: {outset: out, width: color + light},
    color: {outset: out, width: color},
  };
}

/** Sets everything that painting a ring in a colour needs. */
export function useRing(context: CanvasRenderingContext2D, {width}: Ring, color: string): void {
  context.lineWidth = width;
  context.strokeStyle = color;
  context.fillStyle = color;
}

/** Paints a closed ring. Whole pixels only: every edge lies on a pixel's border. */
export function strokeRing(
  context: CanvasRenderingContext2D,
  {left, top, right, bottom}: DeviceBox,
  ring: Ring,
): void {
  const x = left - ring.outset;
  const y = top - ring.outset;
  const width = right + ring.outset - x;
  const height = bottom + ring.outset - y;
  const half = ring.width / 2;
  if (width <= ring.width || height <= ring.width) context.fillRect(x, y, width, height);
  else context.strokeRect(x + half, y + half, width - ring.width, height - ring.width);
}

/** The longest line that is painted in dashes beyond the canvas; longer ones would cost time for nothing. */
const longest = 20_000;

/**
 * Paints a ring in dashes that begin anew at every corner, so that the rings of an outline break at the same places.
 * `from` is the outermost outset of the outline, where the dashes are counted from.
 */
export function strokeDashedRing(
  context: CanvasRenderingContext2D,
  {left, top, right, bottom}: DeviceBox,
  ring: Ring,
  dash: readonly number[],
  from: number,
): void {
  const period = dash.reduce((sum, part) => sum + part, 0);
  const half = ring.width / 2;
  const x1 = left - ring.outset;
  const y1 = top - ring.outset;
  const x2 = right + ring.outset;
  const y2 = bottom + ring.outset;
  context.setLineDash([...dash]);
  context.lineDashOffset = from - ring.outset;
  context.beginPath();
  const startX = Math.max(x1, x1 + Math.floor((-longest - x1) / period) * period);
  const startY = Math.max(y1, y1 + Math.floor((-longest - y1) / period) * period);
  const endX = Math.min(x2, longest);
  const endY = Math.min(y2, longest);
  context.moveTo(startX, y1 + half);
  context.lineTo(endX, y1 + half);
  context.moveTo(startX, y2 - half);
  context.lineTo(endX, y2 - half);
  context.moveTo(x1 + half, startY);
  context.lineTo(x1 + half, endY);
  context.moveTo(x2 - half, startY);
  context.lineTo(x2 - half, endY);
  context.stroke();
  context.setLineDash([]);
  context.lineDashOffset = 0;
}
