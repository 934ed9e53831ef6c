import {html, nothing, type TemplateResult} from 'lit';
import CircleCheck from 'lucide/dist/esm/icons/circle-check.mjs';
import FileWarning from 'lucide/dist/esm/icons/file-exclamation-point.mjs';
import type {Problem} from '../../base/result.js';
import type {JobState, OpenedItem} from '../../session/job-state.js';
import type {Strings} from '../../strings/strings.js';
import {icon} from '../shared/icon.js';
import {visibleText} from '../shared/visible-text.js';

export type PanelCommand =
  'go-on' | 'export-manifest' | 'export-job' | 'review' | 'review-skipped' | 'reopen';

interface PanelModel {
  readonly words: Strings['session'];
  readonly language: string;
  readonly run: (command: PanelCommand) => void;
}

const button = (name: string, run: () => void, look = '', disabled = false) =>
  html`<button class="button ${look}" type="button" ?disabled=${disabled} @click=${run}>${name}</button>`;

function problemList(problems: readonly Problem[]): TemplateResult {
  return html`<ul>
    ${problems.map(({message}) => html`<li><bdi>${visibleText(message)}</bdi></li>`)}
  </ul>`;
}

/** In the place of an item whose line cannot be used: why, and that everything else goes on. */
export function renderBadLine(
  {lineNumber, problems}: OpenedItem,
  {words, language, run}: PanelModel,
): TemplateResult {
  return html`<section class="panel" part="panel" aria-labelledby="panel-title" tabindex="-1">
    <div class="panel-icon warning">${icon(FileWarning)}</div>
    <h2 id="panel-title">${words.badLine(lineNumber, language)}</h2>
    ${problemList(problems)}
    <p>${words.badLineText}</p>
    <div class="panel-actions">${button(words.goOn, () => run('go-on'), 'primary')}</div>
  </section>`;
}

/** In the place of the items when the manifest as a whole cannot be used. */
export function renderCannotOpen(
  problems: readonly Problem[],
  {words, run}: PanelModel,
  canRetry: boolean,
): TemplateResult {
  return html`<section class="panel" part="panel" role="alert" aria-labelledby="panel-title">
    <div class="panel-icon warning">${icon(FileWarning)}</div>
    <h2 id="panel-title">${words.cannotOpen}</h2>
    ${problemList(problems)}
    ${
      canRetry
        ? html`<div class="panel-actions">${button(words.tryAgain, () => run('reopen'), 'primary')}</div>`
        : nothing
    }
  </section>`;
}

/** When everything is submitted or skipped: how much, what to know about it, and the way out with it. */
export function renderComplete(
  {counts, changedSinceSubmit, badLines, changedLines}: JobState,
  {words, language, run}: PanelModel,
  isExporting: boolean,
): TemplateResult {
  const number = (value: number) => value.toLocaleString(language);
  const remarks = [
    ...(changedSinceSubmit > 0 ? [words.resubmitCount(changedSinceSubmit, language)] : []),
    ...(changedLines.size > 0 ? [words.changedCount(changedLines.size, language)] : []),
    ...(badLines.size > 0 ? [words.badCount(badLines.size, language)] : []),
  ];
  return html`<section class="panel complete" part="panel" aria-labelledby="panel-title" tabindex="-1">
    <div class="panel-icon success">${icon(CircleCheck)}</div>
    <h2 id="panel-title">${words.complete}</h2>
    <p>${words.completeText(counts.total, language)}</p>
    <dl class="figures">
      <div>
        <dt>${words.done}</dt>
        <dd>${number(counts.done)}</dd>
      </div>
      <div>
        <dt>${words.skipped}</dt>
        <dd>${number(counts.skipped)}</dd>
      </div>
    </dl>
    ${
      remarks.length > 0
        ? html`<ul>
            ${remarks.map((remark) => html`<li>${remark}</li>`)}
          </ul>`
        : nothing
    }
    <div class="panel-actions">
      ${button(words.exportManifest, () => run('export-manifest'), 'primary', isExporting)}
      ${button(words.exportJob, () => run('export-job'), '', isExporting)}
    </div>
    <div class="panel-actions quiet-row">
      ${button(words.review, () => run('review'), 'quiet')}
      ${counts.skipped > 0 ? button(words.reviewSkipped, () => run('review-skipped'), 'quiet') : nothing}
    </div>
  </section>`;
}
