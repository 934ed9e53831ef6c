import type {StageColors} from './colors.js';
import type {DeviceBox} from './projector.js';

const side = 14;

/** How far a badge reaches from the top left corner of its box, in CSS pixels. */
export const badgeReach = side + 4;

/**
 * A small triangle with a mark in the corner of a box that reaches out of the picture. It stays in the picture: of a box
 * beside it, it is all there is to see.
 */
export function paintWarning(
  context: CanvasRenderingContext2D,
  {left, top}: DeviceBox,
  {ratio, colors}: {readonly ratio: number; readonly colors: StageColors},
  picture?: DeviceBox,
): void {
  const room = Math.round(badgeReach * ratio);
  const x = Math.min(left, (picture?.right ?? Infinity) - room) + 4 * ratio;
  const y = Math.min(top, (picture?.bottom ?? Infinity) - room) + 4 * ratio;
  const size = side * ratio;
  context.save();
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(x + size / 2, y + ratio);
  context.lineTo(x + size - ratio, y + size - ratio);
  context.lineTo(x + ratio, y + size - ratio);
  context.closePath();
  context.lineWidth = 2 * ratio;
  context.strokeStyle = colors.dark;
  context.stroke();
  context.fillStyle = colors.warning;
  context.fill();
  context.fillStyle = colors.dark;
  const middle = Math.round(x + size / 2 - ratio / 2);
  context.fillRect(middle, y + 5 * ratio, Math.max(1, Math.round(1.5 * ratio)), 4 * ratio);
  context.fillRect(middle, y + 10 * ratio, Math.max(1, Math.round(1.5 * ratio)), 1.5 * ratio);
  context.restore();
}
