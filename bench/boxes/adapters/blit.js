import {byLabel, fitted, stage} from '../scene.js';
import {paintBoxes, showPhoto, stageCanvas} from './raw.js';

const margin = 300;

/** The limit: all boxes painted once into a bitmap, and nothing but the bitmap copied ever after. Never sharp again. */
export function create({host, photo}) {
  let canvas, context, overlay, overlayContext, bitmap;
  let view;
  let active;

  const paint = () => {
    context.clearRect(0, 0, stage.width, stage.height);
    if (!bitmap) return;
    const k = view.scale / fitted.scale;
    const x = view.x - fitted.x * k - margin * k;
    const y = view.y - fitted.y * k - margin * k;
    context.drawImage(bitmap, x, y, bitmap.width * k, bitmap.height * k);
  };

  return {
    init() {
      canvas = stageCanvas(host);
      overlay = stageCanvas(host);
      context = canvas.getContext('2d');
      overlayContext = overlay.getContext('2d');
    },
    load(boxes) {
      bitmap = new OffscreenCanvas(stage.width + 2 * margin, stage.height + 2 * margin);
      const {scale, x, y} = fitted;
      paintBoxes(bitmap.getContext('2d'), byLabel(boxes), {scale, x: x + margin, y: y + margin});
      paint();
    },
    view(next) {
      view = next;
      showPhoto(photo, view);
      paint();
    },
    dragStart(box) {
      active = box;
    },
    drag(dx, dy) {
      overlayContext.clearRect(0, 0, stage.width, stage.height);
      const box = {...active, left: active.left + dx, top: active.top + dy};
      paintBoxes(overlayContext, [[box.label, [box]]], view);
    },
    dragEnd() {
      overlayContext.clearRect(0, 0, stage.width, stage.height);
    },
    destroy() {
      canvas.remove();
      overlay.remove();
    },
  };
}
