import {byLabel, colors, stage, toImage} from '../scene.js';

/** Shows the photo where the view says. Every library is given the same. */
export function showPhoto(photo, {scale, x, y}) {
  photo.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
}

/** A canvas over the stage. */
export function stageCanvas(host, {width, height} = stage) {
  const canvas = Object.assign(document.createElement('canvas'), {className: 'over', width, height});
  host.append(canvas);
  return canvas;
}

/** Outlines, two pixels wide, one colour after the other. */
export function paintBoxes(context, groups, {scale, x, y}) {
  context.lineWidth = 2;
  for (const [label, boxes] of groups) {
    context.strokeStyle = colors[label];
    for (const {left, top, width, height} of boxes) {
      context.strokeRect(left * scale + x, top * scale + y, width * scale, height * scale);
    }
  }
}

/** The smallest box under a point, found by looking at every one. */
export function smallestAt(boxes, {x, y}) {
  let found;
  for (const box of boxes) {
    if (x < box.left || y < box.top || x > box.left + box.width || y > box.top + box.height) continue;
    if (!found || box.width * box.height < found.width * found.height) found = box;
  }
  return found;
}

/** Canvas 2D without a library: everything again in every frame; a dragged box on a canvas of its own. */
export function create({host, photo}) {
  let canvas, overlay, context, overlayContext;
  let boxes = [];
  let groups = new Map();
  let view;
  let active;
  let hovered;

  const paint = () => {
    context.clearRect(0, 0, stage.width, stage.height);
    paintBoxes(context, groups, view);
  };
  const paintOver = (box) => {
    overlayContext.clearRect(0, 0, stage.width, stage.height);
    if (box) paintBoxes(overlayContext, [[box.label, [box]]], view);
  };

  return {
    init() {
      canvas = stageCanvas(host);
      overlay = stageCanvas(host);
      context = canvas.getContext('2d');
      overlayContext = overlay.getContext('2d');
    },
    load(list) {
      boxes = list;
      groups = byLabel(boxes);
      paint();
    },
    view(next) {
      view = next;
      showPhoto(photo, view);
      paint();
    },
    dragStart(box) {
      active = box;
      groups = byLabel(boxes.filter((other) => other !== box));
      paint();
      paintOver(box);
    },
    drag(dx, dy) {
      paintOver({...active, left: active.left + dx, top: active.top + dy});
    },
    dragEnd() {
      groups = byLabel(boxes);
      paint();
      paintOver();
    },
    move(point) {
      const found = smallestAt(boxes, toImage(view, point));
      if (found === hovered) return;
      hovered = found;
      paintOver(found);
    },
    destroy() {
      canvas.remove();
      overlay.remove();
    },
  };
}
