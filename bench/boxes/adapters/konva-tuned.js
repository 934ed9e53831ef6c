import Konva from 'konva';
import {create as createKonva} from './konva.js';

/** Konva by its own advice on speed: no hit graph, no perfect drawing, the dragged node on a layer of its own. */
export function create(options) {
  let dragLayer;
  const adapter = createKonva({
    ...options,
    tune: {
      layer: {listening: false},
      rect: {listening: false, perfectDrawEnabled: false, shadowForStrokeEnabled: false},
      dragStart(node, stage) {
        dragLayer ??= new Konva.Layer({listening: false});
        if (!dragLayer.getStage()) stage.add(dragLayer);
        node.moveTo(dragLayer);
      },
      dragEnd: (node, layer) => node.moveTo(layer),
    },
  });
  // Without a hit graph it does not know what is under the pointer.
  delete adapter.move;
  return adapter;
}
