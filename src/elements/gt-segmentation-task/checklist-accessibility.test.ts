import {expect, waitUntil} from '@open-wc/testing';
import {conditions} from '../../../test/helpers/conditions.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {click, keys} from '../../../test/helpers/press.js';
import '../../define/gt-instance-segmentation-task.js';
import '../../define/gt-segmentation-task.js';
import {MaskHarness, pixelText, type MaskTag, type Pixel} from '../mask-task/mask-task.harness.js';
import {screenshot} from '../stage/circumstances.harness.js';
import {painted, type Setting} from '../stage/stage.harness.js';

const size = {width: 300, height: 220};
const toolKeys = ['v', 'b', 'e', 'q', 'f', 'w', 's', 'a'];

async function onStage(setting: Setting = {}, tag: MaskTag = 'gt-segmentation-task'): Promise<MaskHarness> {
  const picture = await drawnPicture(size.width, size.height, 'image/png', (context) => {
    context.fillStyle = '#d8d4c8';
    context.fillRect(0, 0, size.width, size.height);
    context.fillStyle = '#203040';
    context.fillRect(100, 60, 100, 100);
  });
  const task = await MaskHarness.of(picture, {header: 'Paint each car'} as never, setting, tag);
  task.element.focus();
  return task;
}

describe('checklist: accessibility of masks', () => {
  for (const [name, under] of Object.entries(conditions)) {
    it(`has no automatic findings: empty, each tool, an open outline, selected, menus, refused: ${name}`, function () {
      this.timeout(40_000);
      return under(async () => {
        const isNarrow = innerWidth <= 320;
        const tag: MaskTag = name === 'dark' ? 'gt-instance-segmentation-task' : 'gt-segmentation-task';
        const task = await onStage({width: isNarrow ? 320 : 1000, height: 640}, tag);
        await expect(task.element, 'empty').to.be.accessible();
        for (const key of toolKeys) {
          await keys(key);
          await task.element.updateComplete;
          await expect(task.element, `tool ${key}`).to.be.accessible();
        }
        await keys('q');
        for (const place of [
          [60, 80],
          [140, 80],
          [140, 140],
        ] as const)
          await task.click(place);
        await expect(task.element, 'an open outline').to.be.accessible();
        await keys('Enter', 'v');
        await task.click([120, 100]);
        await expect(task.element, 'selected').to.be.accessible();
        await task.click([120, 100], 'right');
        await expect(task.element, 'menu').to.be.accessible();
        await keys('Escape');
        await click(task.root.querySelector('.coverage-more')!);
        await painted();
        await expect(task.element, 'corrections').to.be.accessible();
        await keys('Escape');
        task.button('How the mask looks').click();
        await task.element.updateComplete;
        await expect(task.element, 'looks').to.be.accessible();
        task.element.focus();
        await keys('Control+a', 'Delete');
        await task.element.submit();
        await expect(task.element, 'refused').to.be.accessible();
        const base = task.root.querySelector('.base')!;
        expect(base.scrollWidth).to.be.at.most(base.clientWidth, 'nothing sticks out sideways');
      });
    });
  }

  it('says politely what came of painting, filling, erasing, relabelling, deleting and undoing', async () => {
    const task = await onStage();
    await task.type('Size', 21);
    await task.click([40, 40]);
    await task.says('Painted car: 349 pixels more.');
    await keys('e');
    await task.says('Eraser');
    await task.type('Size', 1);
    await task.click([40, 40]);
    await task.says('Erased 1 pixel.');
    await keys('2', 'f');
    await task.click([200, 200]);
    await task.says('Painted dog');
    await keys('v');
    await task.click([200, 200]);
    await task.says('dog selected.');
    await keys('3');
    await task.says('tree');
    await keys('Delete');
    await task.says('Deleted tree');
    await keys('Control+z');
    await task.says('Undone: delete tree');
    await keys('u');
    await task.says('Area 1 of 1: unlabelled, 1 pixel.');
  });

  it('paints, erases, outlines, fills and finds by the keyboard alone', async () => {
    const task = await onStage();
    const pixels = (left: number, top: number, right: number, bottom: number): Pixel[] =>
      Array.from({length: (right - left) * (bottom - top)}, (_, at) => [
        left + (at % (right - left)),
        top + Math.floor(at / (right - left)),
      ]);
    await task.type('Size', 1);
    // Brush: down, along, up.
    await keys('c', 'Home', 'PageUp', 'Enter', 'Shift+ArrowRight', 'Enter');
    expect(task.text('car'), 'brush').to.equal(pixelText(pixels(0, 0, 11, 1)));
    // Eraser.
    await keys('e');
    await task.type('Size', 1);
    await keys('Enter', 'ArrowLeft', 'Enter');
    expect(task.text('car'), 'eraser').to.equal(pixelText(pixels(0, 0, 9, 1)));
    // Outline.
    await keys('q', '2', 'Space', 'Shift+ArrowRight', 'Space', 'Shift+ArrowDown', 'Space', 'Enter');
    await task.stepsAre(3, 'outline');
    expect(task.counts['dog']).to.be.above(40);
    // Bucket.
    await keys('3', 'f', 'End', 'PageDown', 'Enter');
    await task.stepsAre(4, 'bucket');
    const {car = 0, dog = 0, tree = 0} = task.counts;
    expect(car + dog + tree).to.equal(size.width * size.height);
    // Wand, superpixels and segmenter, in the dark square.
    await keys('1', 'w', 'Control+ArrowLeft', 'Control+ArrowLeft', 'Control+ArrowLeft');
    await keys('Control+ArrowUp', 'Control+ArrowUp', 'Enter');
    await waitUntil(() => task.isAnswerOffered);
    await keys('Enter');
    await task.stepsAre(5, 'wand');
    expect(task.counts['car']).to.be.within(9980, 10_020);
    await keys('2', 's', 'Enter');
    await task.stepsAre(6, 'superpixels');
    await keys('3', 'a', 'm', 'm', 'm');
    const choice = task.choice('Clicks');
    choice.focus();
    await keys('Space');
    task.element.focus();
    await keys('Space');
    await waitUntil(() => task.isAnswerOffered && task.frame.status.includes('pixels'));
    await keys('Enter');
    await task.stepsAre(7, 'segmenter');
    // Select, relabel, delete without a pointer.
    await keys('v', '.', '3', 'Delete');
    expect(task.steps).to.be.at.least(8);
  });

  it('Escape unwinds one layer, and Tab leaves the stage with nothing selected', async () => {
    const task = await onStage();
    await keys('q');
    await task.click([60, 80]);
    expect(task.isDrawing).to.equal(true);
    await keys('Escape');
    expect(task.isDrawing).to.equal(false);
    expect(task.isStageFocused).to.equal(true);
    await keys('Tab');
    expect(task.isStageFocused, 'Tab leaves').to.equal(false);
  });

  it('keeps masks and ring visible in forced colours', async () => {
    await conditions['forced colours']!(async () => {
      const task = await onStage();
      await task.look(1, [150, 110]);
      await task.type('Size', 41);
      await task.mouse('Moved', [290, 210]);
      await painted();
      const colorsAt = async (x: number, y: number): Promise<Set<string>> => {
        const {data, width} = await screenshot();
        const at = task.onPage([x, y]);
        const colors = new Set<string>();
        for (let dx = -24; dx <= 24; dx++) {
          const i = (Math.round(at.y) * width + Math.round(at.x) + dx) * 4;
          colors.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
        }
        return colors;
      };
      const bare = await colorsAt(50, 50);
      await task.mouse('Moved', [50, 50]);
      await painted();
      const ringed = await colorsAt(50, 50);
      expect(ringed.size, 'the ring').to.be.above(bare.size);
      await task.click([50, 50]);
      await task.mouse('Moved', [290, 210]);
      await painted();
      expect((await colorsAt(50, 50)).size, 'the mask').to.be.above(bare.size);
    });
  });
});
