import {noChange} from 'lit';
import {directive, Directive, type ElementPart} from 'lit/directive.js';

class CssPropertiesDirective extends Directive {
  render(_values: Readonly<Record<string, string>>): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [values]: [Readonly<Record<string, string>>]): typeof noChange {
    const {style} = part.element as HTMLElement;
    for (const [name, value] of Object.entries(values)) {
      if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
    }
    return noChange;
  }
}

/**
 * Sets CSS properties of the element it stands on: `<i ${cssProperties({'--_color': color})}></i>`. It goes through
 * the style object, because a strict content security policy forbids style attributes.
 */
export const cssProperties = directive(CssPropertiesDirective);
