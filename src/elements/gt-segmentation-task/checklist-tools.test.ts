import {expect, waitUntil} from '@open-wc/testing';
import fc from 'fast-check';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {click, keys} from '../../../test/helpers/press.js';
import '../../define/gt-segmentation-task.js';
import {entryOf} from '../../formats/entry.js';
import {MaskHarness, pixelText, type Pixel} from '../mask-task/mask-task.harness.js';
import {painted, type Place} from '../stage/stage.harness.js';

const size = {width: 300, height: 220};

/** A light ground with a dark square in it, from 100, 60 to 200, 160: something for wand, superpixels and segmenter. */
const picture = () =>
  drawnPicture(size.width, size.height, 'image/png', (context) => {
    context.fillStyle = '#d8d4c8';
    context.fillRect(0, 0, size.width, size.height);
    context.fillStyle = '#203040';
    context.fillRect(100, 60, 100, 100);
  });

async function onStage(properties: Parameters<typeof MaskHarness.of>[1] = {}): Promise<MaskHarness> {
  const task = await MaskHarness.of(await picture(), properties);
  task.element.focus();
  await task.look(1, [150, 110]);
  return task;
}

/** Paints a band of a label from left to right. */
async function band(task: MaskHarness, key: string, y: number, width = 40): Promise<void> {
  await keys('b', key);
  await task.type('Size', width);
  await task.stroke([30, y], [270, y]);
}

const item = (task: MaskHarness, name: string): HTMLElement => {
  const items = [...task.root.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
  const found = items.find((each) => each.textContent?.trim().startsWith(name));
  if (!found)
    throw new Error(`There is no item ${name}: ${items.map((each) => each.textContent?.trim()).join(', ')}`);
  return found;
};

const rectangle = (left: number, top: number, right: number, bottom: number): Pixel[] => {
  const pixels: Pixel[] = [];
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) pixels.push([x, y]);
  return pixels;
};

