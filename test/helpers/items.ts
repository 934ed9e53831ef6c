import {expect} from '@open-wc/testing';
import {measureHeld} from './memory.js';
import {countObjectUrls, drawnPicture} from './pictures.js';
import {newDatabase} from './job.js';
import type {JobOptions} from './stage-job.js';

const items = 120;

/** Works on 120 items of a job, there and back. They may hold no more memory than 20 do, but for a tenth. */
export async function expectItemsHoldNoMore<Job extends {close(): void}>(
  open: () => Promise<Job>,
  work: (job: Job, item: number) => Promise<void>,
): Promise<void> {
  // What the browser compiles while code gets warm is no memory of items.
  const first = await open();
  for (let item = 0; item < 60; item++) await work(first, item);
  first.close();

  const urls = countObjectUrls();
  const job = await open();
  for (let item = 0; item < 20; item++) await work(job, item);
  const early = await measureHeld();
  const urlsEarly = urls.open;
  for (let item = 20; item < items; item++) await work(job, item);
  for (let item = items - 2; item >= 0; item -= 9) await work(job, item);
  const late = await measureHeld();
  expect(urls.open, 'addresses of pictures').to.be.at.most(Math.max(urlsEarly, 3));
  urls.stop();
  job.close();
  expect(late.heap / early.heap, `heap ${early.heap} → ${late.heap}`).to.be.below(1.1);
  expect(late.nodes / early.nodes, `nodes ${early.nodes} → ${late.nodes}`).to.be.below(1.1);
  expect(late.listeners / early.listeners, `listeners ${early.listeners} → ${late.listeners}`).to.be.below(
    1.1,
  );
}

/** A job of 120 items, each with a picture of its own. */
export async function manyItems(): Promise<JobOptions> {
  const size = {width: 400, height: 300};
  const picture = await drawnPicture(size.width, size.height);
  const line = (_: unknown, n: number) => JSON.stringify({'source-ref': `picture-${n}.png`, n});
  return {
    database: newDatabase(),
    manifest: Array.from({length: items}, line).join('\n'),
    labels: ['car', 'dog', 'tree'],
    size,
    // New bytes for each picture, as from a server.
    pictureOf: async () => new Blob([await picture.arrayBuffer()], {type: picture.type}),
  };
}
