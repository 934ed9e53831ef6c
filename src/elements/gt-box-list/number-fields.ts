import {html, nothing, type ReactiveControllerHost, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';
import type {Size} from '../../geometry/point.js';
import type {RecordId} from '../../model/record.js';
import type {Strings} from '../../strings/strings.js';
import {boxNumbers, fieldText, isWithin, rangeOf, readWhole, stepped, type BoxNumber} from './box-numbers.js';
import type {AskForBox} from './box-request.js';
import type {BoxRow} from './list-items.js';

/** An arrow key with Shift goes ten steps, as on the stage. */
const bigStep = 10;

/** What stands in a field and is not asked for yet, or was refused. */
interface Draft {
  readonly row: BoxRow;
  readonly part: BoxNumber;
  readonly text: string;
  readonly isRefused: boolean;
}

export interface NumberFieldsView {
  readonly row: BoxRow;
  readonly picture: Size | undefined;
  readonly isLocked: boolean;
  readonly words: Strings['boxTask'];
  readonly language: string;
}

/**
 * The exact numbers of one box. Each takes effect at Enter or when the focus leaves; arrows step at once; Escape takes
 * back what was typed. What cannot be is kept, with a sentence that says what can.
 */
export class NumberFields {
  readonly #host: ReactiveControllerHost;
  readonly #ask: AskForBox;
  #picture: Size | undefined;
  #draft: Draft | undefined;

  constructor(host: ReactiveControllerHost, ask: AskForBox) {
    this.#host = host;
    this.#ask = ask;
  }

  /** Says that the fields now belong to another box. What was typed for the one before is not lost. */
  settle(id: RecordId | undefined): void {
    if (!this.#draft || this.#draft.row.id === id) return;
    this.#commit();
    this.#draft = undefined;
  }

  render({row, picture, isLocked, words, language}: NumberFieldsView): TemplateResult {
    this.#picture = picture;
    // The other numbers may have changed since the first key was pressed.
    if (this.#draft?.row.id === row.id) this.#draft = {...this.#draft, row};
    const refused = this.#draft?.isRefused && this.#draft.row.id === row.id ? this.#draft : undefined;
    const field = (part: BoxNumber): TemplateResult => {
      const {from, to} = rangeOf(part, row.box, picture);
      const draft = this.#draftFor(row, part);
      return html`<label class="number">
        <span aria-hidden="true">${words.letters[part]}</span>
        <input
          data-field=${part}
          type="text"
          inputmode="numeric"
          role="spinbutton"
          dir="ltr"
          autocomplete="off"
          spellcheck="false"
          aria-label=${words.numbers[part]}
          aria-valuenow=${fieldText(row.box[part])}
          aria-valuemin=${from}
          aria-valuemax=${to ?? nothing}
          aria-invalid=${draft?.isRefused ? 'true' : nothing}
          aria-describedby=${draft?.isRefused ? 'refused' : nothing}
          ?readonly=${isLocked}
          .value=${live(draft?.text ?? fieldText(row.box[part]))}
          @input=${(event: Event) => this.#type(row, part, (event.target as HTMLInputElement).value)}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
          @blur=${() => this.#commit()}
          @keydown=${(event: KeyboardEvent) => !isLocked && this.#onKeydown(event, row, part)}
        />
      </label>`;
    };
    const range = refused ? rangeOf(refused.part, row.box, picture) : undefined;
    return html`<div class="numbers">${boxNumbers.map(field)}</div>
      <p id="refused" class="refused" role="alert" ?hidden=${!range}>
        ${
          !range
            ? nothing
            : range.to === undefined
              ? words.wholeNumberFrom(range.from, language)
              : words.wholeNumber(range.from, range.to, language)
        }
      </p>`;
  }

  #draftFor(row: BoxRow, part: BoxNumber): Draft | undefined {
    return this.#draft?.row.id === row.id && this.#draft.part === part ? this.#draft : undefined;
  }

  #set(draft: Draft | undefined): void {
    this.#draft = draft;
    this.#host.requestUpdate();
  }

  #type(row: BoxRow, part: BoxNumber, text: string): void {
    if (this.#draft && !this.#draftFor(row, part)) this.#commit();
    this.#set({row, part, text, isRefused: false});
  }

  #commit(): void {
    const draft = this.#draft;
    if (!draft || draft.isRefused) return;
    const {row, part, text} = draft;
    const now = row.box[part];
    const value = readWhole(text);
    if (text === fieldText(now) || value === now) return this.#set(undefined);
    if (value === undefined || !isWithin(value, rangeOf(part, row.box, this.#picture))) {
      return this.#set({...draft, isRefused: true});
    }
    this.#set(undefined);
    this.#ask({type: 'numbers', id: row.id, numbers: {[part]: value}, isStep: false});
  }

  #onKeydown(event: KeyboardEvent, row: BoxRow, part: BoxNumber): void {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const draft = this.#draftFor(row, part);
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#commit();
      (event.target as HTMLInputElement).select();
    } else if (event.key === 'Escape' && draft) {
      // Only what was typed is given up; the next Escape leaves the field.
      event.preventDefault();
      event.stopPropagation();
      this.#set(undefined);
    } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
      event.preventDefault();
      const by = (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? bigStep : 1);
      const now = row.box[part];
      const value = stepped(
        (draft && readWhole(draft.text)) ?? now,
        by,
        rangeOf(part, row.box, this.#picture),
      );
      this.#set(undefined);
      if (value !== now) this.#ask({type: 'numbers', id: row.id, numbers: {[part]: value}, isStep: true});
    }
  }
}