describe('checklist: a locked label', () => {
  // In this order, what is said differs from what was said before.
  const corrections = ['Fill holes', 'Grow', 'Remove islands', 'Shrink'];
  const lock = async (task: MaskHarness) => {
    await keys('1', 'Shift+L');
    await task.element.updateComplete;
    expect(task.root.querySelector('gt-label-picker')!.acts[1]?.isOn?.('car'), 'car is locked').to.equal(
      true,
    );
  };
  /** Everything a person may do to pixels, begun on the locked band and led over it. */
  const tools: Readonly<Record<string, (task: MaskHarness) => Promise<void>>> = {
    brush: async (task) => {
      await keys('b', '2');
      await task.stroke([150, 60], [150, 160]);
      await keys('1');
      await task.stroke([40, 170], [200, 170]);
    },
    eraser: async (task) => {
      await keys('e');
      await task.stroke([150, 60], [150, 160]);
    },
    outline: async (task) => {
      await keys('q', '2');
      for (const [x, y] of [
        [60, 60],
        [240, 60],
        [240, 160],
        [60, 160],
      ] as const)
        await task.click([x, y]);
      await keys('Enter');
      for (const [x, y] of [
        [60, 60],
        [240, 60],
        [240, 160],
        [60, 160],
      ] as const)
        await task.click([x, y]);
      await keys('Alt+Enter');
    },
    bucket: async (task) => {
      await keys('f', '2');
      await task.click([150, 110]);
      await task.click([20, 20]);
      await waitUntil(() => task.counts['dog']);
    },
    wand: async (task) => {
      await keys('w', '2');
      await task.click([110, 70]);
      await waitUntil(() => task.isAnswerOffered);
      await keys('Enter');
      await waitUntil(() => !task.isAnswerOffered);
    },
    superpixels: async (task) => {
      await keys('s', '2');
      await task.stroke([150, 70], [150, 150]);
      await waitUntil(() => !task.isDrawing);
    },
    segment: async (task) => {
      await keys('a', '2');
      await task.drag([96, 56], [204, 164]);
      await waitUntil(() => task.isAnswerOffered && !/looking/i.test(task.frame.status));
      await keys('Enter');
      await waitUntil(() => !task.isAnswerOffered);
    },
    'grow, shrink, holes and islands': async (task) => {
      const open = async () => {
        await click(task.root.querySelector('.coverage-more')!);
        await painted();
      };
      await open();
      for (const name of corrections) expect(item(task, name).ariaDisabled, name).to.equal('true');
      await keys('Escape');
      // A neighbour that grows stops at it.
      await band(task, '3', 82, 20);
      for (const name of corrections) {
        await open();
        const before = task.frame.status;
        item(task, name).click();
        await waitUntil(() => task.frame.status !== before, name);
      }
      expect(task.counts['tree'], 'it has grown').to.be.above(0);
    },
    'swap with another label': async (task) => {
      await click(task.root.querySelector('.coverage-more')!);
      await painted();
      item(task, 'Swap').click();
      await painted();
      const swaps = [...task.root.querySelectorAll<HTMLElement>('[role^="menuitem"]')];
      swaps.find((each) => each.textContent?.trim() === 'dog')!.click();
      await painted();
      await keys('Escape');
    },
    'select, move, relabel and delete': async (task) => {
      await keys('v');
      await task.click([150, 110]);
      await task.drag([150, 110], [180, 150]);
      await keys('2', 'Delete');
      await keys('Control+a', 'Delete');
    },
    'nothing to label': async () => {
      await keys('n');
    },
  };
  for (const [name, use] of Object.entries(tools)) {
    it(`stays as it is: ${name}`, async () => {
      const task = await onStage();
      await band(task, '3', 30, 16);
      await band(task, '1', 110);
      const before = task.text('car');
      expect(before).to.not.equal('');
      await lock(task);
      await use(task);
      expect(task.text('car')).to.equal(before);
    });
  }

  it('is painted on again once it is unlocked', async () => {
    const task = await onStage();
    await band(task, '1', 110);
    const before = task.text('car');
    await lock(task);
    await task.stroke([40, 180], [60, 180]);
    await task.says('car is locked. Unlock it to change it.');
    await keys('Shift+L', '2');
    await task.stroke([150, 60], [150, 160]);
    expect(task.text('car')).to.not.equal(before);
    expect(task.counts['dog']).to.be.above(0);
  });
});

