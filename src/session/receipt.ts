import type {ItemContent} from './session-store.js';
import {textHash} from './text-hash.js';

/** Tells one submission of an item from every other: of the same worker earlier or later, here or on another machine. */
export const receiptOf = ({answer, line}: Required<Pick<ItemContent, 'answer' | 'line'>>): string =>
  `${answer.submissionTime} ${textHash(line)}`;
