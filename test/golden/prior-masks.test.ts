import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import type {JsonObject} from '../../src/base/json.js';
import '../../src/define/gt-segmentation-task.js';
import {checkOutputLine} from '../../src/formats/check-label.js';
import {type ManifestEntry} from '../../src/formats/entry.js';
import {openManifest} from '../../src/formats/manifest.js';
import {readImageHeader} from '../../src/media/image-header.js';
import {decodeMaskPng} from '../../src/raster/png/decode-mask.js';
import {likelyTaskType} from '../../src/tasks/task-types.js';
import {drawnPicture} from '../helpers/pictures.js';

const folder = 'manifests/semantic-segmentation/';
const files = await executeServerCommand<string[], undefined>('real-files');
const isThere = files.includes(`${folder}cats.output.manifest`);

async function bytesOf(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const base64 = await executeServerCommand<string, string>('real-file', path);
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

/** The mask of a reference, as it lies in the folder: without colons, and under a prefix of its set. */
async function maskOf(reference: string): Promise<Blob> {
  const name = reference.split('/').at(-1)?.replaceAll(':', '_') ?? '';
  const path = [`${folder}masks/${name}`, `${folder}masks/cookie-${name}`].find((one) => files.includes(one));
  if (!path) throw new Error(`${reference} is not there`);
  return new Blob([await bytesOf(path)]);
}

/** An element that shows a line with its mask, over an empty picture of the same size. */
async function opened(entry: ManifestEntry, attribute: string, labels: readonly string[]) {
  const mask = await maskOf(String(entry[attribute]));
  const {width = 0, height = 0} = readImageHeader(new Uint8Array(await mask.arrayBuffer())) ?? {};
  const picture = await drawnPicture(width, height);
  const host = await fixture<HTMLElement>(html`<div style="height: 600px"></div>`);
  const element = document.createElement('gt-segmentation-task');
  Object.assign(element, {
    entry,
    labels,
    jobName: 'Again',
    labelAttributeName: attribute,
    resolveSource: (reference: string) => (reference === entry[attribute] ? mask : picture),
  });
  const ready = oneEvent(element, 'gt-ready');
  host.append(element);
  await ready;
  await waitUntil(() => element.value !== undefined, 'the mask', {timeout: 10_000});
  return {element, mask: new Uint8Array(await mask.arrayBuffer())};
}

const colorMapOf = (line: JsonObject, attribute: string) =>
  (line[`${attribute}-metadata`] as JsonObject)['internal-color-map'] as JsonObject;

const tests = () => {
  const cats = [0, 1, 2];
  for (const item of cats) {
    it(`line ${item + 1} of the cats, submitted unchanged: every pixel, colour and id as it was`, async () => {
      const manifest = await openManifest(new Blob([await bytesOf(`${folder}cats.output.manifest`)]));
      const entry = await manifest.entry(item);
      if (!entry.ok) throw new Error(entry.problems[0]?.message);
      const attribute = 'attribute-name-ref';
      expect(likelyTaskType(entry.value)?.name).to.equal('semantic-segmentation');
      const {element, mask} = await opened(entry.value, attribute, ['cat', 'dog']);
      expect(element.shadowRoot?.querySelector('.notices'), 'notices').to.equal(null);
      expect(element.value?.initialValueModified).to.equal(false);
      const {line, files: written} = await element.toManifestLine({now: new Date(0)});
      const file = written[0]?.blob as Blob;
      const [before, after] = [
        await decodeMaskPng(mask),
        await decodeMaskPng(new Uint8Array(await file.arrayBuffer())),
      ];
      expect(after.data).to.deep.equal(before.data);
      expect(after.palette).to.deep.equal(before.palette);
      const read = JSON.parse(line) as JsonObject;
      expect(read[attribute]).to.equal(written[0]?.path);
      expect(colorMapOf(read, attribute)).to.deep.equal(colorMapOf(entry.value, attribute));
      expect(checkOutputLine(line, attribute, [{label: 'cat'}, {label: 'dog'}])).to.deep.equal([]);
    });
  }

  it('masks with soft edges and without a background in their map keep their class, in a mask without them', async () => {
    const manifest = await openManifest(new Blob([await bytesOf(`${folder}cookies.template.manifest`)]));
    const attribute = 'anomaly-mask-ref';
    let looked = 0;
    for (let item = 0; item < manifest.lineCount; item++) {
      const entry = await manifest.entry(item);
      const reference = entry.ok ? entry.value[attribute] : undefined;
      if (!entry.ok || typeof reference !== 'string') continue;
      const name = `${folder}masks/cookie-${reference.split('/').at(-1)}`;
      if (!files.includes(name)) continue;
      const {element, mask} = await opened(entry.value, attribute, ['cracked']);
      const {line, files: written} = await element.toManifestLine({now: new Date(0)});
      const after = await decodeMaskPng(new Uint8Array(await (written[0]?.blob as Blob).arrayBuffer()));
      const before = await decodeMaskPng(mask, colorMapOf(entry.value, attribute) as never);
      const isCracked = before.data.map((id) => (id === before.background ? 0 : 1));
      expect(after.data).to.deep.equal(isCracked);
      expect(after.data.includes(1)).to.equal(true);
      expect(colorMapOf(JSON.parse(line) as JsonObject, attribute)).to.have.all.keys('0', '1');
      looked++;
    }
    expect(looked).to.equal(4);
  });
};

// The real files lie outside the project; where they are missing there is nothing to test.
if (isThere) describe('real masks in the element', tests);