describe('checklist: tools', () => {
  it('undo after 50 strokes of all kinds gives an empty map, and redo the same one', async () => {
    const task = await onStage();
    const [random] = fc.sample(
      fc.array(
        fc.record({
          x: fc.nat(299),
          y: fc.nat(219),
          dx: fc.integer({min: -90, max: 90}),
          label: fc.nat(2),
          tool: fc.nat(3),
          size: fc.nat(5),
        }),
        {minLength: 50, maxLength: 50},
      ),
      {numRuns: 1, seed: 11},
    );
    let [tool, label] = ['b', '1'];
    for (const {x, y, dx, ...act} of random!) {
      const [nextTool, nextLabel] = [act.tool === 0 ? 'e' : 'b', String(act.label + 1)];
      if (nextTool !== tool) await keys((tool = nextTool));
      if (nextLabel !== label) await keys((label = nextLabel));
      if (act.size === 0) await keys(x % 2 ? '[' : ']');
      await task.stroke([x + 0.5, y + 0.5], [x + dx, y + dx / 3]);
    }
    const [end, steps] = [task.text() + JSON.stringify(task.counts), task.steps];
    expect(steps).to.be.within(40, 50);
    while (task.steps > 0) await keys('Control+z');
    expect(task.text()).to.equal('');
    expect(task.regions).to.deep.equal([]);
    expect(task.element.value).to.equal(undefined);
    for (let step = 0; step < steps; step++) await keys('Control+Shift+Z');
    expect(task.text() + JSON.stringify(task.counts)).to.equal(end);
  });

  it('the bucket does not leak where areas touch by corners only', async () => {
    const task = await onStage();
    // A diagonal wall of single pixels: its gaps are corners.
    await keys('b', '1');
    await task.type('Size', 1);
    await task.look(8, [20, 20]);
    for (let step = 0; step < 12; step++) await task.click([step + 0.5, 11.5 - step]);
    await keys('2', 'f');
    await task.click([1.5, 1.5]);
    await task.stepsAre(13, 'the fill');
    expect(task.text('dog')).to.equal(pixelText(rectangle(0, 0, 12, 12).filter(([x, y]) => x + y < 11)));
    // A labelled area is filled by the same neighbours: one pixel of the wall.
    await keys('3');
    await task.click([5.5, 6.5]);
    await task.stepsAre(14, 'the fill of a pixel');
    expect(task.text('tree')).to.equal('5,6');
    // With Shift all pixels of the label.
    task.hold('Shift');
    await task.click([4.5, 7.5]);
    task.hold();
    await task.stepsAre(15, 'the fill of all');
    expect(task.counts).to.deep.equal({dog: 66, tree: 12});
  });

  it('the wand finds the same at every zoom and size of the window', async () => {
    const found: string[] = [];
    for (const [zoom, width] of [
      [0.5, 1000],
      [1, 700],
      [6, 1000],
    ] as const) {
      const soft = await drawnPicture(size.width, size.height, 'image/png', (context) => {
        const gradient = context.createRadialGradient(150, 110, 10, 150, 110, 120);
        gradient.addColorStop(0, '#f0e040');
        gradient.addColorStop(1, '#104060');
        context.fillStyle = gradient;
        context.fillRect(0, 0, size.width, size.height);
      });
      const task = await MaskHarness.of(soft, {}, {width, height: 640});
      task.element.focus();
      await task.look(zoom, [150, 110]);
      await keys('w');
      await task.click([150.5, 110.5]);
      await waitUntil(() => task.isAnswerOffered);
      await keys('Enter');
      await task.stepsAre(1, 'the wand');
      found.push(task.text('car'));
      task.element.remove();
    }
    expect(found[0]!.length).to.be.above(1000);
    expect(found[1]).to.equal(found[0]);
    expect(found[2]).to.equal(found[0]);
  });

  it('a drag of the wand raises the tolerance; Alt takes away, Escape drops, undo brings it back', async () => {
    const task = await onStage();
    await keys('w');
    await task.element.updateComplete;
    // Smoothing would round the corners.
    task.options.querySelector('select')!.focus();
    await keys('ArrowUp');
    task.element.focus();
    await task.click([150, 110]);
    await waitUntil(() => task.isAnswerOffered);
    await keys('Escape');
    expect(task.isAnswerOffered).to.equal(false);
    expect(task.steps).to.equal(0);
    await keys('Control+z');
    await waitUntil(() => task.isAnswerOffered);
    await task.click([20, 20]);
    task.hold('Alt');
    await task.click([20, 30]);
    task.hold();
    await keys('Enter');
    await task.stepsAre(1);
    expect(task.text()).to.equal(pixelText(rectangle(100, 60, 200, 160)));
    await keys('Control+z');
    await task.drag([150, 110], [150, 10]);
    await task.drag([150, 110], [150, 10]);
    expect(task.steps).to.equal(0);
  });

  it('outlines fill what they surround, by clicks, by a drag, and take away with Alt', async () => {
    const task = await onStage();
    await keys('q');
    const corners: readonly Place[] = [
      [40, 30],
      [140, 30],
      [140, 90],
      [40, 90],
    ];
    for (const corner of corners) await task.click(corner);
    expect(task.steps, 'open').to.equal(0);
    await task.click(corners[0]!);
    await task.stepsAre(1);
    expect(task.text('car')).to.equal(pixelText(rectangle(40, 30, 140, 90)));
    for (const corner of [
      [60, 50],
      [100, 50],
      [100, 70],
      [60, 70],
    ] as const)
      await task.click(corner);
    await keys('Alt+Enter');
    await task.stepsAre(2);
    const hole = new Set(rectangle(60, 50, 100, 70).map(String));
    expect(task.text('car')).to.equal(
      pixelText(rectangle(40, 30, 140, 90).filter((pixel) => !hole.has(String(pixel)))),
    );
  });

  it('superpixels and the segmenter find the square', async () => {
    const task = await onStage();
    await keys('s');
    await task.stroke([150, 75], [150, 110], [110, 150], [190, 150]);
    await task.stepsAre(1, 'superpixels');
    const square = new Set(rectangle(100, 60, 200, 160).map(String));
    const outside = task.pixels('car').filter((pixel) => !square.has(String(pixel)));
    expect(outside.length / task.pixels('car').length, 'cells follow edges').to.be.below(0.05);
    await keys('Control+z', 'a');
    for (const place of [
      [150, 60.5],
      [199.5, 110],
      [150, 159.5],
      [100.5, 110],
    ] as const) {
      task.rest(1000);
      await task.click(place);
    }
    await waitUntil(() => task.isAnswerOffered);
    await keys('Enter');
    await task.stepsAre(1, 'the segmenter');
    const found = task.pixels('car');
    const shared = found.filter((pixel) => square.has(String(pixel))).length;
    expect(shared / (found.length + square.size - shared), 'overlap').to.be.above(0.97);
  });

  it('selected areas are moved, relabelled and deleted as one step each', async () => {
    const task = await onStage();
    await band(task, '1', 110);
    const count = task.counts['car'];
    await keys('v');
    await task.click([150, 110]);
    await task.drag([150, 110], [160, 130]);
    expect(task.counts).to.deep.equal({car: count});
    await keys('2');
    expect(task.counts).to.deep.equal({dog: count});
    expect(task.steps).to.equal(3);
    await keys('Delete');
    expect(task.text()).to.equal('');
    expect(task.steps).to.equal(4);
  });
});

