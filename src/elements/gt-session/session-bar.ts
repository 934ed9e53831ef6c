import {html, nothing, type TemplateResult} from 'lit';
import ChevronDown from 'lucide/dist/esm/icons/chevron-down.mjs';
import ChevronLeft from 'lucide/dist/esm/icons/chevron-left.mjs';
import ChevronRight from 'lucide/dist/esm/icons/chevron-right.mjs';
import CircleOff from 'lucide/dist/esm/icons/circle-slash.mjs';
import CornerUpLeft from 'lucide/dist/esm/icons/corner-up-left.mjs';
import LogOut from 'lucide/dist/esm/icons/log-out.mjs';
import Timer from 'lucide/dist/esm/icons/timer.mjs';
import type {JobState} from '../../session/job-state.js';
import type {Strings} from '../../strings/strings.js';
import {cssProperties} from '../shared/css-properties.js';
import {icon, type IconShapes} from '../shared/icon.js';
import {capsOf} from '../shared/shortcut-list.js';
import {visibleText} from '../shared/visible-text.js';
import type {TimeLeft} from './item-timer.js';
import {renderStatus} from './status-view.js';

/** What the bar shows and does. */
export interface BarModel {
  readonly state: JobState | undefined;
  readonly title: string;
  readonly words: Strings['session'];
  readonly acts: Strings['workerActs'];
  readonly keyNames: Strings['shortcuts']['keys'];
  /** The key that submits, as printed on the keyboard. */
  readonly submitKey: readonly string[];
  readonly language: string;
  /** Set for a moment after the worker asked when the work was saved. */
  readonly savedTime: string | undefined;
  /** Time left for the item, in words; `undefined` without a limit. */
  readonly timeLeft: TimeLeft | undefined;
  /** There are items to act on. */
  readonly hasActions: boolean;
  /** An item is on screen that can be submitted or skipped. */
  readonly canAct: boolean;
  /** A press on Submit would be an accident: the item has just appeared. */
  readonly isSettling: boolean;
  /** What Submit says while the answer is being put together; then a press does nothing more. */
  readonly submitting: string | undefined;
  readonly withStop: boolean;
  readonly withDecline: boolean;
  readonly withRelease: boolean;
  readonly isJumpOpen: boolean;
  readonly jumpList: TemplateResult | typeof nothing;
  readonly run: (
    command: 'previous' | 'next' | 'jump' | 'skip' | 'decline' | 'release' | 'stop' | 'submit',
    event: MouseEvent,
  ) => void;
}

/** The bar above the item: where one is, how far, whether it is saved, and on to the next. */
export function renderBar(model: BarModel): TemplateResult {
  const {state, title, words, timeLeft} = model;
  return html`<div class="bar" part="bar" role="group" aria-label=${words.bar}>
    <div class="where">
      <slot name="start"></slot>
      <h2 class="title" dir="auto" ?hidden=${title === ''}>${visibleText(title)}</h2>
      ${state ? renderNavigation(model, state) : nothing}
    </div>
    <div class="how">
      ${state ? renderCounts(model, state) : nothing}
      ${
        timeLeft
          ? html`<span class="timer ${timeLeft.isOver || timeLeft.isSoon ? 'over' : ''}" role="timer"
              >${icon(Timer)}<bdi>${timeLeft.text}</bdi></span
            >`
          : nothing
      }
      ${state ? renderStatus(state.status, words, model.savedTime) : nothing}
      <slot name="end"></slot>
    </div>
    ${model.hasActions ? renderActions(model) : nothing} ${state ? renderProgress(model, state) : nothing}
  </div>`;
}

