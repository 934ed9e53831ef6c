import {html, nothing, type TemplateResult} from 'lit';
import type {TableSource} from '../incoming-data.js';
import type {ItemChoice} from '../../formats/choose-items.js';
import type {PickedData} from '../gt-data-picker/gt-data-picker.js';
import type {PicturePlaces} from '../job-media.js';
import {needsPlace} from '../job-media.js';
import type {Problem} from '../../base/result.js';
import {problemList} from './problem-list.js';
import {valueOf, type WizardModel} from './wizard-model.js';

/** What only the first step needs: other data, and another reading of a table. */
export interface DataActs {
  /** True while other data can be brought. */
  readonly isReplacing: boolean;
  readonly isReading: boolean;
  readonly readProblems: readonly Problem[];
  readonly replace: (isReplacing: boolean) => void;
  readonly bring: (picked: PickedData) => void;
  readonly readTable: (table: TableSource) => void;
}

/** Where the items come from, and which of them are in the job. */
export function dataStep(model: WizardModel, acts: DataActs): TemplateResult {
  const {draft, words, portalWords} = model;
  const {data, total, summary} = draft;
  return html`
    <section class="card">
      <div class="line">
        <div class="grow">
          <b><bdi>${data.name}</bdi></b>
          <p class="muted">${portalWords.items(total)}</p>
        </div>
        <button
          class="button"
          type="button"
          aria-expanded=${acts.isReplacing}
          @click=${() => acts.replace(!acts.isReplacing)}
        >
          ${acts.isReplacing ? words.keepData : words.otherData}
        </button>
      </div>
      ${data.table ? tableFields(data.table, model, acts) : nothing}
      ${acts.isReplacing ? nothing : problemList(acts.readProblems)}
    </section>
    ${
      acts.isReplacing
        ? html`<gt-data-picker
            .problems=${acts.readProblems}
            .busy=${acts.isReading}
            @gt-data=${(event: CustomEvent<PickedData>) => {
              event.stopPropagation();
              acts.bring(event.detail);
            }}
          ></gt-data-picker>`
        : nothing
    }
    ${pictureSource(model)}
    <gt-item-choice
      .choice=${draft.choice}
      .keys=${summary.keys}
      .labelAttributes=${summary.found.map(({attribute}) => attribute)}
      .total=${total}
      .chosen=${model.chosen}
      @gt-choice=${(event: CustomEvent<ItemChoice>) => model.change({choice: event.detail})}
    ></gt-item-choice>
    ${problemList(model.problems('data'))}
  `;
}

/** Asks where the pictures are; nothing where every reference leads to one by itself. */
export function pictureSource({draft, change}: WizardModel): TemplateResult | typeof nothing {
  const references = draft.summary.references.filter(needsPlace);
  if (references.length === 0) return nothing;
  return html`<gt-picture-source
    .references=${references}
    .places=${draft.places}
    @gt-pictures=${(event: CustomEvent<PicturePlaces>) => change({places: event.detail})}
  ></gt-picture-source>`;
}

function tableFields(table: TableSource, {words}: WizardModel, {readTable, isReading}: DataActs) {
  return html`<div class="pair">
      <label class="field">
        <span>${words.column}</span>
        <select
          class="field-input"
          ?disabled=${isReading}
          @change=${(event: Event) => readTable({...table, column: Number(valueOf(event))})}
        >
          ${table.columns.map(
            (name, at) =>
              html`<option value=${at} ?selected=${at === table.column}>
                ${table.header && name.trim() ? name : words.columnNumber(at + 1)}
              </option>`,
          )}
        </select>
      </label>
      <label class="field">
        <span>${words.columnHolds}</span>
        <select
          class="field-input"
          ?disabled=${isReading}
          @change=${(event: Event) => readTable({...table, as: valueOf(event) as TableSource['as']})}
        >
          ${(['source', 'source-ref'] as const).map(
            (kind) =>
              html`<option value=${kind} ?selected=${kind === table.as}>${words.columnKinds[kind]}</option>`,
          )}
        </select>
      </label>
    </div>
    <label class="check">
      <input
        type="checkbox"
        .checked=${table.header}
        ?disabled=${isReading}
        @change=${(event: Event) => readTable({...table, header: (event.target as HTMLInputElement).checked})}
      />
      <span>${words.hasHeader}</span>
    </label>
    ${table.header && table.columns.length > 1 ? html`<p class="muted">${words.otherColumns}</p>` : nothing}`;
}
