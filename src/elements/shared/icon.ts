import {directive, Directive} from 'lit/directive.js';

/** A Lucide icon: child elements of a 24 × 24 SVG, as tag and attributes. */
export type IconShapes = readonly (readonly [string, Readonly<Record<string, string>>])[];

const namespace = 'http://www.w3.org/2000/svg';

const frame = {viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'aria-hidden': 'true'};
const line = {'stroke-width': '1.75', 'stroke-linecap': 'round', 'stroke-linejoin': 'round'};

function svgElement(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(namespace, tag) as SVGElement;
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

class IconDirective extends Directive {
  #shapes: IconShapes | undefined;
  #element: SVGElement | undefined;

  render(shapes: IconShapes): SVGElement {
    if (shapes !== this.#shapes || !this.#element) {
      this.#shapes = shapes;
      this.#element = svgElement('svg', {...frame, ...line});
      this.#element.append(...shapes.map(([tag, attributes]) => svgElement(tag, attributes)));
    }
    return this.#element;
  }
}

/**
 * Draws an icon in the colour of the text around it. Decoration only: the control it stands in carries the name.
 * Import shapes one by one (`lucide/dist/esm/icons/zoom-in.mjs`), so that a page loads only the icons it shows.
 */
export const icon = directive(IconDirective);
