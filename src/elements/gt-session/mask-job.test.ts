import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {JsonObject} from '../../base/json.js';
import type {History} from '../../model/history.js';
import type {AnyRecord} from '../../model/record.js';
import {emptyMap} from '../../raster/label-map.js';
import {decodeMaskPng} from '../../raster/png/decode-mask.js';
import {encodeTile} from '../../raster/tiles.js';
import {MemoryStore} from '../../session/memory.js';
import '../../define/gt-segmentation-task.js';
import '../../define/gt-session.js';
import type {GtSegmentationTask} from '../gt-segmentation-task/gt-segmentation-task.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import {SessionHarness} from './gt-session.harness.js';
import type {GtSession} from './gt-session.js';

const size = {width: 40, height: 30};

/** The first `pixels` pixels labelled. */
function painted(pixels: number): History {
  const map = emptyMap(size);
  map.data.fill(1, 0, pixels);
  const records: readonly AnyRecord[] = [
    {id: 'region:1', kind: 'region', order: 0, number: 1, label: 'sky'},
    {
      id: 'tile:0:0',
      kind: 'tile',
      order: 0,
      column: 0,
      row: 0,
      runs: encodeTile(map, {column: 0, row: 0}) ?? new Uint8Array(),
    },
  ];
  const changes = records.map((after) => ({id: after.id, before: undefined, after}));
  return {done: [{name: 'paint', at: 0, changes}], undone: []};
}

const manifest = () =>
  new Blob([0, 1, 2].map((item) => `{"source-ref":"s3://b/${item}.png","weight":1.0${item}}\n`));

interface Job {
  readonly session: GtSession;
  readonly task: GtSegmentationTask;
  readonly bar: SessionHarness;
}

async function openJob(store = new MemoryStore()): Promise<Job> {
  const picture = await drawnPicture(size.width, size.height);
  const session = await fixture<GtSession>(
    html`<gt-session
      style="height: 600px"
      job-name="scenes"
      worker-id="w-1"
      .store=${store}
      .manifestFile=${manifest()}
      .resolveSource=${() => picture}
    >
      <gt-segmentation-task labels='["sky", "ground"]'></gt-segmentation-task>
    </gt-session>`,
  );
  const task = session.querySelector('gt-segmentation-task') as GtSegmentationTask;
  await oneEvent(task, 'gt-ready');
  return {session, task, bar: new SessionHarness(session)};
}

/** The members of a zip that is stored uncompressed. */
async function membersOf(zip: Blob): Promise<ReadonlyMap<string, Uint8Array<ArrayBuffer>>> {
  const bytes = new Uint8Array(await zip.arrayBuffer());
  const view = new DataView(bytes.buffer);
  const members = new Map<string, Uint8Array<ArrayBuffer>>();
  // The directory at the end: 46 bytes for each member, then its name.
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const [length, nameLength, extra] = [24, 28, 30].map((offset) =>
      offset === 24 ? view.getUint32(at + offset, true) : view.getUint16(at + offset, true),
    ) as [number, number, number];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const start = view.getUint32(at + 42, true);
    const data = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
    members.set(name, bytes.slice(data, data + length));
    at += 46 + nameLength + extra + view.getUint16(at + 32, true);
  }
  return members;
}

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

const sessionId = (session: GtSession) => {
  const {jobName, labelAttributeName, workerId} = session.session?.identity ?? {};
  return JSON.stringify([jobName, labelAttributeName, workerId]);
};

