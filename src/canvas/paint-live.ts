import type {Handle} from '../editor/box-handles.js';
import type {StageColors} from './colors.js';
import {paintOutline, type OutlineStyle} from './paint-scene.js';
import type {DeviceBox} from './projector.js';

/** Where a handle is on the canvas, in device pixels. */
export interface HandlePlace {
  readonly handle: Handle;
  readonly x: number;
  readonly y: number;
}

/** The one selected box that is being edited, ready to be painted. */
export interface LiveBox {
  readonly box: DeviceBox;
  readonly style: OutlineStyle;
  readonly handles: readonly HandlePlace[];
  /** Side of a handle in device pixels. */
  readonly handleSize: number;
}

/** Paints the box that is being edited. */
export type LivePainter = (context: CanvasRenderingContext2D, live: LiveBox) => void;

/** Paints the live box without any library: until the library is there, and for good when it cannot be loaded. */
export const paintLivePlainly: LivePainter = (context, {box, style, handles, handleSize}) => {
  paintOutline(context, Int32Array.of(box.left, box.top, box.right, box.bottom), 0, style);
  for (const {x, y} of handles) paintHandle(context, x, y, handleSize, style);
};

/** One handle: a light square with a dark rim, so that it stands out on any picture. */
export function paintHandle(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  {ratio, colors}: {readonly ratio: number; readonly colors: StageColors},
): void {
  const rim = Math.max(1, Math.round(ratio));
  const side = Math.round(size);
  const left = Math.round(x - side / 2);
  const top = Math.round(y - side / 2);
  context.fillStyle = colors.forced ?? colors.dark;
  context.fillRect(left - rim, top - rim, side + 2 * rim, side + 2 * rim);
  context.fillStyle = colors.light;
  context.fillRect(left, top, side, side);
}
