import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

/** A slider for a part of the whole, from 0 to 1. */
export function percentSlider(
  name: string,
  value: number,
  language: string,
  set: (value: number) => void,
  isDisabled = false,
): TemplateResult {
  const percent = Math.round(value * 100);
  const said = (percent / 100).toLocaleString(language, {style: 'percent'});
  return html`<label class="tools-slider">
    <span>${name}</span>
    <input
      type="range"
      min="0"
      max="100"
      step="5"
      aria-valuetext=${said}
      ?disabled=${isDisabled}
      .value=${live(String(percent))}
      @input=${(event: Event) => set(Number((event.target as HTMLInputElement).value) / 100)}
    />
    <span class="tools-percent" aria-hidden="true">${said}</span>
  </label>`;
}

/** A tick in a panel. `note` stands under its name. */
export function tick(
  name: string,
  isOn: boolean,
  set: (isOn: boolean) => void,
  isDisabled = false,
): TemplateResult {
  return html`<label class="tools-check">
    <input
      type="checkbox"
      ?disabled=${isDisabled}
      .checked=${live(isOn)}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
    />${name}
  </label>`;
}

/** One of few ways to have something, side by side. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
  /** A picture in the place of the name, which then is only spoken and shown as a tip. */
  readonly view?: TemplateResult;
  readonly hint?: string;
}

/**
 * A row of radio buttons that looks like one control, and is spoken as one of that name. `group` is what no other
 * one in the element is called.
 */
export function segments<Value extends string>(
  group: string,
  name: string,
  choices: readonly Choice<Value>[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div class="tools-segments" role="radiogroup" aria-label=${name}>
    ${choices.map(
      ({value, name: choice, view, hint}) =>
        html`<label class="${view ? 'tools-tool' : ''}"
          ><input
            type="radio"
            name=${group}
            aria-label=${view ? choice : nothing}
            aria-description=${hint ?? nothing}
            .checked=${live(value === chosen)}
            @change=${() => choose(value)}
          /><span class="tools-segment">${view ?? choice}</span>${
            view
              ? html`<span class="tools-tip" aria-hidden="true"
                  ><span>${choice}${hint ? html`<small>${hint}</small>` : nothing}</span></span
                >`
              : nothing
          }</label
        >`,
    )}
  </div>`;
}
