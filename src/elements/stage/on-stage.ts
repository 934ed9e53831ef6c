import {toUprightBox} from '../../geometry/box-orientation.js';
import type {Box} from '../../geometry/box.js';
import type {Point} from '../../geometry/point.js';
import type {Sight} from '../../geometry/sight.js';
import type {ScreenRect} from './placement.js';

/** Where a box of the stored grid is on the stage. */
export function onStage(box: Box, {view, frame}: Sight): ScreenRect {
  const {left, top, width, height} = toUprightBox(box, frame);
  return {
    left: left * view.scale + view.x,
    top: top * view.scale + view.y,
    width: width * view.scale,
    height: height * view.scale,
  };
}

/** A place of the stage in CSS pixels of the window: the page's transforms are between them. */
export function onPage(stage: HTMLElement, {x, y}: Point): Point {
  const {left, top, width, height} = stage.getBoundingClientRect();
  return {
    x: left + x * (width / stage.offsetWidth),
    y: top + y * (height / stage.offsetHeight),
  };
}
