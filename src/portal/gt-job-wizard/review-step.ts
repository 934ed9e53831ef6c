import {html, nothing, type TemplateResult} from 'lit';
import {chip} from '../../elements/shared/chip.js';
import {lookOf} from '../../elements/shared/palette.js';
import type {Problem} from '../../base/result.js';
import {attributeFor, jobNameFor} from '../job.js';
import {freeName, type StepName} from '../draft-job.js';
import {needsPlace} from '../job-media.js';
import {isBlank, plainTextOf} from '../rich-text/rich-text.js';
import {usableLabels} from '../wizard-problems.js';
import {pictureSource} from './data-step.js';
import {problemList} from './problem-list.js';
import {valueOf, type WizardModel} from './wizard-model.js';

/** More labels than that are told by their number. */
const mostShown = 24;

/** Everything that was decided, each part with a way back to it, and the names. */
export function reviewStep(
  model: WizardModel,
  takenNames: readonly string[],
  createProblems: readonly Problem[],
): TemplateResult {
  const {draft, words, portalWords, define, change} = model;
  const {definition} = draft;
  return html`
    <label class="field">
      <span>${portalWords.title}</span>
      <input
        type="text"
        dir="auto"
        required
        .value=${definition.title}
        @input=${(event: Event) => changeTitle(valueOf(event), takenNames, model)}
      />
    </label>
    ${hasUnplacedPictures(model) ? pictureSource(model) : nothing}
    <dl class="summary">
      ${part('data', dataSummary(model), model)} ${part('task', taskSummary(model), model)}
      ${part('labels', labelSummary(model), model)} ${part('instructions', instructionSummary(model), model)}
    </dl>
    <div class="pair">
      <label class="field">
        <span>${portalWords.jobName}</span>
        <input
          type="text"
          dir="ltr"
          spellcheck="false"
          .value=${definition.jobName}
          @input=${(event: Event) =>
            change({named: true, definition: {...definition, jobName: valueOf(event)}})}
        />
      </label>
      <label class="field">
        <span>${portalWords.labelAttributeName}</span>
        <input
          type="text"
          dir="ltr"
          spellcheck="false"
          .value=${definition.labelAttributeName}
          @input=${(event: Event) => (change({named: true}), define({labelAttributeName: valueOf(event)}))}
        />
      </label>
    </div>
    ${resultsPlace(model)} ${problemList(model.problems('review'))}
    ${
      createProblems.length > 0
        ? html`<div class="notice error" role="alert">
            <div>${createProblems.map(({message}) => html`<p>${message}</p>`)}</div>
          </div>`
        : nothing
    }
  `;

  function part(step: StepName, content: unknown, {problems, go}: WizardModel) {
    return html`<div class="part">
      <dt>${words.step[step]}</dt>
      <dd>${content} ${problemList(problems(step))}</dd>
      <dd class="change">
        <button
          class="button quiet"
          type="button"
          aria-label=${words.editStep(words.step[step])}
          @click=${() => go(step)}
        >
          ${words.edit}
        </button>
      </dd>
    </div>`;
  }
}

/** Where answers go: they stay with the workers, or each is sent to an address. */
function resultsPlace({draft, deliveryWords: words, change}: WizardModel) {
  const {deliverTo, ...others} = draft.definition;
  const send = (address: string) => change({definition: {...others, deliverTo: address}});
  const choice = (isChosen: boolean, name: string, choose: () => void) =>
    html`<label class="check">
      <input type="radio" name="results" .checked=${isChosen} @change=${choose} />
      <span>${name}</span>
    </label>`;
  return html`<fieldset class="results">
    <legend>${words.whereResultsGo}</legend>
    ${choice(deliverTo === undefined, words.stayHere, () => change({definition: others}))}
    ${choice(deliverTo !== undefined, words.sent, () => send(''))}
    ${
      deliverTo === undefined
        ? nothing
        : html`<div class="address">
            <input
              type="text"
              dir="ltr"
              inputmode="url"
              autocomplete="off"
              spellcheck="false"
              aria-label=${words.address}
              aria-describedby="address-help"
              placeholder=${words.addressExample}
              .value=${deliverTo}
              @input=${(event: Event) => send(valueOf(event).trim())}
            />
            <p class="muted" id="address-help">${words.addressHelp}</p>
          </div>`
    }
  </fieldset>`;
}

function changeTitle(title: string, takenNames: readonly string[], {draft, define}: WizardModel): void {
  const jobName = freeName(jobNameFor(title), takenNames);
  const labelAttributeName = attributeFor(jobName, draft.definition.taskType);
  define(draft.named ? {title} : {title, jobName, labelAttributeName});
}

/** The manifest names pictures that nobody could open yet. */
export function hasUnplacedPictures({draft}: WizardModel): boolean {
  return draft.summary.references.some(needsPlace) && !draft.places.baseUrl;
}

function dataSummary({draft, chosen, words, portalWords}: WizardModel) {
  const {data, total} = draft;
  return html`<p><bdi>${data.name}</bdi></p>
    <p class="muted">
      ${chosen === undefined ? words.choosing : chosen === total ? portalWords.items(total) : words.chosenOf(chosen, total)}
    </p>`;
}

function taskSummary({draft, words, portalWords}: WizardModel) {
  const {taskType, header, timeLimit, workersPerObject = 1} = draft.definition;
  const minutes = timeLimit === undefined ? '' : String(Math.round((timeLimit / 60) * 100) / 100);
  return html`<p>${portalWords.taskTypes[taskType].name}</p>
    <p class="muted"><bdi>${header.trim() || words.noQuestion}</bdi></p>
    ${
      timeLimit !== undefined || workersPerObject !== 1
        ? html`<p class="muted">${words.perItem(workersPerObject, minutes)}</p>`
        : nothing
    }`;
}

function labelSummary({draft, words}: WizardModel) {
  const labels = usableLabels(draft.definition.labels);
  if (labels.length === 0) return html`<p class="muted">${words.nothing}</p>`;
  return html`<p class="chips">
    ${labels
      .slice(0, mostShown)
      .map(
        (label, at) =>
          html`<span class="label-chip">${chip(lookOf(label, at))} <bdi>${label.label}</bdi></span>`,
      )}
    ${labels.length > mostShown ? html`<span class="muted">+${labels.length - mostShown}</span>` : nothing}
  </p>`;
}

function instructionSummary({draft, words}: WizardModel) {
  const {short, full, good, bad} = draft.definition.instructions;
  const parts = [
    ...(isBlank(short) ? [] : [words.instructionParts.short]),
    ...(isBlank(full) ? [] : [words.instructionParts.full]),
    ...(good ? [words.instructionParts.good] : []),
    ...(bad ? [words.instructionParts.bad] : []),
  ];
  if (parts.length === 0) return html`<p class="muted">${words.nothing}</p>`;
  const beginning = plainTextOf(isBlank(short) ? full : short).slice(0, 120);
  return html`<p>${parts.join(' · ')}</p>
    <p class="muted"><bdi>${beginning}</bdi></p>`;
}
