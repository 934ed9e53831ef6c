import type {ResolveSource} from '../media/resolve.js';
import {taskTags, type Example, type JobDefinition} from './job.js';

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
    ...paragraphs('short-instructions', short),
    ...paragraphs('full-instructions', full),
    ...example('good-example', good),
    ...example('bad-example', bad),
  );
}

/** Text typed by a requester, as text: blank lines make paragraphs, nothing becomes markup. */
function paragraphs(slot: string, text: string): HTMLElement[] {
  if (!text.trim()) return [];
  const block = document.createElement('div');
  block.slot = slot;
  for (const paragraph of text.trim().split(/\n{2,}/)) {
    const element = document.createElement('p');
    element.style.whiteSpace = 'pre-line';
    element.style.marginBlock = block.childElementCount > 0 ? '8px 0' : '0';
    element.textContent = paragraph;
    block.append(element);
  }
  return [block];
}

function example(slot: string, given: Example | undefined): HTMLElement[] {
  if (!given || (!given.picture && !given.caption.trim())) return [];
  const figure = document.createElement('figure');
  figure.slot = slot;
  if (given.picture) {
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
