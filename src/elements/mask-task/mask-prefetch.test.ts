import {expect, waitUntil} from '@open-wc/testing';
import {entryOf, type ManifestEntry} from '../../formats/entry.js';
import {recordsOf} from '../../model/document.js';
import {earlierMask, lineWithMask, metadata, plainLine, shown} from './mask-files.harness.js';

/** A task on a line without a mask, and the references of masks it asks for. */
async function onPlainLine() {
  const asked: string[] = [];
  let answer = (): Promise<Blob> => earlierMask();
  const element = await shown({entry: plainLine()}, (ref) => {
    asked.push(ref);
    return answer();
  });
  return {element, asked, answerWith: (how: () => Promise<Blob>) => (answer = how)};
}

const otherLine = (): ManifestEntry => {
  const entry = {
    'source-ref': 's3://b/a.jpg',
    'canopy-ref': 's3://b/canopy/1.png',
    'canopy-ref-metadata': metadata,
  };
  return entryOf(entry, JSON.stringify(entry));
};

describe('the mask of the next item', () => {
  it('is loaded ahead, and only once', async () => {
    const {element, asked} = await onPlainLine();
    await element.prefetch(lineWithMask());
    expect(asked).to.deep.equal(['s3://b/canopy/0.png']);
    await element.prefetch(lineWithMask());
    expect(asked).to.have.length(1);
    element.entry = lineWithMask();
    await waitUntil(() => recordsOf(element.document, 'region').length === 2, 'both regions');
    expect(asked, 'what was there is used').to.have.length(1);
  });

  it('is forgotten when another item comes next', async () => {
    const {element, asked} = await onPlainLine();
    await element.prefetch(lineWithMask());
    await element.prefetch(otherLine());
    element.entry = lineWithMask();
    await waitUntil(() => recordsOf(element.document, 'region').length === 2, 'both regions');
    expect(asked).to.deep.equal(['s3://b/canopy/0.png', 's3://b/canopy/1.png', 's3://b/canopy/0.png']);
  });

  it('has a second chance when it did not come ahead', async () => {
    const {element, asked, answerWith} = await onPlainLine();
    answerWith(() => Promise.reject(new Error('No network.')));
    await element.prefetch(lineWithMask());
    answerWith(() => earlierMask());
    element.entry = lineWithMask();
    await waitUntil(() => recordsOf(element.document, 'region').length === 2, 'both regions');
    expect(asked).to.have.length(2);
  });

  it('is waited for while it comes, and nothing is loaded for a line without one', async () => {
    const {element, asked, answerWith} = await onPlainLine();
    let give = (_mask: Blob): void => {};
    answerWith(() => new Promise((resolve) => (give = resolve)));
    const ahead = element.prefetch(lineWithMask());
    await waitUntil(() => asked.length === 1);
    element.entry = lineWithMask();
    await element.updateComplete;
    give(await earlierMask());
    await ahead;
    await waitUntil(() => recordsOf(element.document, 'region').length === 2, 'both regions');
    await element.prefetch(plainLine());
    expect(asked).to.have.length(1);
  });
});
