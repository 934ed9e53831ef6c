import {html, nothing, type TemplateResult} from 'lit';
import {live} from 'lit/directives/live.js';

/** A number with a slider and a field of its own. */
export interface SizeField {
  readonly name: string;
  readonly value: number;
  readonly from: number;
  readonly to: number;
  /** What screen readers say for a value, such as “24 pixels”. */
  readonly said: (value: number) => string;
  /** Small values have as much room on the slider as large ones: for sizes that grow by shares. */
  readonly isLogarithmic?: boolean;
  readonly key?: string | undefined;
  readonly set: (value: number) => void;
}

const steps = 100;

/** Slider and number field in one line of a bar. */
export function sizeField({
  name,
  value,
  from,
  to,
  said,
  isLogarithmic = false,
  key,
  set,
}: SizeField): TemplateResult {
  const grows = isLogarithmic && from > 0;
  const placeOf = (size: number): number =>
    steps * (grows ? Math.log(size / from) / Math.log(to / from) : (size - from) / (to - from));
  const sizeAt = (place: number): number => {
    const share = place / steps;
    return Math.round(grows ? from * (to / from) ** share : from + (to - from) * share);
  };
  const put = (wanted: number): void => set(Math.max(from, Math.min(to, Math.round(wanted))));
  return html`<span class="tools-size" title=${name}>
    <input
      type="range"
      min="0"
      max=${steps}
      step="1"
      aria-label=${name}
      aria-valuetext=${said(value)}
      aria-keyshortcuts=${key ?? nothing}
      .value=${live(String(Math.round(placeOf(value))))}
      @input=${(event: Event) => put(sizeAt(Number((event.target as HTMLInputElement).value)))}
    />
    <input
      type="number"
      inputmode="numeric"
      min=${from}
      max=${to}
      aria-label=${name}
      .value=${String(value)}
      @change=${(event: Event) => {
        const field = event.target as HTMLInputElement;
        if (Number.isFinite(field.valueAsNumber)) put(field.valueAsNumber);
        field.value = String(value);
      }}
    />
  </span>`;
}
