import {html, nothing, type TemplateResult} from 'lit';
import CircleOff from 'lucide/dist/esm/icons/circle-slash.mjs';
import CornerUpLeft from 'lucide/dist/esm/icons/corner-up-left.mjs';
import Timer from 'lucide/dist/esm/icons/timer.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type {Strings} from '../../strings/strings.js';
import {icon} from '../shared/icon.js';
import type {LastAct} from './worker-acts.js';

const icons = {declined: CircleOff, released: CornerUpLeft, 'time-over': Timer};

interface ActNoticeModel {
  readonly last: LastAct;
  readonly text: Pick<Strings, 'session' | 'workerActs'>;
  readonly language: string;
  readonly giveReason: (reason: string) => void;
  /** Opens the task again. */
  readonly back: () => void;
  readonly dismiss: () => void;
}

/** What became of the task before: declined, with a place for the reason, or given back; and the way back to it. */
export function renderActNotice(model: ActNoticeModel): TemplateResult {
  const {last, text, language, giveReason, back, dismiss} = model;
  const {workerActs: words, session} = text;
  const told = {
    declined: words.declinedTask,
    released: words.releasedTask,
    'time-over': words.timeReleasedTask,
  }[last.kind](last.place, language);
  const onReason = (event: SubmitEvent) => {
    event.preventDefault();
    giveReason(String(new FormData(event.target as HTMLFormElement).get('reason') ?? '').trim());
  };
  const reason = html`<form class="reason" @submit=${onReason}>
    <input
      name="reason"
      dir="auto"
      autocomplete="off"
      maxlength="500"
      aria-label=${words.reason}
      placeholder=${words.reason}
    />
    <button class="button">${words.giveReason}</button>
  </form>`;
  return html`<div class="notice info act" part="notice">
    ${icon(icons[last.kind])}
    <span class="notice-text"
      >${told}${last.kind === 'declined' && last.hasReason ? html` ${words.reasonKept}` : nothing}</span
    >
    ${last.kind === 'declined' && !last.hasReason ? reason : nothing}
    <span class="notice-actions">
      <button class="button" type="button" @click=${back}>
        ${last.kind === 'declined' ? words.takeBack : words.backToTask}
      </button>
      <button
        class="button icon quiet"
        type="button"
        aria-label=${session.dismiss}
        title=${session.dismiss}
        @click=${dismiss}
      >
        ${icon(X)}
      </button>
    </span>
  </div>`;
}
