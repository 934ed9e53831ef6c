import Konva from 'konva';
import {colors, middleOf, stage, toScreen} from '../scene.js';
import {showPhoto} from './raw.js';

/** A pointer event on the page, where Konva listens. */
export const pointer = (target, type, {x, y}, buttons = 0) =>
  target.dispatchEvent(new MouseEvent(type, {clientX: x, clientY: y, buttons, bubbles: true}));

/** Konva as its guides begin: one layer, one `Rect` per box that can be dragged. */
export function create({host, photo, tune = {}}) {
  let konva, layer, nodes, view;
  let active;
  let from;

  return {
    init() {
      const container = Object.assign(document.createElement('div'), {className: 'over'});
      host.append(container);
      konva = new Konva.Stage({container, ...stage});
      layer = new Konva.Layer(tune.layer);
      konva.add(layer);
    },
    load(boxes) {
      nodes = new Map();
      for (const {id, label, left, top, width, height} of boxes) {
        const node = new Konva.Rect({
          x: left,
          y: top,
          width,
          height,
          stroke: colors[label],
          strokeWidth: 2,
          strokeScaleEnabled: false,
          draggable: true,
          ...tune.rect,
        });
        nodes.set(id, node);
        layer.add(node);
      }
      layer.draw();
    },
    view(next) {
      view = next;
      showPhoto(photo, view);
      konva.scale({x: view.scale, y: view.scale});
      konva.position({x: view.x, y: view.y});
    },
    dragStart(box) {
      active = nodes.get(box.id);
      from = toScreen(view, middleOf(box));
      tune.dragStart?.(active, konva);
      pointer(konva.content, 'mousedown', from, 1);
      konva.setPointersPositions(new MouseEvent('mousemove', {clientX: from.x, clientY: from.y}));
      active.startDrag();
    },
    drag(dx, dy) {
      pointer(window, 'mousemove', {x: from.x + dx * view.scale, y: from.y + dy * view.scale}, 1);
    },
    dragEnd() {
      pointer(window, 'mouseup', from);
      tune.dragEnd?.(active, layer);
    },
    move(point) {
      pointer(konva.content, 'mousemove', point);
    },
    proof: () => ({x: active?.x(), y: active?.y()}),
    destroy: () => konva.destroy(),
  };
}
