import {html, type TemplateResult} from 'lit';
import type {Size} from '../../geometry/point.js';

/** A size in picture pixels as people write it: `120 × 80`. */
export function sizeText({width, height}: Size, language: string): string {
  const number = (value: number): string =>
    value.toLocaleString(language, {maximumFractionDigits: 2, useGrouping: false});
  return `${number(width)} × ${number(height)}`;
}

/** The same on screen: width stays before height where words run from right to left. */
export function sizeView(size: Size, language: string): TemplateResult {
  return html`<bdi class="size" dir="ltr">${sizeText(size, language)}</bdi>`;
}

/** Languages in the Arabic script, whose comma is another one. */
const arabicScript = /^(?:ar|fa|ps|ur)(?:-|$)/;

/** Several short facts as one: `car 3, 120 × 80, locked`. */
export function listed(facts: readonly string[], language: string): string {
  return facts.join(arabicScript.test(language) ? '، ' : ', ');
}
