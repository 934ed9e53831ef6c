import {expect, oneEvent} from '@open-wc/testing';
import {StageHarness, type PictureTask} from '../../src/elements/stage/stage.harness.js';
import {countListeners} from './listeners.js';
import {measureHeld} from './memory.js';
import {countObjectUrls, drawnPicture} from './pictures.js';

const atOnce = 10;

/**
 * Puts so many tasks with a picture on a page, drags on each, and takes them away, every other one in the middle of the
 * drag. Nothing of them may be left.
 */
export async function expectMountsLeaveNothing(
  tag: 'gt-bbox-task' | 'gt-segmentation-task' | 'gt-instance-segmentation-task',
  count: number,
  properties: object = {},
): Promise<void> {
  const picture = await drawnPicture(400, 300);
  const references: WeakRef<HTMLElement>[] = [];
  const page = document.createElement('div');
  page.style.cssText = 'display: grid; grid-template-columns: repeat(5, 400px); grid-auto-rows: 400px';
  document.body.append(page);

  const mountOne = async (index: number): Promise<void> => {
    const element = document.createElement(tag) as PictureTask & {readonly updateComplete: Promise<unknown>};
    Object.assign(element, {
      entry: {'source-ref': `picture-${index}.png`},
      labels: ['car', 'dog', 'tree'],
      resolveSource: () => picture,
      ...properties,
    });
    const ready = oneEvent(element, 'gt-ready');
    page.append(element);
    await ready;
    const task = new StageHarness(element);
    const send = (type: string, x: number, y: number, buttons: number) => {
      const at = task.onPage([x, y]);
      const init = {clientX: at.x, clientY: at.y, buttons, button: buttons === 0 ? -1 : 0};
      task.stage.dispatchEvent(
        new PointerEvent(type, {
          ...init,
          pointerId: 1,
          pointerType: 'mouse',
          bubbles: true,
          composed: true,
        }),
      );
    };
    send('pointerdown', 200, 150, 1);
    send('pointermove', 300, 250, 1);
    // Every other one goes away in the middle of a drawing.
    if (index % 2 === 0) send('pointerup', 300, 250, 0);
    await element.updateComplete;
    element.remove();
    references.push(new WeakRef(element));
  };
  const rounds = async (count: number): Promise<void> => {
    for (let round = 0; round < count; round++)
      await Promise.all(Array.from({length: atOnce}, (_, i) => mountOne(round * atOnce + i)));
  };

  await rounds(5);
  const before = await measureHeld();
  const listeners = countListeners();
  const urls = countObjectUrls();
  await rounds(count / atOnce);
  urls.stop();
  expect(listeners.stop(), 'listeners on document and window').to.deep.equal({});
  expect(urls.open, 'addresses of pictures').to.equal(0);
  const after = await measureHeld();
  page.remove();
  const alive = references.filter((reference) => reference.deref()).length;
  expect(alive, 'elements alive').to.be.below(2 * atOnce);
  expect(after.listeners - before.listeners, 'listeners').to.be.below(100);
  expect(after.nodes - before.nodes, 'nodes').to.be.below(1000);
  // Leaked elements would be fifty kilobytes each.
  expect(after.heap - before.heap, 'bytes').to.be.below(2e6);
}
