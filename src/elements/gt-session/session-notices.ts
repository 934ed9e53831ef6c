import {html, nothing, type TemplateResult} from 'lit';
import CircleDot from 'lucide/dist/esm/icons/circle-dot.mjs';
import HardDriveDownload from 'lucide/dist/esm/icons/hard-drive-download.mjs';
import History from 'lucide/dist/esm/icons/rotate-ccw-clock.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import MessageSquare from 'lucide/dist/esm/icons/message-square-warning.mjs';
import Timer from 'lucide/dist/esm/icons/timer.mjs';
import TriangleAlert from 'lucide/dist/esm/icons/triangle-alert.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type {Problem} from '../../base/result.js';
import type {JobState} from '../../session/job-state.js';
import type {Loss} from '../../session/watermark.js';
import type {Strings} from '../../strings/strings.js';
import {icon, type IconShapes} from '../shared/icon.js';
import {visibleString} from '../shared/visible-text.js';
import type {Overwritten} from './overwrites.js';
import type {StorageNotice} from './storage-guard.js';

/** What may have to be said about a session besides its item. */
export interface NoticeModel {
  readonly state: JobState;
  readonly words: Strings['session'];
  readonly language: string;
  /** The item's work was found as it had been left, or has just been started over. */
  readonly restored: {readonly kind: 'restored' | 'started-over'; readonly time: string} | undefined;
  readonly isLossDismissed: boolean;
  /** The item on screen was changed since it was submitted: what is said about others waits until it is left. */
  readonly isChangedHere: boolean;
  readonly isTimeOver: boolean;
  /** Why the time is told to be over soon, when it will be. */
  readonly timeSoon: string | undefined;
  readonly moreTime: string;
  /** What the requester wants otherwise on this item. */
  readonly returned: string | undefined;
  /** What is wrong with the names the page gave. */
  readonly nameProblems: readonly Problem[];
  /** What the answer will replace on the line, and under which key. */
  readonly overwritten: {readonly kind: Overwritten; readonly key: string} | undefined;
  /** Why the last export failed. */
  readonly exportProblem: string | undefined;
  /** What is not in the file of the last one. */
  readonly exportMissing: string | undefined;
  readonly storage: StorageNotice;
  readonly run: (command: NoticeCommand) => void;
}

export type NoticeCommand =
  | 'backup'
  | 'export-manifest'
  | 'retry'
  | 'more-time'
  | 'take-over'
  | 'reload'
  | 'start-over'
  | 'bring-back'
  | 'dismiss-restored'
  | 'dismiss-room'
  | 'later'
  | 'dismiss-loss'
  | 'dismiss-overwritten'
  | 'dismiss-export';

interface Notice {
  readonly look: 'info' | 'warning' | 'error';
  readonly shapes: IconShapes;
  readonly text: string;
  /** A few words in any language. */
  readonly isBrief?: true;
  readonly actions: readonly (readonly [command: NoticeCommand, name: string])[];
  readonly dismiss?: NoticeCommand;
}

/** The lines under the bar. What is wrong is an alert, everything else a status; never both. */
export function renderNotices(model: NoticeModel): TemplateResult {
  const notices = noticesFor(model);
  const {words, run} = model;
  const renderOne = ({look, shapes, text, isBrief, actions, dismiss}: Notice) =>
    html`<div class="notice ${look} ${isBrief ? 'brief' : ''}" part="notice">
      ${icon(shapes)}<span class="notice-text">${text}</span>
      <span class="notice-actions">
        ${actions.map(
          ([command, name]) =>
            html`<button class="button" type="button" @click=${() => run(command)}>${name}</button>`,
        )}
        ${
          dismiss
            ? html`<button
                class="button icon quiet"
                type="button"
                aria-label=${words.dismiss}
                title=${words.dismiss}
                @click=${() => run(dismiss)}
              >
                ${icon(X)}
              </button>`
            : nothing
        }
      </span>
    </div>`;
  return html`<div class="notices">
    <div role="alert">${notices.filter(({look}) => look !== 'info').map(renderOne)}</div>
    <div role="status">${notices.filter(({look}) => look === 'info').map(renderOne)}</div>
  </div>`;
}

