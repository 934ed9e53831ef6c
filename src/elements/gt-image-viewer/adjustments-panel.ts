import {html, nothing, svg, type TemplateResult} from 'lit';
import type {Strings} from '../../strings/strings.js';
import {gammaFilter, isAdjusted, unadjusted, type Adjustments} from './adjustments.js';

export interface AdjustmentsPanel {
  readonly text: Strings['viewer'];
  readonly value: Adjustments;
  readonly isKept: boolean;
  readonly change: (value: Adjustments) => void;
  readonly keep: (isKept: boolean) => void;
}

/** Steps of a slider from its middle to its end: each is a tenth of a doubling, so that 100 % is in the middle. */
const steps = 15;

const percentAt = (place: number): number => Math.round(100 * 2 ** (place / 10));
const placeOf = (percent: number): number => Math.round(10 * Math.log2(percent / 100));

function slider(name: string, percent: number, change: (percent: number) => void): TemplateResult {
  const input = (event: Event) => change(percentAt((event.target as HTMLInputElement).valueAsNumber));
  return html`
    <label class="slider">
      <span>${name}</span>
      <input
        type="range"
        min=${-steps}
        max=${steps}
        .value=${String(placeOf(percent))}
        aria-valuetext="${percent}%"
        @input=${input}
      />
      <span class="number" aria-hidden="true">${percent}</span>
    </label>
  `;
}

function check(name: string, value: boolean, change: (value: boolean) => void): TemplateResult {
  const input = (event: Event) => change((event.target as HTMLInputElement).checked);
  return html`
    <label class="check"><input type="checkbox" .checked=${value} @change=${input} />${name}</label>
  `;
}

/** The controls for how the picture looks. */
export function adjustmentsPanel({text, value, isKept, change, keep}: AdjustmentsPanel): TemplateResult {
  return html`
    ${slider(text.brightness, value.brightness, (brightness) => change({...value, brightness}))}
    ${slider(text.contrast, value.contrast, (contrast) => change({...value, contrast}))}
    ${slider(text.gamma, value.gamma, (gamma) => change({...value, gamma}))}
    ${slider(text.saturation, value.saturation, (saturation) => change({...value, saturation}))}
    ${check(text.invert, value.isInverted, (isInverted) => change({...value, isInverted}))}
    ${check(text.keep, isKept, keep)}
    <div class="panel-end">
      <span class="muted">${text.displayOnly}</span>
      <button
        type="button"
        class="button quiet"
        ?disabled=${!isAdjusted(value)}
        @click=${() => change(unadjusted)}
      >
        ${text.reset}
      </button>
    </div>
  `;
}

/** The SVG filter that the picture's CSS `filter` names while there is a gamma. */
export function gammaDefinition({gamma}: Adjustments): TemplateResult | typeof nothing {
  if (gamma === 100) return nothing;
  const exponent = 100 / gamma;
  return html`
    <svg class="definitions" aria-hidden="true">
      ${svg`
        <filter id=${gammaFilter} color-interpolation-filters="sRGB">
          <feComponentTransfer>
            <feFuncR type="gamma" exponent=${exponent}></feFuncR>
            <feFuncG type="gamma" exponent=${exponent}></feFuncG>
            <feFuncB type="gamma" exponent=${exponent}></feFuncB>
          </feComponentTransfer>
        </filter>
      `}
    </svg>
  `;
}
