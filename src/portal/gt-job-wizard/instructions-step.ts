import {html, nothing, type TemplateResult} from 'lit';
import imagePlus from 'lucide/dist/esm/icons/image-plus.mjs';
import trash from 'lucide/dist/esm/icons/trash.mjs';
import {icon} from '../../elements/shared/icon.js';
import {safeImageUrl} from '../../media/safe-url.js';
import type {Example} from '../job.js';
import type {Written} from '../rich-text/rich-text.js';
import {valueOf, type WizardModel} from './wizard-model.js';

/** What only this step needs: pictures of examples come from files. */
export interface InstructionActs {
  readonly pictureProblem: string;
  readonly choosePicture: (kind: 'good' | 'bad', file: File) => void;
}

/** What people should know before they begin. */
export function instructionsStep(model: WizardModel, acts: InstructionActs): TemplateResult {
  const {draft, portalWords, define} = model;
  const {instructions} = draft.definition;
  const text = (part: 'short' | 'full', label: string, rows: number) =>
    html`<gt-rich-text
      .label=${label}
      .rows=${rows}
      .value=${instructions[part]}
      @gt-written=${(event: CustomEvent<Written>) => define({instructions: {...instructions, [part]: event.detail}})}
    ></gt-rich-text>`;
  return html`
    ${text('short', portalWords.shortInstructions, 3)} ${text('full', portalWords.fullInstructions, 6)}
    <div class="examples">${exampleFields('good', model, acts)} ${exampleFields('bad', model, acts)}</div>
    <div class="problems" role="status">
      ${acts.pictureProblem ? html`<p class="error">${acts.pictureProblem}</p>` : nothing}
    </div>
  `;
}

function exampleFields(kind: 'good' | 'bad', model: WizardModel, {choosePicture}: InstructionActs) {
  const {draft, words, portalWords} = model;
  const example = draft.definition.instructions[kind];
  const picture = example?.picture;
  const onFile = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = '';
    if (file) choosePicture(kind, file);
  };
  return html`<div class="example">
    <label class="example-picture" title=${portalWords.examplePicture[kind]}>
      ${picture && safeImageUrl(picture).ok ? html`<img src=${picture} alt="" />` : icon(imagePlus)}
      <input
        class="visually-hidden"
        type="file"
        accept="image/png,image/jpeg,image/webp,image/gif"
        aria-label=${portalWords.examplePicture[kind]}
        @change=${onFile}
      />
    </label>
    <label class="field">
      <span>${portalWords.exampleCaption[kind]}</span>
      <input
        type="text"
        dir="auto"
        .value=${example?.caption ?? ''}
        @input=${(event: Event) => changeExample(kind, {caption: valueOf(event)}, model)}
      />
    </label>
    ${
      picture
        ? html`<button
            class="button icon quiet"
            type="button"
            aria-label=${words.removePicture[kind]}
            title=${words.removePicture[kind]}
            @click=${() => changeExample(kind, {picture: ''}, model)}
          >
            ${icon(trash)}
          </button>`
        : nothing
    }
  </div>`;
}

/** An empty picture takes the one that was there away. */
export function changeExample(
  kind: 'good' | 'bad',
  part: Partial<Example>,
  {draft, define}: WizardModel,
): void {
  const {instructions} = draft.definition;
  const {picture, caption = ''}: Partial<Example> = {...instructions[kind], ...part};
  const {[kind]: _before, ...others} = instructions;
  const example = picture ? {picture, caption} : {caption};
  define({instructions: picture || caption ? {...others, [kind]: example} : others});
}
