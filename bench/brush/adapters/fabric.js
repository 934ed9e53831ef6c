import {Canvas, PencilBrush, Point} from 'fabric/es';
import {color, stage as stageSize} from '../scene.js';

/** Fabric's own brush, on a canvas of the stage's size; after each stroke its path is made pixels of the picture. */
export function create({host, size, view}) {
  const mask = document.createElement('canvas');
  const pixels = mask.getContext('2d');
  let canvas, brush;
  let present, before;

  const placed = (at) => new Point(at.x * view.scale + view.x, at.y * view.scale + view.y);
  // What fabric asks of the event behind a point: which pointer it is, and nothing else.
  const event = {e: {isPrimary: true}};
  const read = () => pixels.getImageData(0, 0, size.width, size.height);

  return {
    init() {
      const element = document.createElement('canvas');
      host.append(element);
      canvas = new Canvas(element, {...stageSize, isDrawingMode: true});
      canvas.wrapperEl.style.position = 'absolute';
      canvas.wrapperEl.style.inset = '0';
      brush = new PencilBrush(canvas);
      brush.color = color;
      canvas.freeDrawingBrush = brush;
      Object.assign(mask, size);
      present = read();
    },
    press(at, radius) {
      brush.width = radius * 2 * view.scale;
      brush.onMouseDown(placed(at), event);
    },
    move: (at) => brush.onMouseMove(placed(at), event),
    release() {
      brush.onMouseUp(event);
      const path = canvas.getObjects().at(-1);
      pixels.save();
      pixels.setTransform(1 / view.scale, 0, 0, 1 / view.scale, -view.x / view.scale, -view.y / view.scale);
      path.render(pixels);
      pixels.restore();
      before = present;
      present = read();
    },
    undo() {
      canvas.remove(canvas.getObjects().at(-1));
      pixels.putImageData(before, 0, 0);
    },
    bytes: () => before.data.byteLength,
    labelled() {
      const words = new Uint32Array(read().data.buffer);
      return words.reduce((sum, word) => sum + (word === 0 ? 0 : 1), 0);
    },
    destroy: () => canvas.dispose(),
  };
}
