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
