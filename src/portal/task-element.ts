import type {ResolveSource} from '../media/resolve.js';
import {safeImageUrl} from '../media/safe-url.js';
import {taskTags, type Example, type JobDefinition} from './job.js';
import {richTextElements} from './rich-text/rich-text-elements.js';
import {isBlank, isRichText, type Written} from './rich-text/rich-text.js';

/** The task element a job is worked on with, its instructions inside. */
export function createTaskElement(
  definition: JobDefinition,
  resolveSource: ResolveSource | undefined,
): HTMLElement {
  const element = document.createElement(taskTags[definition.taskType]);
  applyDefinition(element, definition, resolveSource);
  return element;
}

/** Brings an element up to date with a changed definition of the same task type. */
export function applyDefinition(
  element: HTMLElement,
  definition: JobDefinition,
  resolveSource: ResolveSource | undefined,
): void {
  Object.assign(element, {
    header: definition.header,
    labels: definition.labels,
    jobName: definition.jobName,
    labelAttributeName: definition.labelAttributeName,
    resolveSource,
    ...(definition.taskType === 'multi-label' ? {exclusionCategory: definition.exclusionLabel ?? ''} : {}),
  });
  const {short, full, good, bad} = definition.instructions;
  element.replaceChildren(
    ...written('short-instructions', short),
    ...written('full-instructions', full),
    ...example('good-example', good),
    ...example('bad-example', bad),
  );
}

/** Instructions of a requester: formatted text as elements of its own making, typed text as text. Nothing becomes markup. */
function written(slot: string, text: Written): HTMLElement[] {
  const block = document.createElement('div');
  block.slot = slot;
  if (typeof text === 'string') block.append(...paragraphs(text));
  else if (isRichText(text) && !isBlank(text)) block.append(...richTextElements(text));
  spaceOut(block);
  return block.childElementCount > 0 ? [block] : [];
}

/** Blank lines make paragraphs. */
function paragraphs(text: string): HTMLElement[] {
  if (!text.trim()) return [];
  return text
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => {
      const element = document.createElement('p');
      element.style.whiteSpace = 'pre-line';
      element.textContent = paragraph;
      return element;
    });
}

/** Distances in a narrow panel; the styles of a shadow root do not reach into what is slotted. */
function spaceOut(block: HTMLElement): void {
  for (const [index, element] of [...block.children].entries()) {
    if (!(element instanceof HTMLElement)) continue;
    const isHeading = /^h\d$/.test(element.localName);
    element.style.marginBlock = index === 0 ? '0' : isHeading ? '16px 0' : '8px 0';
    if (isHeading)
      Object.assign(element.style, {fontSize: headingSizes[element.localName] ?? '1em', lineHeight: '1.3'});
  }
  for (const {style} of block.querySelectorAll<HTMLElement>('li > p')) style.marginBlock = '0 2px';
  for (const {style} of block.querySelectorAll<HTMLElement>('ul, ol')) style.paddingInlineStart = '20px';
}

const headingSizes: Readonly<Record<string, string>> = {h4: '1.2em', h5: '1.08em', h6: '1em'};

function example(slot: string, given: Example | undefined): HTMLElement[] {
  if (!given || (!given.picture && !given.caption.trim())) return [];
  const figure = document.createElement('figure');
  figure.slot = slot;
  if (given.picture && safeImageUrl(given.picture).ok) {
    const picture = document.createElement('img');
    picture.src = given.picture;
    picture.alt = given.caption;
    figure.append(picture);
  }
  const caption = document.createElement('figcaption');
  caption.textContent = given.caption;
  figure.append(caption);
  return [figure];
}
