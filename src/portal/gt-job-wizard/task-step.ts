import {html, type TemplateResult} from 'lit';
import {
  isMaskTask,
  attributeFor,
  mostWorkersPerObject,
  needsPicture,
  taskTags,
  type JobTaskType,
} from '../job.js';
import {taskPicture} from '../task-picture.js';
import {problemList} from './problem-list.js';
import {valueOf, type WizardModel} from './wizard-model.js';

const taskTypes = Object.keys(taskTags) as readonly JobTaskType[];

/** What people do with each item, and within which limits. */
export function taskStep(model: WizardModel): TemplateResult {
  const {draft, words, portalWords, define} = model;
  const {definition, summary} = draft;
  const possible = taskTypes.filter((taskType) => summary.kind === 'image' || !needsPicture(taskType));
  const {timeLimit, workersPerObject = 1} = definition;
  return html`
    <fieldset>
      <legend>${portalWords.taskType}</legend>
      <div class="cards">${possible.map((taskType) => taskCard(taskType, model))}</div>
    </fieldset>
    <label class="field">
      <span>${portalWords.question}</span>
      <input
        type="text"
        dir="auto"
        placeholder=${portalWords.questionExamples[definition.taskType]}
        .value=${definition.header}
        @input=${(event: Event) => define({header: valueOf(event)})}
      />
    </label>
    <div class="pair">
      <label class="field">
        <span>${words.timeLimit}</span>
        <input
          type="number"
          min="0"
          step="any"
          placeholder=${words.noLimit}
          .value=${timeLimit === undefined || !Number.isFinite(timeLimit) ? '' : String(timeLimit / 60)}
          @input=${(event: Event) => changeTimeLimit(event.target as HTMLInputElement, model)}
        />
      </label>
      <label class="field">
        <span>${words.workers}</span>
        <input
          type="number"
          min="1"
          max=${mostWorkersPerObject}
          step="1"
          .value=${Number.isFinite(workersPerObject) ? String(workersPerObject) : ''}
          @input=${(event: Event) => changeWorkers(event.target as HTMLInputElement, model)}
        />
      </label>
    </div>
    ${problemList(model.problems('task'))}
  `;
}

function taskCard(taskType: JobTaskType, model: WizardModel) {
  const {name, description} = model.portalWords.taskTypes[taskType];
  return html`<label class="task-card">
    <input
      type="radio"
      name="taskType"
      .checked=${model.draft.definition.taskType === taskType}
      @change=${() => changeType(taskType, model)}
    />
    <span class="picture" aria-hidden="true">${taskPicture(taskType)}</span>
    <span class="words"><b>${name}</b><small>${description}</small></span>
  </label>`;
}

/** A name that was made from the job's follows the task: labels that are files are called so. */
export function changeType(taskType: JobTaskType, {draft, define}: WizardModel): void {
  const {jobName, labelAttributeName, taskType: before} = draft.definition;
  const isMade =
    labelAttributeName === attributeFor(jobName, before) || isMaskTask(taskType) !== isMaskTask(before);
  define({taskType, ...(isMade ? {labelAttributeName: attributeFor(jobName, taskType)} : {})});
}

function changeTimeLimit(input: HTMLInputElement, {draft, change}: WizardModel): void {
  const {timeLimit: _before, ...definition} = draft.definition;
  const minutes = input.validity.badInput ? NaN : input.valueAsNumber;
  const isNone = input.value === '' && !input.validity.badInput;
  change({definition: isNone ? definition : {...definition, timeLimit: Math.round(minutes * 60)}});
}

function changeWorkers(input: HTMLInputElement, {draft, change}: WizardModel): void {
  const {workersPerObject: _before, ...definition} = draft.definition;
  const count = input.valueAsNumber;
  change({definition: count === 1 ? definition : {...definition, workersPerObject: count}});
}