function renderNavigation(model: BarModel, {place: at, counts, isTotalKnown}: JobState): TemplateResult {
  const {words, keyNames, language, run} = model;
  const isLast = isTotalKnown && at >= counts.total - 1;
  const place = counts.total === 0 ? 0 : at + 1;
  return html`<div class="nav">
    <button
      class="button icon quiet"
      type="button"
      aria-label=${words.previous}
      title="${words.previous} (${keyNames.pageUp})"
      ?disabled=${at === 0}
      @click=${(event: MouseEvent) => run('previous', event)}
    >
      ${icon(ChevronLeft)}
    </button>
    <button
      class="button quiet position"
      type="button"
      title=${words.goTo}
      aria-haspopup="dialog"
      aria-expanded=${model.isJumpOpen ? 'true' : 'false'}
      @click=${(event: MouseEvent) => run('jump', event)}
    >
      <bdi
        >${isTotalKnown ? words.position(place, counts.total, language) : words.positionSoFar(place, language)}</bdi
      >
      ${icon(ChevronDown)}
    </button>
    <button
      class="button icon quiet"
      type="button"
      aria-label=${words.next}
      title="${words.next} (${keyNames.pageDown})"
      ?disabled=${isLast}
      @click=${(event: MouseEvent) => run('next', event)}
    >
      ${icon(ChevronRight)}
    </button>
    ${model.jumpList}
  </div>`;
}

function renderCounts(
  {words, acts, language}: BarModel,
  {counts, declined, changedSinceSubmit}: JobState,
): TemplateResult {
  return html`<span class="counts" aria-hidden="true"
    ><bdi>${words.doneCount(counts.done, language)}</bdi>${
      counts.skipped > 0 ? html`<bdi>${words.skippedCount(counts.skipped, language)}</bdi>` : nothing
    }${declined > 0 ? html`<bdi>${acts.declinedCount(declined, language)}</bdi>` : nothing}${
      changedSinceSubmit > 0
        ? html`<bdi class="resubmit">${words.resubmitCount(changedSinceSubmit, language)}</bdi>`
        : nothing
    }</span
  >`;
}

function renderActions(model: BarModel): TemplateResult {
  const {words, acts, keyNames, submitKey, withStop, canAct, isSettling, submitting, run} = model;
  const quiet = (command: 'decline' | 'release', name: string, shapes: IconShapes) =>
    html`<button
      class="button quiet icon act-button"
      type="button"
      title=${name}
      aria-label=${name}
      ?disabled=${!canAct}
      @click=${(event: MouseEvent) => run(command, event)}
    >
      ${icon(shapes)}
    </button>`;
  return html`<div class="actions">
    ${
      withStop
        ? html`<button
            class="button quiet stop"
            type="button"
            title=${words.stop}
            @click=${(event: MouseEvent) => run('stop', event)}
          >
            ${icon(LogOut)}<span class="stop-label">${words.stop}</span>
          </button>`
        : nothing
    }
    ${model.withRelease ? quiet('release', acts.release, CornerUpLeft) : nothing}
    ${model.withDecline ? quiet('decline', acts.decline, CircleOff) : nothing}
    <button
      class="button"
      type="button"
      title="${words.skip} (${capsOf('Ctrl+Shift+Enter', keyNames).join(' ')})"
      ?disabled=${!canAct}
      @click=${(event: MouseEvent) => run('skip', event)}
    >
      ${words.skip}
    </button>
    <button
      class="button primary ${isSettling ? 'settling' : ''}"
      type="button"
      part="submit"
      aria-disabled=${submitting === undefined ? nothing : 'true'}
      ?disabled=${!canAct || isSettling}
      @click=${(event: MouseEvent) => run('submit', event)}
    >
      ${submitting ?? html`${words.submit}<kbd aria-hidden="true">${submitKey.join(' ')}</kbd>`}
    </button>
  </div>`;
}

function renderProgress({words, language}: BarModel, {counts}: JobState): TemplateResult {
  const {done, skipped, total} = counts;
  const share = (part: number) => `${total === 0 ? 0 : (part / total) * 100}%`;
  return html`<div
    class="progress"
    part="progress"
    role="progressbar"
    aria-label=${words.progress}
    aria-valuemin="0"
    aria-valuemax=${total}
    aria-valuenow=${Math.min(done + skipped, total)}
    aria-valuetext=${words.progressText(done, skipped, total, language)}
  >
    <i class="part-done" ${cssProperties({'inline-size': share(done)})}></i
    ><i class="part-skipped" ${cssProperties({'inline-size': share(skipped)})}></i>
  </div>`;
}
