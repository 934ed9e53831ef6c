import type {Problem} from '../../base/result.js';

/** What a form control must know of its element to tell the form about it. */
export interface FormState {
  /** The JSON of the value; `null` while there is none. */
  readonly value: string | null;
  readonly required: boolean;
  /** Said when `required` and there is no value. */
  readonly requiredMessage: string;
  readonly problems: readonly Problem[];
  /** Where the browser puts the focus when the form refuses to be sent. */
  readonly anchor: HTMLElement | null;
  /** True when the worker cannot change anything, so there is nothing to complain about. */
  readonly exempt: boolean;
}

/** Tells the form around an element its value and whether it may be sent. */
export function updateForm(internals: ElementInternals, state: FormState): void {
  internals.setFormValue(state.value, state.value);
  const {flags, message} = validityOf(state);
  if (!message) internals.setValidity({});
  else internals.setValidity(flags, message, state.anchor ?? undefined);
}

function validityOf({value, required, requiredMessage, problems, exempt}: FormState): {
  readonly flags: ValidityStateFlags;
  readonly message: string;
} {
  if (exempt) return {flags: {}, message: ''};
  if (value === null) {
    return required ? {flags: {valueMissing: true}, message: requiredMessage} : {flags: {}, message: ''};
  }
  return {flags: {customError: true}, message: problems.map(({message}) => message).join(' ')};
}
