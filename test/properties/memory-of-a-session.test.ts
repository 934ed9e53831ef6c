import {expect} from '@open-wc/testing';
import '../../src/define/gt-bbox-task.js';
import '../../src/define/gt-session.js';
import {BoxJob} from '../helpers/box-job.js';
import {newDatabase} from '../helpers/job.js';
import {measureHeld} from '../helpers/memory.js';
import {countObjectUrls, drawnPicture} from '../helpers/pictures.js';

const items = 200;
const size = {width: 400, height: 300};

describe('memory: items back and forth', () => {
  it('200 items hold no more than 10 % more than 20', async function () {
    this.timeout(170_000);
    const picture = await drawnPicture(size.width, size.height);
    const line = (_: unknown, n: number) => JSON.stringify({'source-ref': `picture-${n}.png`, n});
    const open = () =>
      BoxJob.open({
        database: newDatabase(),
        manifest: Array.from({length: items}, line).join('\n'),
        labels: ['car', 'dog', 'tree'],
        size,
        // New bytes for each picture, as from a server.
        pictureOf: async () => new Blob([await picture.arrayBuffer()], {type: picture.type}),
      });
    const work = async (job: BoxJob, item: number): Promise<void> => {
      await job.goTo(item);
      job.ask({type: 'select', ids: []});
      job.drag([20, 20], [120, 100]);
      job.ask({type: 'select', ids: []});
      job.drag([200, 120], [280, 250]);
      job.press('Control+z');
      await job.rows();
    };
    // What the browser compiles while code gets warm is no memory of items.
    const first = await open();
    for (let item = 0; item < 150; item++) await work(first, item);
    first.close();

    const urls = countObjectUrls();
    const job = await open();
    for (let item = 0; item < 20; item++) await work(job, item);
    const early = await measureHeld();
    const urlsEarly = urls.open;
    for (let item = 20; item < items; item++) await work(job, item);
    for (let item = items - 2; item >= 0; item -= 3) await work(job, item);
    const late = await measureHeld();
    expect(urls.open, 'addresses of pictures').to.be.at.most(Math.max(urlsEarly, 3));
    urls.stop();
    job.close();
    expect(late.heap / early.heap, `heap ${early.heap} → ${late.heap}`).to.be.below(1.1);
    expect(late.nodes / early.nodes, `nodes ${early.nodes} → ${late.nodes}`).to.be.below(1.1);
    expect(late.listeners / early.listeners, `listeners ${early.listeners} → ${late.listeners}`).to.be.below(
      1.1,
    );
  });
});
