import {html, nothing} from 'lit';
import type {Problem} from '../../base/result.js';

/** More problems than that are told by the first of them. */
const most = 5;

/** Problems in their place, spoken when they come. */
export const problemList = (problems: readonly Problem[]) =>
  html`<div class="problems" role="status">
    ${problems.slice(0, most).map(({message, severity}) => html`<p class=${severity}><bdi>${message}</bdi></p>`)}
    ${problems.length > most ? html`<p class="warning">… (${problems.length - most})</p>` : nothing}
  </div>`;
