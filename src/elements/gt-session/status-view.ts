import {html, type TemplateResult} from 'lit';
import Check from 'lucide/dist/esm/icons/check.mjs';
import LoaderCircle from 'lucide/dist/esm/icons/loader-circle.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import type {SaveStatus} from '../../session/save-status.js';
import type {Strings} from '../../strings/strings.js';
import {icon} from '../shared/icon.js';

const icons = {
  saved: Check,
  saving: LoaderCircle,
  'not-saved': TriangleAlert,
  'tab-only': TriangleAlert,
  'read-only': Lock,
  'update-needed': TriangleAlert,
} as const;

/** The words for a status. `savedTime` is given when the worker asked when. */
export function statusText(
  status: SaveStatus,
  words: Strings['session'],
  savedTime: string | undefined,
): string {
  switch (status.kind) {
    case 'saved':
      if (status.at === undefined) return words.autosave;
      return savedTime === undefined ? words.saved : words.savedAt(savedTime);
    case 'saving':
      return words.saving;
    case 'not-saved':
      return words.notSaved;
    case 'tab-only':
      return words.tabOnly;
    case 'read-only':
      return words.readOnly;
    case 'update-needed':
      return words.updateNeeded;
  }
}

/**
 * Says quietly how the work is kept. While a save is under way the region is busy, so that a screen reader hears
 * nothing of the few milliseconds each one takes. What goes wrong is said by an alert elsewhere.
 */
export function renderStatus(
  status: SaveStatus,
  words: Strings['session'],
  savedTime: string | undefined,
): TemplateResult {
  return html`<span
    class="status ${status.kind}"
    part="status"
    role="status"
    aria-busy=${status.kind === 'saving' ? 'true' : 'false'}
    >${icon(icons[status.kind])}<span class="status-text">${statusText(status, words, savedTime)}</span></span
  >`;
}
