import {LitElement} from 'lit';
import {property, state} from 'lit/decorators.js';
import {updateForm, type FormState} from './form-control.js';

/** The half of an element that a form sees: a name, a value, whether it may be sent, and what resets and disables it. */
export abstract class FormElement extends LitElement {
  static readonly formAssociated = true;

  protected readonly internals = this.attachInternals();

  /** The name under which a form sends the value. */
  @property({reflect: true, useDefault: true}) name = '';

  @property({type: Boolean, reflect: true}) disabled = false;

  /** Makes a form refuse to be sent without an answer. */
  @property({type: Boolean, reflect: true}) required = false;

  @state() protected isFormDisabled = false;

  /** What the form is told. */
  protected abstract get formState(): FormState;
  /** The form brings back what it kept, as after a reload: the text of a value. */
  protected abstract restoreFormState(text: string): void;
  abstract reset(): void;

  protected get isDisabled(): boolean {
    return this.disabled || this.isFormDisabled;
  }

  /** Tells the form how things are now. */
  protected updateForm(): void {
    updateForm(this.internals, this.formState);
  }

  get form(): HTMLFormElement | null {
    return this.internals.form;
  }

  get validity(): ValidityState {
    this.updateForm();
    return this.internals.validity;
  }

  get validationMessage(): string {
    this.updateForm();
    return this.internals.validationMessage;
  }

  get willValidate(): boolean {
    return this.internals.willValidate;
  }

  checkValidity(): boolean {
    this.updateForm();
    return this.internals.checkValidity();
  }

  reportValidity(): boolean {
    this.updateForm();
    return this.internals.reportValidity();
  }

  formDisabledCallback(disabled: boolean): void {
    this.isFormDisabled = disabled;
  }

  formResetCallback(): void {
    this.reset();
  }

  formStateRestoreCallback(state: string | File | FormData | null): void {
    if (typeof state === 'string') this.restoreFormState(state);
  }
}
