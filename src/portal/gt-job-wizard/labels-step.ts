import {html, nothing, type TemplateResult} from 'lit';
import type {Label} from '../../model/label.js';
import type {LabelInstructions} from '../gt-label-editor/gt-label-editor.js';
import {mostLabels} from '../job.js';
import type {FoundLabels} from '../job-suggestion.js';
import {writtenFrom} from '../rich-text/read-html.js';
import {isBlank} from '../rich-text/rich-text.js';
import {problemList} from './problem-list.js';
import {changeType} from './task-step.js';
import {valueOf, type WizardModel} from './wizard-model.js';

/** What people choose from. */
export function labelsStep(model: WizardModel): TemplateResult {
  const {draft, words, portalWords, define} = model;
  const {labels, taskType, exclusionLabel = ''} = draft.definition;
  const count = labels.filter(({label}) => label.trim() !== '').length;
  return html`
    ${draft.summary.found.map((found) => foundLabels(found, model))}
    <div class="group">
      <p class="heading">
        <b>${words.labelCount(count)}</b>
        <span class="muted">${words.labelLimit(mostLabels[taskType])}</span>
      </p>
      <gt-label-editor
        .labels=${labels}
        @gt-labels=${(event: CustomEvent<readonly Label[]>) => define({labels: event.detail})}
        @gt-label-instructions=${(event: CustomEvent<LabelInstructions>) => takeInstructions(event.detail, model)}
      ></gt-label-editor>
    </div>
    ${
      taskType === 'multi-label'
        ? html`<label class="field">
            <span>${portalWords.exclusion} <small>${portalWords.optional}</small></span>
            <input
              type="text"
              dir="auto"
              placeholder=${portalWords.exclusionExample}
              .value=${exclusionLabel}
              @input=${(event: Event) => define({exclusionLabel: valueOf(event)})}
            />
          </label>`
        : nothing
    }
    ${problemList(model.problems('labels'))}
  `;
}

/** Instructions of a label file fill what nobody has written yet. */
function takeInstructions(
  {shortInstruction, fullInstruction}: LabelInstructions,
  {draft, define}: WizardModel,
): void {
  const {instructions} = draft.definition;
  const {short, full} = instructions;
  define({
    instructions: {
      ...instructions,
      ...(shortInstruction && isBlank(short) ? {short: writtenFrom(shortInstruction)} : {}),
      ...(fullInstruction && isBlank(full) ? {full: writtenFrom(fullInstruction)} : {}),
    },
  });
}

function foundLabels({attribute, taskType, classNames, lines}: FoundLabels, model: WizardModel) {
  const {draft, change, portalWords} = model;
  const {labels, labelAttributeName} = draft.definition;
  const isUsed = classNames.join('\n') === labels.map(({label}) => label).join('\n');
  const isEdited = labelAttributeName === attribute;
  const list = classNames.map((label) => ({label}));
  const useLabels = () => {
    changeType(taskType, model);
    model.define({labels: list});
  };
  const editLabels = () =>
    change({
      named: true,
      definition: {...draft.definition, taskType, labels: list, labelAttributeName: attribute},
    });
  if (isUsed && isEdited) return nothing;
  return html`<div class="notice">
    <div>
      <p>${portalWords.foundLabels(attribute, lines)}</p>
      <div class="choices">
        ${
          isEdited
            ? nothing
            : html`<button class="button" type="button" @click=${editLabels}>
                ${portalWords.continueLabels}
              </button>`
        }
        ${
          isUsed
            ? nothing
            : html`<button class="button" type="button" @click=${useLabels}>
                ${portalWords.copyLabels}
              </button>`
        }
      </div>
    </div>
  </div>`;
}
