import {html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {Label} from '../../model/label.js';
import type {GtLabelPicker, LabelPick} from '../gt-label-picker/gt-label-picker.js';
import {placeAt, placeBeside, type ScreenRect} from './placement.js';

export interface LabelPopoverSpec {
  /** Where the box is, in CSS pixels of the window. */
  readonly beside: ScreenRect;
  readonly labels: readonly Label[];
  readonly chosen: string | undefined;
  readonly legend: string;
  /** A finger has no keys, and a keyboard on the screen would cover half of it. */
  readonly pointer: 'mouse' | 'pen' | 'touch';
  readonly pick: (label: string) => void;
  /** Undo in an empty field means the box that was drawn, not the field. */
  readonly undo: () => void;
  /** Called when it goes. `isAnswered` is false when the label stays; the focus belongs back to the stage. */
  readonly closed: (isAnswered: boolean) => void;
}

/**
 * A small label picker beside a box. It is not modal: a name that is typed, a number or a press on a row answers it,
 * and a press elsewhere leaves the label as it is. Whoever hears that press calls `close`.
 */
export class LabelPopover implements ReactiveController {
  readonly #host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment};
  #spec: LabelPopoverSpec | undefined;
  #isNew = false;
  /** A digit has answered, and another may make it a larger number. */
  #isCounting = false;

  constructor(host: ReactiveControllerHost & {readonly renderRoot: HTMLElement | DocumentFragment}) {
    this.#host = host;
    host.addController(this);
  }

  get isOpen(): boolean {
    return this.#spec !== undefined;
  }

  open(spec: LabelPopoverSpec): void {
    this.#spec = spec;
    this.#isNew = true;
    this.#isCounting = false;
    this.#host.requestUpdate();
  }

  /** Closes it. The label stays unless it was answered. */
  close(isAnswered = false): void {
    const spec = this.#spec;
    if (!spec) return;
    this.#spec = undefined;
    this.#host.requestUpdate();
    spec.closed(isAnswered || this.#isCounting);
  }

  hostDisconnected(): void {
    this.#spec = undefined;
  }

  hostUpdated(): void {
    const spec = this.#spec;
    const popover = this.#host.renderRoot?.querySelector<HTMLElement>('.label-popover');
    if (!spec || !popover || !this.#isNew) return;
    this.#isNew = false;
    if (!popover.matches(':popover-open')) popover.showPopover();
    this.#put(popover, spec);
    const picker = popover.querySelector('gt-label-picker');
    void picker?.updateComplete.then(async () => {
      if (this.#spec !== spec) return;
      if (spec.pointer !== 'touch') await picker.openSearch();
      this.#put(popover, spec);
    });
  }

  #put(popover: HTMLElement, {beside}: LabelPopoverSpec): void {
    const {clientWidth: width, clientHeight: height} = document.documentElement;
    const size = {width: popover.offsetWidth, height: popover.offsetHeight};
    const {x, y} =
      placeBeside(beside, size, {width, height}, 10, ['right', 'left', 'below', 'above']) ??
      placeAt({x: beside.left + beside.width, y: beside.top}, size, {width, height});
    popover.style.setProperty('left', `${Math.round(x)}px`);
    popover.style.setProperty('top', `${Math.round(y)}px`);
  }

  get view(): TemplateResult | typeof nothing {
    const spec = this.#spec;
    if (!spec) return nothing;
    return html`<div
      class="label-popover"
      part="label-popover"
      popover="manual"
      role="dialog"
      aria-label=${spec.legend}
      @pointerdown=${(event: Event) => event.stopPropagation()}
      @focusout=${this.#onFocusOut}
      @keydown=${{handleEvent: this.#onKeydown, capture: true}}
    >
      <gt-label-picker
        .labels=${spec.labels}
        .chosen=${spec.chosen === undefined ? [] : [spec.chosen]}
        .legend=${spec.legend}
        @gt-label-pick=${this.#onPick}
      ></gt-label-picker>
    </div>`;
  }

  readonly #onPick = ({detail}: CustomEvent<LabelPick>): void => {
    const spec = this.#spec;
    const [label] = detail.labels;
    if (!spec || label === undefined) return;
    if (this.#isCounting) {
      this.#spec = {...spec, chosen: label};
      this.#host.requestUpdate();
      spec.pick(label);
    } else {
      this.close(true);
      spec.pick(label);
    }
  };

  readonly #onFocusOut = ({relatedTarget, currentTarget}: FocusEvent): void => {
    if (relatedTarget && !(currentTarget as HTMLElement).contains(relatedTarget as Node)) this.close();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const [target] = event.composedPath();
    const isEmpty = target instanceof HTMLInputElement && target.value === '';
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (isEmpty && digit && !hasModifier) {
      const picker = event.currentTarget as HTMLElement;
      this.#pressDigit(picker.querySelector('gt-label-picker'), Number(digit) || 10, event.timeStamp);
    } else if (isEmpty && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z') {
      const spec = this.#spec;
      this.close();
      spec?.undo();
    } else if (isEmpty && (event.key === 'Escape' || event.key === 'Enter')) this.close();
    else if (event.key === 'Escape' && !(target instanceof HTMLInputElement)) this.close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  #pressDigit(picker: GtLabelPicker | null, position: number, at: number): void {
    if (!picker) return;
    this.#isCounting = picker.takesTwoDigits;
    picker.pressDigit(position, at);
  }
}
