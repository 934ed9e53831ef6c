import {createImageAnnotator} from '@annotorious/annotorious';
import '@annotorious/annotorious/annotorious.css';
import {colors} from '../scene.js';

const annotation = ({id, label, left, top, width, height}) => ({
  id,
  bodies: [{id: `${id}-label`, annotation: id, purpose: 'tagging', value: label}],
  target: {annotation: id, selector: selector(left, top, width, height)},
});

const selector = (x, y, w, h) => ({
  type: 'RECTANGLE',
  geometry: {x, y, w, h, bounds: {minX: x, minY: y, maxX: x + w, maxY: y + h}},
});

/** Annotorious over the photo (SVG); the view moves photo and SVG together by a CSS transform. */
export function create({host, photo}) {
  let annotator, layer, svg;
  let active;
  let target;

  return {
    init() {
      layer = Object.assign(document.createElement('div'), {className: 'over'});
      Object.assign(layer.style, {transformOrigin: '0 0', willChange: 'transform', width: 'max-content'});
      host.append(layer);
      layer.append(photo);
      Object.assign(photo.style, {position: 'static', transform: 'none', willChange: 'auto'});
      annotator = createImageAnnotator(photo, {
        drawingEnabled: false,
        style: ({bodies}) => ({stroke: colors[bodies[0].value], strokeWidth: 2, fillOpacity: 0}),
      });
      svg = annotator.element.querySelector('svg');
    },
    load(boxes) {
      annotator.setAnnotations(boxes.map(annotation));
    },
    view({scale, x, y}) {
      layer.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    },
    dragStart(box) {
      active = box;
      annotator.setSelected(box.id, true);
    },
    // What its own editor does on every pointer move of a drag.
    drag(dx, dy) {
      target ??= annotator.state.store.getAnnotation(active.id).target;
      const {left, top, width, height} = active;
      annotator.state.store.updateTarget({...target, selector: selector(left + dx, top + dy, width, height)});
    },
    dragEnd() {
      annotator.setSelected();
    },
    move({x, y}) {
      svg.dispatchEvent(new PointerEvent('pointermove', {clientX: x, clientY: y, bubbles: true}));
    },
    proof: () => ({
      ...annotator.state.store.getAnnotation(active.id).target.selector.geometry,
      shapes: svg.querySelectorAll('rect, polygon').length,
    }),
    destroy: () => annotator.destroy(),
  };
}
