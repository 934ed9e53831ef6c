import {safeImageUrl} from '../../media/safe-url.js';
import {safeLink} from './safe-link.js';

/**
 * Formatted text as plain data, in the shape ProseMirror writes documents in. Only what is named here can be in it:
 * there is no markup that could hold anything else.
 */
export interface RichText {
  readonly type: 'doc';
  readonly content: readonly Block[];
}

export type Block = Paragraph | Heading | List | Picture;

export interface Paragraph {
  readonly type: 'paragraph';
  readonly content?: readonly Inline[];
}

export interface Heading {
  readonly type: 'heading';
  readonly attrs: {readonly level: number};
  readonly content?: readonly Inline[];
}

export interface List {
  readonly type: 'bullet_list' | 'ordered_list';
  readonly content: readonly ListItem[];
}

export interface ListItem {
  readonly type: 'list_item';
  readonly content: readonly Block[];
}

export interface Picture {
  readonly type: 'image';
  readonly attrs: {readonly src: string; readonly alt: string};
}

export type Inline =
  | {readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[]}
  | {readonly type: 'hard_break'};

export type Mark =
  | {readonly type: 'strong' | 'em'}
  | {readonly type: 'link'; readonly attrs: {readonly href: string}}
  | {readonly type: 'color'; readonly attrs: {readonly color: string}};

/** Text as it was typed, or formatted. */
export type Written = string | RichText;

/** Colours by name, each readable on light and on dark ground. */
export const textColors: Readonly<Record<string, string>> = {
  red: 'light-dark(#c0283a, #ff8b95)',
  orange: 'light-dark(#9a4a00, #ffb066)',
  green: 'light-dark(#1a7a47, #5ecb92)',
  blue: 'light-dark(#1d5fbf, #8ab8ff)',
  purple: 'light-dark(#7a3fc0, #c7a2ff)',
};

/** Headings of instructions stand below the ones of the page. */
export const headingLevels: readonly number[] = [1, 2, 3];

/** Lists in lists in lists: deeper than anybody reads. */
const deepest = 8;

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isListOf = (value: unknown, is: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.every(is);

/** True for what can be formatted text: what comes out of a file is not taken at its word. */
export function isRichText(value: unknown): value is RichText {
  return (
    isFields(value) && value['type'] === 'doc' && isListOf(value['content'], (block) => isBlock(block, 0))
  );
}

export const isWritten = (value: unknown): value is Written => typeof value === 'string' || isRichText(value);

function isBlock(value: unknown, depth: number): boolean {
  if (!isFields(value) || depth > deepest) return false;
  const {type, content, attrs} = value;
  if (type === 'paragraph') return isInlines(content);
  if (type === 'heading')
    return isFields(attrs) && headingLevels.includes(attrs['level'] as number) && isInlines(content);
  if (type === 'image')
    return isFields(attrs) && typeof attrs['alt'] === 'string' && isPictureAddress(attrs['src']);
  if (type !== 'bullet_list' && type !== 'ordered_list') return false;
  return isListOf(
    content,
    (item) =>
      isFields(item) &&
      item['type'] === 'list_item' &&
      isListOf(item['content'], (block) => isBlock(block, depth + 1)),
  );
}

const isInlines = (content: unknown): boolean => content === undefined || isListOf(content, isInline);

function isInline(value: unknown): boolean {
  if (!isFields(value)) return false;
  if (value['type'] === 'hard_break') return true;
  const {type, text, marks} = value;
  return type === 'text' && typeof text === 'string' && (marks === undefined || isListOf(marks, isMark));
}

function isMark(value: unknown): boolean {
  if (!isFields(value)) return false;
  const {type, attrs} = value;
  if (type === 'strong' || type === 'em') return true;
  if (!isFields(attrs)) return false;
  if (type === 'link') return typeof attrs['href'] === 'string' && safeLink(attrs['href']) !== undefined;
  return type === 'color' && typeof attrs['color'] === 'string' && Object.hasOwn(textColors, attrs['color']);
}

/** Pictures come from the web or are in the text itself. */
export function isPictureAddress(src: unknown): src is string {
  return typeof src === 'string' && /^(https?|data):/i.test(src) && safeImageUrl(src).ok;
}

/** Typed text as formatted text: blank lines make paragraphs, line ends stay. */
export function richTextOf(text: string): RichText {
  const paragraphs = text.trim().split(/\n{2,}/);
  return {
    type: 'doc',
    content: paragraphs.map((paragraph): Paragraph => {
      const content = paragraph
        .split('\n')
        .flatMap((line, at): Inline[] => [
          ...(at > 0 ? [{type: 'hard_break'} as const] : []),
          ...(line === '' ? [] : [{type: 'text', text: line} as const]),
        ]);
      return content.length > 0 ? {type: 'paragraph', content} : {type: 'paragraph'};
    }),
  };
}

/** Nothing is said in it, and nothing shown. */
export function isBlank(written: Written): boolean {
  if (typeof written === 'string') return written.trim() === '';
  return !written.content.some(showsSomething);
}

function showsSomething(block: Block): boolean {
  if (block.type === 'image') return true;
  if (block.type === 'paragraph' || block.type === 'heading')
    return (block.content ?? []).some((inline) => inline.type === 'text' && inline.text.trim() !== '');
  return block.content.some((item) => item.content.some(showsSomething));
}

/** The words alone, a block a line. */
export function plainTextOf(written: Written): string {
  return typeof written === 'string' ? written : written.content.map(wordsOf).join('\n');
}

function wordsOf(block: Block): string {
  if (block.type === 'image') return block.attrs.alt;
  if (block.type === 'paragraph' || block.type === 'heading')
    return (block.content ?? []).map((inline) => (inline.type === 'text' ? inline.text : '\n')).join('');
  return block.content.map((item) => item.content.map(wordsOf).join('\n')).join('\n');
}
