import {isJsonObject, member, type JsonObject, type JsonValue} from '../base/json.js';
import {errorAt, fail, ok, warningAt, type Problem, type Result} from '../base/result.js';
import type {Label} from '../model/label.js';
import {parseLenientJson} from './lenient-json.js';
import {quote} from './parse-line.js';

const maxLabels = 100_000;
const maxLength = 256;

/**
 * The label list of a task, from an attribute's text or from what a page has set.
 *
 * The texts are kept exactly as given: they go into the output. What cannot be used is left out and reported, so
 * that one bad label does not cost the list; class ids count the labels that are left.
 */
export function readLabels(source: unknown): Result<readonly Label[]> {
  let list = source;
  if (typeof source === 'string') {
    if (source.trim() === '') return fail(empty());
    const parsed = parseLenientJson(source);
    if (!parsed.ok) return fail(...parsed.problems.map(unreadable));
    list = parsed.value;
  }
  if (!Array.isArray(list)) {
    return fail(
      errorAt('labels', 'labels/not-a-list', "The labels are not a list. Write them as ['cat', 'dog']."),
    );
  }
  if (list.length > maxLabels) {
    return fail(
      errorAt(
        'labels',
        'labels/too-many',
        `The list has ${list.length} labels; at most ${maxLabels} can be shown.`,
      ),
    );
  }
  const problems: Problem[] = [];
  const labels = Array.from(list as unknown[], (item, index) => readLabel(item, index, problems)).filter(
    (label) => label !== undefined,
  );
  const unique = withoutDuplicates(labels, problems);
  if (unique.length > 0)
    return ok(
      unique.map(({label}) => label),
      problems,
    );
  return fail(...(problems.length > 0 ? problems : [empty()]));
}

interface Placed {
  readonly label: Label;
  /** Where it stood, for messages. */
  readonly at: string;
}

function empty(): Problem {
  return errorAt(
    'labels',
    'labels/empty-list',
    'There are no labels. Give at least one, for example ["cat", "dog"].',
  );
}

function unreadable({message, column}: Problem): Problem {
  const problem = errorAt(
    'labels',
    'labels/syntax',
    `The labels cannot be read. ${message} Write them as ["cat", "dog"].`,
  );
  return column === undefined ? problem : {...problem, column};
}

function readLabel(item: unknown, index: number, problems: Problem[]): Placed | undefined {
  const at = `labels[${index}]`;
  const place = `Label ${index + 1}`;
  const fields: JsonObject | undefined = isJsonObject(item) ? item : undefined;
  const text = fields ? member(fields, 'label') : item;
  if (typeof text !== 'string') {
    problems.push(
      errorAt(
        at,
        'labels/not-text',
        `${place} is ${kindOf(item)}; expected a text or an object with a "label" text. It is left out.`,
      ),
    );
    return undefined;
  }
  if (text.trim() === '') {
    problems.push(errorAt(at, 'labels/blank', `${place} is blank. It is left out.`));
    return undefined;
  }
  const length = [...text].length;
  if (length > maxLength) {
    problems.push(
      warningAt(
        at,
        'labels/too-long',
        `${place} has ${length} characters; Ground Truth takes at most ${maxLength}.`,
      ),
    );
  }
  return {label: fields ? {label: text, ...details(fields, at, place, problems)} : {label: text}, at};
}

function kindOf(item: unknown): string {
  if (item === null || item === undefined) return String(item);
  if (Array.isArray(item)) return 'a list';
  return typeof item === 'object' ? 'an object without a "label" text' : `a ${typeof item}`;
}

type Details = Omit<Label, 'label'>;

/** The fields beside the text; one that cannot be used is left out and the label is kept. */
function details(fields: JsonObject, at: string, place: string, problems: Problem[]): Details {
  const read = <K extends keyof Details>(
    key: K,
    expected: string,
    fits: (text: string) => boolean,
  ): {[key in K]?: string} => {
    const value: JsonValue | undefined = member(fields, key);
    if (value === undefined || value === null || value === '') return {};
    if (typeof value === 'string' && fits(value)) return {[key]: value} as {[key in K]: string};
    problems.push(
      warningAt(
        `${at}.${key}`,
        `labels/${key}`,
        `${place} has a "${key}" that is not ${expected}; it is not used.`,
      ),
    );
    return {};
  };
  const any = () => true;
  return {
    ...read('color', 'a colour such as #2ca02c', (text) => /^#[0-9a-f]{6}$/i.test(text)),
    ...read('shortcut', 'a single key', (text) => [...text].length === 1),
    ...read('shortDisplayName', 'a text', any),
    ...read('description', 'a text', any),
  };
}

function withoutDuplicates(labels: readonly Placed[], problems: Problem[]): Placed[] {
  const exact = new Map<string, Placed>();
  const alike = new Map<string, Placed>();
  return labels.filter((placed) => {
    const {
      label: {label},
      at,
    } = placed;
    if (exact.has(label)) {
      problems.push(
        errorAt(
          at,
          'labels/duplicate',
          `The label ${quote(label)} stands in the list twice. The second one is left out.`,
        ),
      );
      return false;
    }
    const key = label.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
    const twin = alike.get(key);
    if (twin) {
      problems.push(
        warningAt(
          at,
          'labels/alike',
          `The labels ${quote(twin.label.label)} and ${quote(label)} look alike: they differ only in case, spaces or the way accents are written. Both are kept.`,
        ),
      );
    }
    exact.set(label, placed);
    alike.set(key, placed);
    return true;
  });
}
