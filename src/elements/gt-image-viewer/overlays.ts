import {html, nothing, type TemplateResult} from 'lit';
import ImageIcon from 'lucide/dist/esm/icons/image.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type {Problem} from '../../base/result.js';
import type {Strings} from '../../strings/strings.js';
import {cssProperties} from '../shared/css-properties.js';
import {icon} from '../shared/icon.js';
import {visibleString} from '../shared/visible-text.js';

/** What stands where no picture was asked for. */
export function emptyCover(text: Strings['viewer']): TemplateResult {
  return html`<div class="cover passive"><div class="blank">${icon(ImageIcon)}${text.empty}</div></div>`;
}

/** What stands where the picture will be. It has the place of the picture, so that nothing jumps. */
export function loadingCover(text: Strings['viewer']): TemplateResult {
  return html`
    <div class="cover passive">
      <div class="skeleton"></div>
      <div class="blank loading" role="status">${icon(ImageIcon)}${text.loading}</div>
    </div>
  `;
}

/** What is worth knowing of a picture that is shown all the same, below what bars take at the top: `roomAbove`. */
export function warningList(
  strings: Strings,
  warnings: readonly Problem[],
  roomAbove: number,
  dismiss: (code: string) => void,
): TemplateResult | typeof nothing {
  if (warnings.length === 0) return nothing;
  return html`
    <div class="warnings" role="status" ${cssProperties({'--_room-above': `${roomAbove}px`})}>
      ${warnings.map(
        ({code, message}) => html`
          <div class="notice warning">
            ${icon(TriangleAlert)}
            <details>
              <summary>${strings.media.titles[code] ?? code}</summary>
              <p dir="auto">${visibleString(message)}</p>
            </details>
            <button
              type="button"
              class="button icon quiet"
              aria-label=${strings.viewer.dismiss}
              @click=${() => dismiss(code)}
            >
              ${icon(X)}
            </button>
          </div>
        `,
      )}
    </div>
  `;
}
