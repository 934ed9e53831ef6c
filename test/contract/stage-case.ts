import {waitUntil} from '@open-wc/testing';
import type {Element} from './task-element.js';

/** A white picture of 40 × 30 pixels, in its own address, so that it needs neither server nor resolver. */
export const picture =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAACgAAAAeAQAAAAB2pmFwAAAAD0lEQVR42mP4DwIMQ4oEAIsElWv6F0k/AAAAAElFTkSuQmCC';
export const inputImageProperties = {width: 40, height: 30};

/** What a task that shows that picture has in common with the others. */
export const onPicture = {
  labels: ['cat', 'dog', 'bird'],
  entry: {'source-ref': picture, id: 1},
  otherEntry: {'source-ref': picture, id: 2},
  submitKey: 'Control+Enter',
  focus: 'gt-image-viewer',
  ready,
} as const;

export const stageOf = (element: Element) =>
  element.shadowRoot?.querySelector('gt-image-viewer')?.shadowRoot?.querySelector<HTMLElement>('.stage');

const isThere = (element: Element): boolean =>
  element.shadowRoot?.querySelector('gt-image-viewer')?.sight !== undefined;

async function ready(element: Element): Promise<void> {
  await element.updateComplete;
  if (stageOf(element)) await waitUntil(() => isThere(element), 'the picture is there', {interval: 5});
  await element.updateComplete;
}
