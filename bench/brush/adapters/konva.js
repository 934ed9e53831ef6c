import Konva from 'konva';
import {color, stage as stageSize} from '../scene.js';

/** Konva's way of drawing freely: a line that grows by a point with every move; then pixels of the picture are made of it. */
export function create({host, size, view}) {
  const mask = document.createElement('canvas');
  const pixels = mask.getContext('2d');
  let konva, layer, line;
  let present, before;

  const placed = (at) => [at.x * view.scale + view.x, at.y * view.scale + view.y];
  const read = () => pixels.getImageData(0, 0, size.width, size.height);

  return {
    init() {
      const container = Object.assign(document.createElement('div'), {className: 'over'});
      host.append(container);
      konva = new Konva.Stage({container, ...stageSize});
      layer = new Konva.Layer({listening: false});
      konva.add(layer);
      Object.assign(mask, size);
      present = read();
    },
    press(at, radius) {
      line = new Konva.Line({
        stroke: color,
        strokeWidth: radius * 2 * view.scale,
        lineCap: 'round',
        lineJoin: 'round',
        listening: false,
        points: [...placed(at), ...placed(at)],
      });
      layer.add(line);
    },
    move: (at) => line.points([...line.points(), ...placed(at)]),
    release() {
      const points = line.points();
      pixels.save();
      pixels.setTransform(1 / view.scale, 0, 0, 1 / view.scale, -view.x / view.scale, -view.y / view.scale);
      pixels.strokeStyle = color;
      pixels.lineWidth = line.strokeWidth();
      pixels.lineCap = pixels.lineJoin = 'round';
      pixels.beginPath();
      for (let at = 0; at < points.length; at += 2) pixels.lineTo(points[at], points[at + 1]);
      pixels.stroke();
      pixels.restore();
      before = present;
      present = read();
    },
    undo() {
      line.destroy();
      pixels.putImageData(before, 0, 0);
    },
    bytes: () => before.data.byteLength,
    labelled() {
      const words = new Uint32Array(read().data.buffer);
      return words.reduce((sum, word) => sum + (word === 0 ? 0 : 1), 0);
    },
    destroy: () => konva.destroy(),
  };
}
