import type {Box} from '../geometry/box.js';
import type {StageColors} from './colors.js';
import type {DeviceBox} from './projector.js';
import type {TagFace} from './tag-face.js';

interface Place {
  readonly x: number;
  readonly y: number;
}

/**
 * How dark it is around a box whose side is being dragged, from 0 to 1, and around a new one: there the thing that is
 * being boxed still lies partly outside and must be seen.
 */
export const darkness = {resized: 0.6, drawn: 0.35} as const;

/** Darkens the picture around a box, so that its border is what one looks at. */
export function shade(
  context: CanvasRenderingContext2D,
  box: DeviceBox,
  picture: DeviceBox,
  canvas: DeviceBox,
  dark: number,
): void {
  const left = Math.max(picture.left, canvas.left);
  const top = Math.max(picture.top, canvas.top);
  const right = Math.min(picture.right, canvas.right);
  const bottom = Math.min(picture.bottom, canvas.bottom);
  const clampX = (x: number): number => Math.min(Math.max(x, left), right);
  const clampY = (y: number): number => Math.min(Math.max(y, top), bottom);
  const hole = {
    left: clampX(box.left),
    top: clampY(box.top),
    right: clampX(box.right),
    bottom: clampY(box.bottom),
  };
  context.fillStyle = `rgb(0 0 0 / ${dark})`;
  context.fillRect(left, top, right - left, hole.top - top);
  context.fillRect(left, hole.bottom, right - left, bottom - hole.bottom);
  context.fillRect(left, hole.top, hole.left - left, hole.bottom - hole.top);
  context.fillRect(hole.right, hole.top, right - hole.right, hole.bottom - hole.top);
}

/** How far a dot and a cross reach from their middle, in CSS pixels, with a pixel to spare. */
export const dotReach = 7;
export const crossReach = 17;

/** One of the extreme points clicked so far. */
export function paintDot(
  context: CanvasRenderingContext2D,
  {x, y}: Place,
  ratio: number,
  {dark, light, forced}: StageColors,
): void {
  disc(context, x, y, 5.5 * ratio, forced ?? dark);
  disc(context, x, y, 4 * ratio, light);
  disc(context, x, y, 2 * ratio, forced ?? dark);
}

/** The crosshair that the keyboard moves: light lines in dark ones, open in the middle so that the pixel shows. */
export function paintCross(
  context: CanvasRenderingContext2D,
  {x, y}: Place,
  ratio: number,
  {dark, light, forced}: StageColors,
): void {
  const gap = 4 * ratio;
  const arm = 16 * ratio;
  for (const [color, width] of [
    [forced ?? dark, 4 * ratio],
    [light, 2 * ratio],
  ] as const) {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.beginPath();
    for (const sign of [-1, 1]) {
      context.moveTo(x + sign * gap, y);
      context.lineTo(x + sign * arm, y);
      context.moveTo(x, y + sign * gap);
      context.lineTo(x, y + sign * arm);
    }
    context.stroke();
  }
}

/** The frame that selects what it touches. */
export function paintMarquee(
  context: CanvasRenderingContext2D,
  {left, top, right, bottom}: DeviceBox,
  ratio: number,
  {dark, light, forced}: StageColors,
): void {
  const line = Math.max(1, Math.round(ratio));
  const half = line / 2;
  context.fillStyle = 'rgb(255 255 255 / 12%)';
  context.fillRect(left, top, right - left, bottom - top);
  context.lineWidth = line;
  for (const [color, dash] of [
    [forced ?? dark, []],
    [light, [4 * ratio, 4 * ratio]],
  ] as const) {
    context.strokeStyle = color;
    context.setLineDash([...dash]);
    context.strokeRect(
      left + half,
      top + half,
      Math.max(0, right - left - line),
      Math.max(0, bottom - top - line),
    );
  }
  context.setLineDash([]);
}

/** Width × height in picture pixels, beneath the box that is drawn or resized. */
export function paintSizes(
  context: CanvasRenderingContext2D,
  box: Box,
  place: DeviceBox,
  canvas: DeviceBox,
  {face, colors}: {readonly face: TagFace; readonly colors: StageColors},
): void {
  const text = `${Math.round(box.width)} × ${Math.round(box.height)}`;
  const {width, height} = face.sizeOf(text);
  const gap = Math.round(height / 2);
  const below = place.bottom + gap;
  const top = below + height <= canvas.bottom ? below : place.bottom - gap - height;
  const left = Math.min(Math.max(place.right - width, canvas.left), canvas.right - width);
  context.fillStyle = colors.dark;
  context.fillRect(left, top, width, height);
  face.paint(context, text, left, top, colors.forced ?? colors.light);
}

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number, color: string): void {
  context.fillStyle = color;
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fill();
}