describe('checklist: the file of a mask', () => {
  it('has exactly the colours that are used, and the background', async () => {
    const task = await onStage({
      labels: [{label: 'car', color: '#123456'}, 'dog', {label: 'tree', color: '#abcdef'}],
    });
    await band(task, '1', 80, 25);
    await band(task, '3', 150, 31);
    const {base64} = await task.png();
    // By the browser's own decoder.
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${base64}`)).blob(), {
      colorSpaceConversion: 'none',
    });
    expect([bitmap.width, bitmap.height]).to.deep.equal([size.width, size.height]);
    const context = new OffscreenCanvas(size.width, size.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const {data} = context.getImageData(0, 0, size.width, size.height);
    const colors: Record<string, number> = {};
    for (let i = 0; i < data.length; i += 4) {
      const hex = `#${[0, 1, 2].map((c) => data[i + c]!.toString(16).padStart(2, '0')).join('')}/${data[i + 3]}`;
      colors[hex] = (colors[hex] ?? 0) + 1;
    }
    const {car = 0, tree = 0} = task.counts;
    expect(colors).to.deep.equal({
      '#ffffff/255': size.width * size.height - car - tree,
      '#123456/255': car,
      '#abcdef/255': tree,
    });
  });

  it('comes back identical: submitted, given back as the earlier label, submitted again', async () => {
    const task = await onStage({jobName: 'first', labelAttributeName: 'areas-ref'} as never);
    await band(task, '1', 80, 25);
    await band(task, '3', 150, 31);
    await keys('2');
    await task.click([60, 20]);
    const [text, counts] = [task.text(), task.counts];
    const first = await task.element.toManifestLine();
    const file = first.files[0]!;
    task.element.remove();

    const blob = await picture();
    const again = await MaskHarness.of(await picture(), {
      jobName: 'second',
      labelAttributeName: 'areas-ref',
      entry: entryOf(JSON.parse(first.line), first.line),
      resolveSource: (ref: string) => (ref === file.path ? file.blob : blob),
    } as never);
    await waitUntil(() => again.element.value !== undefined);
    expect(again.text()).to.equal(text);
    expect(again.counts).to.deep.equal(counts);
    expect(again.element.value).to.deep.include({initialValueModified: false});
    const second = await again.element.toManifestLine();
    expect(await second.files[0]!.blob.bytes()).to.deep.equal(await file.blob.bytes());
    const mapOf = (line: string) => JSON.parse(line)['areas-ref-metadata']['internal-color-map'];
    expect(mapOf(second.line)).to.deep.equal(mapOf(first.line));
  });
});