describe('a session of masks', () => {
  it('puts masks into the job where its lines say, under the number of the item', async () => {
    const store = new MemoryStore();
    const {session, task} = await openJob(store);
    await session.goTo(1);
    await oneEvent(task, 'gt-ready');
    task.history = painted(50);
    expect(await session.submit()).to.equal(true);
    await waitUntil(() => session.index === 2);
    const members = await membersOf(await session.exportJob());
    const lines = text(members.get('scenes/manifests/output/output.manifest')).split('\n');
    const line = JSON.parse(lines[1] ?? '') as JsonObject;
    const path = String(line['scenes-ref']);
    expect(path).to.match(/^scenes\/annotations\/consolidated-annotation\/output\/1_[^:]*\.png$/);
    expect(lines[1]).to.match(/^\{"source-ref":"s3:\/\/b\/1\.png","weight":1\.01,"scenes-ref":/);
    const mask = await decodeMaskPng(members.get(path) ?? new Uint8Array());
    expect(mask.data.filter((id) => id === 1)).to.have.length(50);
    const response = [...members.keys()].find((name) => name.includes('worker-response'));
    const {answers} = JSON.parse(text(members.get(response ?? ''))) as {
      answers: readonly {answerContent: Record<string, {labeledImage: {pngImageData: string}}>}[];
    };
    const base64 = answers[0]?.answerContent['crowd-semantic-segmentation']?.labeledImage.pngImageData;
    expect(base64).to.equal(btoa(String.fromCharCode(...(members.get(path) ?? []))));
    expect(JSON.stringify((await store.items(sessionId(session), 0, 9)).items)).not.to.contain(base64);
  });

  it('finds the mask and what was painted since again after a reload', async () => {
    const store = new MemoryStore();
    const first = await openJob(store);
    first.task.history = painted(50);
    await first.session.submit();
    await waitUntil(() => first.session.index === 1);
    first.session.remove();
    const again = await openJob(store);
    await again.session.goTo(0);
    await waitUntil(() => again.task.value !== undefined);
    expect(again.task.value?.labelMappings).to.deep.equal({sky: {color: '#2ca02c'}});
    expect(again.task.undo()).to.equal(true);
    expect(again.task.value).to.equal(undefined);
    const members = await membersOf(await again.session.exportJob());
    expect([...members.keys()].filter((name) => name.endsWith('.png'))).to.have.length(1);
  });

  for (const leave of ['next', 'skip', 'jump'] as const) {
    it(`waits for what was asked for on an item before it leaves it: ${leave}`, async () => {
      const {session, task} = await openJob();
      task.focus();
      await keys('f');
      // The crosshair begins in the middle of the picture.
      await keys('c', 'Enter');
      const left = {next: () => session.next(), skip: () => session.skip(), jump: () => session.goTo(2)};
      await left[leave]();
      await waitUntil(() => session.index !== 0);
      expect(session.session?.progress.statusOf(session.index)).to.equal('untouched');
      await session.goTo(0);
      await waitUntil(() => task.value !== undefined, 'the fill is there');
      expect(task.value?.labelMappings).to.have.all.keys('sky');
      expect(task.history.done).to.have.length(1);
    });
  }

  it('keeps a stroke that the worker leaves in the middle', async () => {
    const {session, task} = await openJob();
    task.focus();
    await keys('b', 'c', 'Enter', 'ArrowRight');
    await session.next();
    await waitUntil(() => session.index === 1);
    await session.goTo(0);
    await waitUntil(() => task.value !== undefined, 'the stroke is there');
  });

  it('goes on only when the answer is put together, however hasty the worker is', async () => {
    const {session, task, bar} = await openJob();
    task.history = painted(50);
    const submitted = session.submit();
    const moved = session.next();
    await session.updateComplete;
    expect(bar.root.querySelector('[part=submit]')?.textContent).to.contain('Submitting…');
    expect(session.index).to.equal(0);
    expect(await submitted).to.equal(true);
    await moved;
    expect(session.session?.progress.statusOf(0)).to.equal('submitted');
    expect(session.session?.progress.statusOf(1)).to.equal('untouched');
    await waitUntil(() => session.index === 1);
    await session.updateComplete;
    expect(bar.root.querySelector('[part=submit]')?.textContent).not.to.contain('Submitting…');
  });
});