function noticesFor(model: NoticeModel): readonly Notice[] {
  const {state, words, language, restored, exportProblem, overwritten} = model;
  const {loss, item} = state;
  const notices: (Notice | undefined)[] = [statusNotice(model)];
  if (loss && !model.isLossDismissed) {
    notices.push(warning(lossText(loss, words, language), 'dismiss-loss'));
  }
  const {room, unbacked} = model.storage;
  if (room !== undefined) {
    notices.push({
      ...warning(words.littleRoom(inMegabytes(room, language)), 'dismiss-room'),
      actions: [['backup', words.backup]],
    });
  }
  if (exportProblem !== undefined) {
    notices.push(warning(words.exportFailed(exportProblem), 'dismiss-export'));
  }
  if (model.exportMissing !== undefined) notices.push(warning(model.exportMissing, 'dismiss-export'));
  notices.push(...model.nameProblems.map(({message}) => warning(visibleString(message))));
  if (overwritten) {
    const isLabel = overwritten.kind === 'label';
    const text = (isLabel ? words.overwritesLabel : words.overwritesValue)(visibleString(overwritten.key));
    notices.push({
      ...warning(text, 'dismiss-overwritten'),
      ...(isLabel && {look: 'info', shapes: CircleDot}),
    });
  }
  if (item?.isChanged) notices.push(warning(words.changedLine));
  if (model.returned !== undefined)
    notices.push({...warning(visibleString(model.returned)), shapes: MessageSquare});
  if (model.isTimeOver) notices.push(warning(words.timeOverText));
  if (model.timeSoon !== undefined)
    notices.push({...warning(model.timeSoon), shapes: Timer, actions: [['more-time', model.moreTime]]});
  if (state.changedSinceSubmit > 0 && !model.isChangedHere) {
    const text = words.resubmitCount(state.changedSinceSubmit, language);
    notices.push({look: 'info', shapes: CircleDot, text, actions: []});
  }
  if (unbacked > 0) {
    notices.push({
      look: 'info',
      shapes: HardDriveDownload,
      text: words.noBackup(unbacked, language),
      actions: [['backup', words.backup]],
      dismiss: 'later',
    });
  }
  if (restored) {
    const isRestored = restored.kind === 'restored';
    notices.push({
      look: 'info',
      shapes: History,
      text: isRestored ? words.restored(restored.time) : words.startedOver,
      isBrief: true,
      actions: [isRestored ? ['start-over', words.startOver] : ['bring-back', words.bringBack]],
      dismiss: 'dismiss-restored',
    });
  }
  return notices.filter((notice) => notice !== undefined);
}

function statusNotice({state: {status}, words}: NoticeModel): Notice | undefined {
  const shared = {shapes: TriangleAlert};
  switch (status.kind) {
    case 'not-saved':
    case 'tab-only':
      return {
        ...shared,
        look: 'error',
        text: words.reasons[status.reason],
        actions: [
          ['backup', words.backup],
          ['export-manifest', words.exportManifest],
          status.reason === 'other-tab' ? ['take-over', words.takeOver] : ['retry', words.tryAgain],
        ],
      };
    case 'read-only':
      return {
        ...shared,
        look: 'warning',
        shapes: Lock,
        text: words.readOnlyText,
        actions: [['take-over', words.takeOver]],
      };
    case 'update-needed':
      return {
        ...shared,
        look: 'error',
        text: words.updateText,
        actions: [
          ['backup', words.backup],
          ['export-manifest', words.exportManifest],
          ['reload', words.reload],
        ],
      };
    default:
      return undefined;
  }
}

function inMegabytes(bytes: number, language: string): string {
  const number = Math.max(1, Math.round(bytes / 1_000_000));
  return number.toLocaleString(language, {style: 'unit', unit: 'megabyte'});
}

function warning(text: string, dismiss?: NoticeCommand): Notice {
  return {look: 'warning', shapes: TriangleAlert, text, actions: [], ...(dismiss && {dismiss})};
}

function lossText({answers, at}: Loss, words: Strings['session'], language: string): string {
  const date = new Intl.DateTimeFormat(language, {day: 'numeric', month: 'short'}).format(at);
  return answers > 0 ? words.lossAnswers(answers, date, language) : words.lossDrafts(date);
}
