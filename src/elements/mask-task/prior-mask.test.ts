import {aTimeout, expect, fixture, html, waitUntil} from '@open-wc/testing';
import {base64Of} from '../../base/base64.js';
import type {JsonObject} from '../../base/json.js';
import {entryOf} from '../../formats/entry.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {TaskHarness} from '../shared/task.harness.js';
import type {ErrorDetail} from '../shared/task-events.js';
import {
  button,
  dataOf,
  earlierMask,
  lineWithMask,
  metadata,
  painted,
  plainLine,
  shown,
  size,
  type MaskTask,
} from './mask-files.harness.js';

const bytesOf = async (file: Blob) => new Uint8Array(await file.arrayBuffer());

/** What is said to be wrong with what the page gave. */
const notices = (element: MaskTask): readonly string[] => new TaskHarness(element).notices;

describe('the mask that an item starts with', () => {
  it('is loaded where the page says, and goes back as it was when nobody touches it', async () => {
    const element = await shown({entry: lineWithMask()});
    await waitUntil(() => element.value !== undefined);
    expect(element.value).to.deep.include({initialValueModified: false});
    const {line, files} = await element.toManifestLine({now: new Date(0)});
    const [now, before] = [await dataOf(files[0]?.blob as Blob), await dataOf(await earlierMask())];
    expect(now.data).to.deep.equal(before.data);
    expect(now.palette).to.deep.equal(before.palette);
    const written = JSON.parse(line) as Record<string, JsonObject>;
    expect(written['canopy-ref-metadata']?.['internal-color-map']).to.deep.equal(
      metadata['internal-color-map'],
    );
    expect(written['canopy-ref-metadata']?.['adjustment-status']).to.equal('unadjusted');
  });

  it('is kept with the work that is resumed on it', async () => {
    const element = await shown({entry: lineWithMask(), history: painted()});
    await waitUntil(() => element.value?.initialValueModified === true);
    const {files} = await element.toManifestLine();
    const {data} = await dataOf(files[0]?.blob as Blob);
    // The tile that was painted replaces its pixels; those beyond it are the earlier mask's.
    expect(data[0], 'leaf has the value of the map on the line').to.equal(2);
    expect(data[128]).to.equal(1);
    expect(data.at(-1)).to.equal(2);
  });

  it('keeps everybody from painting and submitting until it is there', async () => {
    let bring = (_mask: Blob) => {};
    const coming = new Promise<Blob>((resolve) => (bring = resolve));
    const element = await shown({entry: lineWithMask()}, () => coming);
    expect(element.shadowRoot?.querySelector('.prior')?.textContent?.trim()).to.equal(
      'Loading the earlier mask…',
    );
    expect(await element.submit()).to.equal(false);
    expect(element.value).to.equal(undefined);
    bring(await earlierMask());
    await waitUntil(() => element.value !== undefined);
    expect(element.shadowRoot?.querySelector('.prior')).to.equal(null);
  });

  it('is never silently left out: a person tries again, or begins without it', async () => {
    let fails = true;
    const element = await shown({entry: lineWithMask()}, async () => {
      if (fails) throw new Error('no such file');
      return earlierMask();
    });
    await waitUntil(() => button(element, 'Try again') !== undefined);
    expect(element.shadowRoot?.querySelector('.notices')?.textContent)
      .to.contain('The earlier mask could not be loaded')
      .and.contain('no such file');
    expect(await element.submit()).to.equal(false);
    fails = false;
    button(element, 'Try again')?.click();
    await waitUntil(() => element.value !== undefined);
    expect(element.shadowRoot?.querySelector('.notices')).to.equal(null);

    fails = true;
    const other = await shown({entry: lineWithMask()}, async () => {
      throw new Error('gone');
    });
    await waitUntil(() => button(other, 'Start without it') !== undefined);
    button(other, 'Start without it')?.click();
    await other.updateComplete;
    expect(button(other, 'Start without it')).to.equal(undefined);
    other.history = painted();
    expect(other.value).to.deep.include({initialValueModified: true});
    expect(await other.submit()).to.equal(true);
  });

  const refusals: Readonly<Record<string, () => Promise<Blob>>> = {
    'of another size': () => earlierMask({width: 80, height: 65}),
    damaged: async () => (await earlierMask()).slice(0, 60),
    'no mask at all': async () => new Blob(['<html>Not found</html>'], {type: 'text/html'}),
  };
  for (const [name, mask] of Object.entries(refusals)) {
    it(`is asked about when it is ${name}, in words`, async () => {
      let isGood = false;
      const element = await shown({entry: lineWithMask(), history: painted()}, () =>
        isGood ? earlierMask() : mask(),
      );
      await waitUntil(() => button(element, 'Start without it') !== undefined);
      expect(element.value).to.equal(undefined);
      expect(await element.submit(), 'it would take the place of the earlier work').to.equal(false);
      isGood = true;
      button(element, 'Try again')?.click();
      await waitUntil(() => element.value !== undefined);
      expect(notices(element)).to.deep.equal([]);

      const other = await shown({entry: lineWithMask(), history: painted()}, mask);
      await waitUntil(() => button(other, 'Start without it') !== undefined);
      button(other, 'Start without it')?.click();
      await other.updateComplete;
      expect(notices(other)).to.deep.equal([]);
      expect(await other.submit()).to.equal(true);
    });
  }

  it('of another size says nothing but that, however strange it is', async () => {
    const element = await shown({entry: lineWithMask()}, () =>
      earlierMask({width: 80, height: 65}, ['#ffffff', '#123456', '#654321']),
    );
    await waitUntil(() => button(element, 'Start without it') !== undefined);
    await element.updateComplete;
    expect(notices(element)).to.have.length(1);
    expect(notices(element)[0]).to.contain('80 × 65').and.contain('160 × 130');
  });

  it('of another size says so only, also when it comes before the picture', async () => {
    const host = await fixture<HTMLElement>(html`<div style="height: 600px"></div>`);
    const element = document.createElement('gt-segmentation-task');
    const codes: string[] = [];
    element.addEventListener('gt-error', (event) =>
      codes.push((event as CustomEvent<ErrorDetail>).detail.code),
    );
    let showPicture = (_picture: Blob): void => {};
    const picture = new Promise<Blob>((resolve) => (showPicture = resolve));
    let isAsked = false;
    Object.assign(element, {
      labels: ['leaf', 'trunk'],
      jobName: 'canopy',
      entry: lineWithMask(),
      resolveSource: (ref: string) => {
        if (ref.endsWith('.jpg')) return picture;
        isAsked = true;
        return earlierMask({width: 80, height: 65}, ['#ffffff', '#123456', '#654321']);
      },
    });
    host.append(element);
    await waitUntil(() => isAsked);
    await aTimeout(300);
    expect(codes, 'nobody knows yet').to.deep.equal([]);
    showPicture(await drawnPicture(size.width, size.height));
    await waitUntil(() => button(element, 'Start without it') !== undefined);
    await element.updateComplete;
    expect(codes).to.deep.equal(['invalid-mask']);
  });

  it('is judged anew for the next picture that starts with it', async () => {
    const element = await shown({entry: lineWithMask()}, () => earlierMask({width: 80, height: 65}));
    await waitUntil(() => button(element, 'Start without it') !== undefined);
    const small = await drawnPicture(80, 65);
    const entry = {...lineWithMask(), 'source-ref': 's3://b/small.jpg'};
    const {resolveSource} = element;
    element.resolveSource = (ref) => (ref.endsWith('small.jpg') ? small : resolveSource!(ref));
    element.entry = entryOf(entry, JSON.stringify(entry));
    await waitUntil(() => element.value !== undefined);
    expect(button(element, 'Start without it')).to.equal(undefined);
    expect(notices(element)).to.deep.equal([]);
  });

  it('is asked about also where the page gave it', async () => {
    const wrong = base64Of(await bytesOf(await earlierMask({width: 80, height: 65})));
    const answer = {
      labelMappings: {leaf: {color: '#2ca02c'}},
      labeledImage: {pngImageData: wrong},
    };
    const byValue = await shown({entry: plainLine()});
    byValue.value = answer;
    await waitUntil(() => button(byValue, 'Start without it') !== undefined);
    expect(byValue.value).to.equal(undefined);
    const byInitialValue = await shown({entry: plainLine(), initialValue: answer});
    await waitUntil(() => button(byInitialValue, 'Start without it') !== undefined);
    expect(await byInitialValue.submit()).to.equal(false);
  });

  it('may come from the page, as a whole answer or as the crowd element takes it', async () => {
    const source = await shown({entry: lineWithMask()});
    await waitUntil(() => source.value !== undefined);
    const answer = await source.getAnswer();
    const other = await shown({entry: plainLine()});
    other.value = answer;
    await waitUntil(() => other.value !== undefined);
    expect(other.value).to.deep.equal({
      labelMappings: answer?.labelMappings,
      inputImageProperties: {height: 130, width: 160},
    });
    other.value = null as never;
    await aTimeout(0);
    expect(other.value).to.equal(undefined);
    const third = await shown({
      entry: plainLine(),
      initialValue: {src: 'https://h/m.png', labelMappings: answer?.labelMappings ?? {}},
    });
    await waitUntil(() => third.value !== undefined);
    expect(third.value).to.deep.include({initialValueModified: false});
  });
});
