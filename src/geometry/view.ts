import type {Box} from './box.js';
import {toStored, toUpright, type Orientation} from './orientation.js';
import type {ImagePoint, ScreenPoint, Size, UprightPoint} from './point.js';

/**
 * Which part of a picture the stage shows, and how large: `screen = upright * scale + (x, y)`.
 *
 * Lengths on screen are CSS pixels, so neither the device pixel ratio nor the browser's own zoom changes what a view
 * means. All functions here are pure; a view never knows the size of stage or picture, so they are arguments.
 */
export interface View {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** A picture as the view needs to know it: its stored size and how it is turned to be upright. */
export interface Frame {
  readonly stored: Size;
  readonly orientation: Orientation;
}

/** Room on the stage that a fitted picture leaves free, in CSS pixels. */
export interface Inset {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Screen pixels per picture pixel beyond which nobody needs to see. */
export const largestScale = 64;

export const noInset: Inset = {top: 0, right: 0, bottom: 0, left: 0};

export function uprightToScreen(view: View, point: UprightPoint): ScreenPoint {
  return {x: point.x * view.scale + view.x, y: point.y * view.scale + view.y};
}

export function screenToUpright(view: View, point: ScreenPoint): UprightPoint {
  return {x: (point.x - view.x) / view.scale, y: (point.y - view.y) / view.scale};
}

/** Where a place of the stored grid is on the stage. */
export function imageToScreen(view: View, frame: Frame, point: ImagePoint): ScreenPoint {
  return uprightToScreen(view, toUpright(point, frame.stored, frame.orientation));
}

/** Which place of the stored grid is at that place of the stage. It may lie outside the picture. */
export function screenToImage(view: View, frame: Frame, point: ScreenPoint): ImagePoint {
  return toStored(screenToUpright(view, point), frame.stored, frame.orientation);
}

/** The scale at which the whole picture is just visible; at most 1 unless it may be enlarged. */
export function fitScale(picture: Size, stage: Size, inset: Inset = noInset, enlarge = false): number {
  const width = Math.max(1, stage.width - inset.left - inset.right);
  const height = Math.max(1, stage.height - inset.top - inset.bottom);
  const scale = Math.min(width / picture.width, height / picture.height);
  return enlarge ? Math.min(scale, largestScale) : Math.min(scale, 1);
}

/** The view at a scale with the picture in the middle of what the inset leaves free. */
export function centredView(picture: Size, stage: Size, scale: number, inset: Inset = noInset): View {
  const width = stage.width - inset.left - inset.right;
  const height = stage.height - inset.top - inset.bottom;
  return {
    scale,
    x: inset.left + (width - picture.width * scale) / 2,
    y: inset.top + (height - picture.height * scale) / 2,
  };
}

/** The view that shows the whole picture, centred. */
export function fitView(picture: Size, stage: Size, inset: Inset = noInset, enlarge = false): View {
  return centredView(picture, stage, fitScale(picture, stage, inset, enlarge), inset);
}

/** Changes the scale while the picture point under `at` stays under `at`. `smallest` and 64 bound the result. */
export function zoomAt(view: View, factor: number, at: ScreenPoint, smallest: number): View {
  const wanted = view.scale * factor;
  const scale = Math.min(largestScale, Math.max(smallest, wanted));
  const ratio = scale / view.scale;
  return {scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio};
}

/** The smallest scale worth having: half of what fits, and 1 for pictures that fit with room to spare. */
export function smallestScale(fitted: number): number {
  return Math.min(fitted / 2, 1);
}

/** Pixels of the picture that panning always leaves on the stage, so that it cannot get lost. */
const reach = 48;

function within(wanted: number, current: number, least: number, most: number): number {
  return Math.min(Math.max(wanted, Math.min(least, current)), Math.max(most, current));
}

/** Moves the picture on the stage, but never out of reach. A view that is out of reach already is not pulled in. */
export function panned(view: View, dx: number, dy: number, picture: Size, stage: Size): View {
  const width = picture.width * view.scale;
  const height = picture.height * view.scale;
  const keepX = Math.min(reach, width, stage.width);
  const keepY = Math.min(reach, height, stage.height);
  return {
    scale: view.scale,
    x: within(view.x + dx, view.x, keepX - width, stage.width - keepX),
    y: within(view.y + dy, view.y, keepY - height, stage.height - keepY),
  };
}

/** The view after the stage changed its size: the same scale, the same picture point in the middle. */
export function afterResize(view: View, before: Size, after: Size): View {
  return {
    scale: view.scale,
    x: view.x + (after.width - before.width) / 2,
    y: view.y + (after.height - before.height) / 2,
  };
}

/** True when the picture does not wholly fit on the stage at this scale, or lies partly beside it. */
export function overflows(view: View, picture: Size, stage: Size): boolean {
  const slack = 0.5;
  return (
    view.x < -slack ||
    view.y < -slack ||
    view.x + picture.width * view.scale > stage.width + slack ||
    view.y + picture.height * view.scale > stage.height + slack
  );
}

/** The part of the whole picture that is on the stage, from 0 to 1. */
export function visibleShare(view: View, picture: Size, stage: Size): number {
  const along = (start: number, length: number, room: number) =>
    Math.max(0, Math.min(room, start + length * view.scale) - Math.max(0, start)) / (length * view.scale);
  return along(view.x, picture.width, stage.width) * along(view.y, picture.height, stage.height);
}

/** A box of the stored grid as it lies in the upright picture. */
export function uprightBox({left, top, width, height}: Box, {stored, orientation}: Frame): Box {
  const a = toUpright({x: left, y: top}, stored, orientation);
  const b = toUpright({x: left + width, y: top + height}, stored, orientation);
  return {
    left: Math.min(a.x, b.x),
    top: Math.min(a.y, b.y),
    width: Math.abs(a.x - b.x),
    height: Math.abs(a.y - b.y),
  };
}

/** How much of the free stage stays free on each side of a box that somebody looks for. */
const boxMargin = 0.15;

function freeStage(stage: Size, inset: Inset): Size {
  return {
    width: Math.max(1, stage.width - inset.left - inset.right),
    height: Math.max(1, stage.height - inset.top - inset.bottom),
  };
}

/** The view that shows a box of the upright picture as large as the stage has room for, with a margin. */
export function boxView(box: Box, stage: Size, inset: Inset = noInset, most = largestScale): View {
  const free = freeStage(stage, inset);
  const share = 1 - 2 * boxMargin;
  const wide = (free.width * share) / Math.max(box.width, 1e-6);
  const high = (free.height * share) / Math.max(box.height, 1e-6);
  const scale = Math.min(wide, high, most);
  return {
    scale,
    x: inset.left + free.width / 2 - (box.left + box.width / 2) * scale,
    y: inset.top + free.height / 2 - (box.top + box.height / 2) * scale,
  };
}

/**
 * The view nearest to this one that shows a box of the upright picture. A box that is wholly on the stage already
 * changes nothing; otherwise the picture moves, and shrinks only where the box is too large.
 */
export function revealingView(view: View, box: Box, stage: Size, inset: Inset = noInset): View {
  const free = freeStage(stage, inset);
  const left = box.left * view.scale + view.x;
  const top = box.top * view.scale + view.y;
  const width = box.width * view.scale;
  const height = box.height * view.scale;
  if (left >= 0 && top >= 0 && left + width <= stage.width && top + height <= stage.height) return view;
  const marginX = free.width * boxMargin;
  const marginY = free.height * boxMargin;
  if (width > free.width - 2 * marginX || height > free.height - 2 * marginY)
    return boxView(box, stage, inset, view.scale);
  const into = (start: number, length: number, from: number, to: number) =>
    start < from ? from - start : start + length > to ? to - start - length : 0;
  const {scale} = view;
  return {
    scale,
    x: view.x + into(left, width, inset.left + marginX, inset.left + free.width - marginX),
    y: view.y + into(top, height, inset.top + marginY, inset.top + free.height - marginY),
  };
}

/** The view as it is painted: on whole device pixels where the picture's pixels are whole ones, else blurred by halves. */
export function snappedView(view: View, devicePixelRatio: number): View {
  if (!Number.isInteger(view.scale * devicePixelRatio)) return view;
  const snapped = (value: number) => Math.round(value * devicePixelRatio) / devicePixelRatio;
  return {scale: view.scale, x: snapped(view.x), y: snapped(view.y)};
}
