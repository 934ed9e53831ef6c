import {
  headingLevels,
  isPictureAddress,
  textColors,
  type Block,
  type Inline,
  type Mark,
  type RichText,
} from './rich-text.js';
import {safeLink} from './safe-link.js';

/**
 * Formatted text as elements, made one by one: no markup is read, and addresses are looked at once more, so that
 * nothing else can come of a text, whoever wrote the file it was in.
 */
export function richTextElements(text: RichText): readonly HTMLElement[] {
  return text.content.map(elementOf);
}

function elementOf(block: Block): HTMLElement {
  switch (block.type) {
    case 'paragraph':
      return filled('p', block.content);
    case 'heading': {
      // Levels 1 to 3 stand below the title of the panel they are shown in, which is the third.
      const level = headingLevels.includes(block.attrs.level) ? block.attrs.level : 1;
      return filled(`h${level + 3}`, block.content);
    }
    case 'bullet_list':
    case 'ordered_list': {
      const list = document.createElement(block.type === 'bullet_list' ? 'ul' : 'ol');
      for (const {content} of block.content) {
        const item = document.createElement('li');
        item.append(...content.map(elementOf));
        list.append(item);
      }
      return list;
    }
    case 'image': {
      const {src, alt} = block.attrs;
      const figure = document.createElement('p');
      if (isPictureAddress(src)) {
        const picture = document.createElement('img');
        picture.alt = alt;
        picture.src = src;
        figure.append(picture);
      } else figure.textContent = alt;
      return figure;
    }
  }
}

function filled(tag: string, content: readonly Inline[] = []): HTMLElement {
  const element = document.createElement(tag);
  for (const inline of content)
    element.append(
      inline.type === 'text' ? marked(inline.text, inline.marks ?? []) : document.createElement('br'),
    );
  return element;
}

const marked = (text: string, marks: readonly Mark[]): Node =>
  marks.reduceRight<Node>((inner, mark) => wrapped(inner, mark), document.createTextNode(text));

function wrapped(inner: Node, mark: Mark): Node {
  const element = elementFor(mark);
  element?.append(inner);
  return element ?? inner;
}

function elementFor(mark: Mark): HTMLElement | undefined {
  if (mark.type === 'link') {
    const href = safeLink(mark.attrs.href);
    if (href === undefined) return undefined;
    const link = document.createElement('a');
    link.href = href;
    link.target = '_blank';
    link.rel = 'noopener noreferrer';
    return link;
  }
  if (mark.type === 'color') {
    const span = document.createElement('span');
    const {color} = mark.attrs;
    if (Object.hasOwn(textColors, color)) span.style.color = textColors[color] ?? '';
    return span;
  }
  return document.createElement(mark.type);
}
