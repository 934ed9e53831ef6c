import {Canvas, Rect} from 'fabric/es';
import {colors, middleOf, stage, toScreen} from '../scene.js';
import {pointer} from './konva.js';
import {showPhoto, stageCanvas} from './raw.js';

/** Fabric with one object per box. Caching is off: with it 10,000 boxes take 2.9 GB. */
export function create({host, photo}) {
  let canvas, objects, view;
  let from;
  let active;

  return {
    init() {
      canvas = new Canvas(stageCanvas(host), stage);
      canvas.wrapperEl.style.position = 'absolute';
      canvas.wrapperEl.style.inset = '0';
    },
    load(boxes) {
      objects = new Map();
      for (const {id, label, left, top, width, height} of boxes) {
        const rect = new Rect({
          left,
          top,
          width,
          height,
          originX: 'left',
          originY: 'top',
          stroke: colors[label],
          strokeWidth: 2,
          strokeUniform: true,
          fill: 'transparent',
          objectCaching: false,
        });
        objects.set(id, rect);
      }
      // In portions: one call takes its objects as arguments, and 50,000 are more than the stack holds.
      const all = [...objects.values()];
      for (let i = 0; i < all.length; i += 5000) canvas.add(...all.slice(i, i + 5000));
      canvas.renderAll();
    },
    view(next) {
      view = next;
      showPhoto(photo, view);
      canvas.setViewportTransform([view.scale, 0, 0, view.scale, view.x, view.y]);
    },
    dragStart(box) {
      from = toScreen(view, middleOf(box));
      pointer(canvas.upperCanvasEl, 'mousedown', from, 1);
      active = canvas.getActiveObject();
    },
    drag(dx, dy) {
      pointer(document, 'mousemove', {x: from.x + dx * view.scale, y: from.y + dy * view.scale}, 1);
    },
    dragEnd() {
      pointer(document, 'mouseup', from);
    },
    move(point) {
      pointer(canvas.upperCanvasEl, 'mousemove', point);
    },
    proof: () => ({x: active?.left, y: active?.top}),
    destroy: () => canvas.dispose(),
  };
}
