import {
  headingLevels,
  isPictureAddress,
  type Block,
  type Inline,
  type ListItem,
  type Mark,
  type RichText,
} from './rich-text.js';
import {safeLink} from './safe-link.js';

/**
 * Formatted text out of markup that was pasted or came in a file. The markup is parsed where nothing runs and nothing
 * loads, and what is known of it is written down anew. Nothing where the browser refuses to parse it.
 */
export function richTextFromHtml(html: string): RichText | undefined {
  const body = inertBody(html);
  if (!body) return undefined;
  const content = blocksOf(body, []);
  return content.length > 0 ? {type: 'doc', content} : undefined;
}

/** Instructions of a label category file: markup where there are tags in it, else text. */
export const writtenFrom = (text: string): string | RichText =>
  /<[a-z][^>]*>/i.test(text) ? (richTextFromHtml(text) ?? text) : text;

interface CanSetHtml {
  setHTML?(html: string): void;
}

function inertBody(html: string): HTMLElement | undefined {
  try {
    const {body} = document.implementation.createHTMLDocument('');
    const canSet = body as CanSetHtml;
    const quiet = withoutReports(html);
    if (!canSet.setHTML) return new DOMParser().parseFromString(quiet, 'text/html').body;
    canSet.setHTML(quiet);
    return body;
  } catch {
    return undefined; // A policy forbids parsers: whoever asked goes on with the plain text.
  }
}

/**
 * Takes handlers and styles out of tags. They would do nothing where the markup is parsed, and nobody reads them after;
 * but a policy reports each of them as an offence of the page.
 */
const withoutReports = (html: string): string =>
  html.replace(/<[a-z][^>]*>/gi, (tag) =>
    tag.replace(/([\s/"'])(?:on\w+|style)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]*)/gi, '$1'),
  );

const skipped = new Set([
  'script',
  'style',
  'template',
  'noscript',
  'iframe',
  'object',
  'svg',
  'math',
  'head',
]);
const marksByTag: Readonly<Record<string, Mark>> = {
  b: {type: 'strong'},
  strong: {type: 'strong'},
  i: {type: 'em'},
  em: {type: 'em'},
};
const inlineTags = new Set([
  ...Object.keys(marksByTag),
  'a',
  'span',
  'font',
  'u',
  'code',
  'small',
  'sub',
  'sup',
  'label',
  'mark',
]);

/** The blocks in an element; loose words make paragraphs. */
function blocksOf(parent: Element, marks: readonly Mark[], depth = 0): Block[] {
  const blocks: Block[] = [];
  let loose: Inline[] = [];
  const close = () => {
    const content = trimmed(loose);
    if (content.length > 0) blocks.push({type: 'paragraph', content});
    loose = [];
  };
  for (const node of parent.childNodes) {
    if (node instanceof Text || node.nodeType === Node.TEXT_NODE) {
      loose.push(...textOf(node.textContent ?? '', marks));
      continue;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const element = node as Element;
    const tag = element.localName;
    if (skipped.has(tag)) continue;
    if (tag === 'br') loose.push({type: 'hard_break'});
    else if (isInlineElement(element)) loose.push(...inlinesOf(element, [...marks, ...marksOf(element)]));
    else {
      close();
      blocks.push(...blockOf(element, [...marks, ...marksOf(element)], depth));
    }
  }
  close();
  return blocks;
}

/** An inline tag around a block, as editors paste whole documents in one `<b>`, is a block. */
const isInlineElement = (element: Element): boolean =>
  inlineTags.has(element.localName) &&
  !element.querySelector('p, div, ul, ol, h1, h2, h3, h4, h5, h6, img, table');

function blockOf(element: Element, marks: readonly Mark[], depth: number): Block[] {
  const tag = element.localName;
  const heading = /^h([1-6])$/.exec(tag)?.[1];
  if (heading) {
    const content = trimmed(inlinesOf(element, marks));
    const level = Math.min(Number(heading), headingLevels.length);
    return content.length > 0 ? [{type: 'heading', attrs: {level}, content}] : [];
  }
  if ((tag === 'ul' || tag === 'ol') && depth < 6) {
    const content = [...element.children]
      .map((item): ListItem => ({
        type: 'list_item',
        content: startingWithText(blocksOf(item, marks, depth + 1)),
      }))
      .filter((item) => item.content.length > 0);
    return content.length > 0 ? [{type: tag === 'ul' ? 'bullet_list' : 'ordered_list', content}] : [];
  }
  if (tag === 'img') {
    const src = element.getAttribute('src');
    return isPictureAddress(src)
      ? [{type: 'image', attrs: {src, alt: element.getAttribute('alt') ?? ''}}]
      : [];
  }
  return blocksOf(element, marks, depth);
}

/** The editor's lists have items that begin with words. */
const startingWithText = (blocks: Block[]): Block[] =>
  blocks.length > 0 && blocks[0]?.type !== 'paragraph' ? [{type: 'paragraph'}, ...blocks] : blocks;

function inlinesOf(parent: Element, marks: readonly Mark[]): Inline[] {
  return [...parent.childNodes].flatMap((node): Inline[] => {
    if (node.nodeType === Node.TEXT_NODE) return textOf(node.textContent ?? '', marks);
    if (node.nodeType !== Node.ELEMENT_NODE) return [];
    const element = node as Element;
    if (skipped.has(element.localName)) return [];
    if (element.localName === 'br') return [{type: 'hard_break'}];
    return inlinesOf(element, [...marks, ...marksOf(element)]);
  });
}

function marksOf(element: Element): readonly Mark[] {
  const tag = element.localName;
  // Some word processors wrap all they copy in a bold that is none.
  if (tag === 'b' && !isInlineElement(element)) return [];
  const mark = Object.hasOwn(marksByTag, tag) ? marksByTag[tag] : undefined;
  if (mark) return [mark];
  const href = tag === 'a' ? safeLink(element.getAttribute('href') ?? '') : undefined;
  return href === undefined ? [] : [{type: 'link', attrs: {href}}];
}

function textOf(text: string, marks: readonly Mark[]): Inline[] {
  const plain = text.replace(/[ \t\r\n\f]+/g, ' ');
  if (plain === '') return [];
  const each = marks.filter((mark, at) => marks.findIndex(({type}) => type === mark.type) === at);
  return [each.length > 0 ? {type: 'text', text: plain, marks: each} : {type: 'text', text: plain}];
}

/** Without the blanks and line ends around, which markup has for its own sake. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const isBlankInline = (inline: Inline | undefined) =>
    inline !== undefined && (inline.type === 'hard_break' || inline.text.trim() === '');
  let from = 0;
  let to = inlines.length;
  while (from < to && isBlankInline(inlines[from])) from++;
  while (to > from && isBlankInline(inlines[to - 1])) to--;
  return inlines.slice(from, to).map((inline, at, all) => {
    if (inline.type !== 'text') return inline;
    const start = at === 0 ? inline.text.trimStart() : inline.text;
    return {...inline, text: at === all.length - 1 ? start.trimEnd() : start};
  });
}
