import {html, type TemplateResult} from 'lit';
import ImageOff from 'lucide/dist/esm/icons/image-off.mjs';
import type {Problem} from '../../base/result.js';
import {shownAddress} from '../../media/address.js';
import type {Strings} from '../../strings/strings.js';
import {icon} from '../shared/icon.js';
import {visibleString} from '../shared/visible-text.js';

export interface FailurePanel {
  readonly strings: Strings;
  readonly problem: Problem;
  readonly ref: string;
  readonly isCopied: boolean;
  readonly retry: () => void;
  readonly skip: () => void;
  readonly copy: (line: string) => void;
}

/** What the owner of the data needs to find the fault: no secrets, one line. */
export function technicalLine(problem: Problem, ref: string): string {
  return `${problem.code} ${shownAddress(ref)}`;
}

/** Says why there is no picture and what to do about it. */
export function failurePanel(panel: FailurePanel): TemplateResult {
  const {strings, problem, ref} = panel;
  const text = strings.viewer;
  const line = technicalLine(problem, ref);
  return html`
    <div class="failure" part="failure" role="alert">
      <span class="badge">${icon(ImageOff)}</span>
      <h2>${strings.media.titles[problem.code] ?? strings.media.notShown}</h2>
      <p dir="auto">${visibleString(problem.message)}</p>
      <div class="choices">
        <button type="button" class="button primary" @click=${panel.retry}>${text.retry}</button>
        <button type="button" class="button" @click=${panel.skip}>${text.skip}</button>
      </div>
      <details>
        <summary>${text.technical}</summary>
        <div class="technical">
          <code dir="ltr" tabindex="0">${line}</code>
          <button type="button" class="button" @click=${() => panel.copy(line)}>
            ${panel.isCopied ? text.copied : text.copy}
          </button>
        </div>
      </details>
    </div>
  `;
}
