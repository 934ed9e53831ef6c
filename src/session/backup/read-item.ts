import {isCount, isFields, isNumber, isText, listOf, optional, type Check} from '../../base/checks.js';
import {isStep} from '../../model/is-step.js';
import type {Step} from '../../model/history.js';
import type {ItemContent, ItemFiles, SavedItem} from '../session-store.js';

/** An item out of a backup. `log` is missing when its steps make no sense: the answer counts all the same. */
export interface RestoredItem {
  readonly item: Omit<SavedItem, 'session' | 'seq'>;
  readonly log: readonly Step[] | undefined;
  readonly files: ItemFiles;
}

const isAmount: Check = (value) => isNumber(value) && value >= 0;
const areTexts = listOf(isText);

const statuses = ['untouched', 'draft', 'submitted', 'changed', 'skipped', 'declined', 'released'];

const isAnswer: Check = (value) => isFields(value) && isFields(value['answerContent']);

const isEarlier: Check = (value) =>
  isFields(value) &&
  isText(value['textHash']) &&
  isAmount(value['at']) &&
  optional(isAnswer)(value['answer']) &&
  optional(isText)(value['line']) &&
  optional(areTexts)(value['files']);

/** Every member of an item: what is not in this table is not taken over. */
const checks: {readonly [Name in keyof Required<ItemContent>]: Check} & Readonly<
  Record<'index' | 'rev' | 'at' | 'edit', Check>
> = {
  index: isCount,
  rev: (value) => isCount(value) && value !== 0,
  at: isAmount,
  edit: isText,
  status: (value) => typeof value === 'string' && statuses.includes(value),
  stepCount: isCount,
  timeSpentMs: isAmount,
  releasedMs: optional(isAmount),
  acceptanceTime: optional(isText),
  textHash: isText,
  answer: optional(isAnswer),
  line: optional(isText),
  files: optional(areTexts),
  draft: optional(isFields),
  reason: optional(isText),
  earlier: optional(isEarlier),
};

/** The item of a line; the name of the first member that cannot be right otherwise. */
export function readItem(value: unknown): RestoredItem | string {
  if (!isFields(value) || !isFields(value['item'])) return 'item';
  const given = value['item'];
  const wrong = Object.entries(checks).find(([name, check]) => !check(given[name]));
  if (wrong) return `item.${wrong[0]}`;
  const known = Object.keys(checks).filter((name) => given[name] !== undefined);
  const item = Object.fromEntries(known.map((name) => [name, given[name]])) as unknown as SavedItem;
  const files = readFiles(value['files']);
  if (!files) return 'files';
  const {log} = value;
  const isLog = Array.isArray(log) && log.every(isStep) && item.stepCount <= log.length;
  return {item: isLog ? item : {...item, stepCount: 0}, log: isLog ? log.map(whole) : undefined, files};
}

/** JSON leaves out what is missing; in a change it stands there as missing. */
const whole = (step: Step): Step => ({
  ...step,
  changes: step.changes.map(({id, before, after}) => ({id, before, after})),
});

function readFiles(value: unknown): ItemFiles | undefined {
  if (!Array.isArray(value)) return undefined;
  const files = new Map<string, Blob>();
  for (const file of value as unknown[]) {
    if (!isFields(file)) return undefined;
    const {path, type, bytes} = file;
    if (typeof path !== 'string' || typeof type !== 'string' || !(bytes instanceof Uint8Array))
      return undefined;
    files.set(path, new Blob([bytes as Uint8Array<ArrayBuffer>], {type}));
  }
  return files;
}
