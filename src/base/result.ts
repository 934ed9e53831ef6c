/**
 * What is wrong with a piece of data, told to a person.
 *
 * Data problems are values: they are collected and shown, never thrown. Programming mistakes throw.
 */
export interface Problem {
  /** Stable identifier such as `manifest/no-source`: never shown alone, never changed, used by docs and tests. */
  readonly code: string;
  /** Where: `line 7`, `labels[3]`, `fruit-metadata.class-map`. */
  readonly at: string;
  /** One or two whole sentences: where, what was found, what was expected, what to do. */
  readonly message: string;
  /** An `error` makes its item unusable; a `warning` is worth knowing and stops nothing. */
  readonly severity: 'error' | 'warning';
  /** 1-based physical line in the file, when the problem belongs to a manifest line. */
  readonly line?: number;
  /** 1-based column in UTF-16 code units, for syntax errors. */
  readonly column?: number;
}

/** A value, or the reasons why there is none. `warnings` come with a value that is usable all the same. */
export type Result<T> =
  | {readonly ok: true; readonly value: T; readonly warnings?: readonly Problem[]}
  | {readonly ok: false; readonly problems: readonly Problem[]};

/** Wraps a value as a success. */
export function ok<T>(value: T, warnings: readonly Problem[] = []): Result<T> {
  return warnings.length > 0 ? {ok: true, value, warnings} : {ok: true, value};
}

/** Wraps problems as a failure. */
export function fail<T = never>(...problems: Problem[]): Result<T> {
  return {ok: false, problems};
}

/** A problem that makes its item unusable. */
export function errorAt(at: string, code: string, message: string): Problem {
  return {code, at, message, severity: 'error'};
}

/** A problem worth knowing that stops nothing. */
export function warningAt(at: string, code: string, message: string): Problem {
  return {code, at, message, severity: 'warning'};
}
