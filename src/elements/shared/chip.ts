import {html, type TemplateResult} from 'lit';
import {cssProperties} from './css-properties.js';
import type {Look} from './palette.js';

/** The chip of a label; one without a known label has a plain ring. */
export function chip(look: Look | undefined): TemplateResult {
  return look
    ? html`<span class="chip ${look.pattern}" ${cssProperties({'--_chip': look.color})}></span>`
    : html`<span class="chip ring" ${cssProperties({'--_chip': '#80808f'})}></span>`;
}
