import {expect, waitUntil} from '@open-wc/testing';
import {executeServerCommand, setViewport} from '@web/test-runner-commands';
import {conditions} from '../../../test/helpers/conditions.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {click, keys} from '../../../test/helpers/press.js';
import '../../define/gt-instance-segmentation-task.js';
import '../../define/gt-segmentation-task.js';
import {de} from '../../strings/de.js';
import {registerStrings} from '../../strings/strings.js';
import {painted} from '../stage/stage.harness.js';
import {MaskHarness} from './mask-task.harness.js';

const picture = () => drawnPicture(60, 40);
const all = 60 * 40;

describe('gt-segmentation-task', () => {
  it('paints by a drag, erases, and undoes both, each as one step', async () => {
    const task = await MaskHarness.of(await picture());
    await task.drag([10, 10], [50, 10]);
    const {car} = task.counts;
    expect(car).to.be.above(40 * 20);
    expect(task.labelAt([30, 10])).to.equal('car');
    await keys('e');
    await task.drag([30, 0], [30, 39]);
    expect(task.labelAt([30, 10])).to.equal(undefined);
    expect(task.steps).to.equal(2);
    await keys('Control+z');
    expect(task.counts).to.deep.equal({car});
    await keys('Control+z');
    expect(task.counts).to.deep.equal({});
    expect(task.element.value).to.equal(undefined);
  });

  it('paints one pixel with the smallest brush', async () => {
    const task = await MaskHarness.of(await picture());
    task.element.focus();
    await keys(...Array.from({length: 30}, () => '['));
    await task.click([7.5, 5.5]);
    expect(task.counts).to.deep.equal({car: 1});
    expect(task.labelAt([7, 5])).to.equal('car');
  });

  it('hands over a line, the file it names and the whole answer', async () => {
    const task = await MaskHarness.of(await picture(), {jobName: 'animals', objectId: 7});
    await task.drag([10, 10], [50, 10]);
    const {line, files} = await task.element.toManifestLine({now: new Date('2024-05-02T11:00:00.500Z')});
    const path = JSON.parse(line)['animals-ref'];
    expect(path).to.match(/^animals\/annotations\/consolidated-annotation\/output\/7_2024-05-02T11_00_00/);
    expect(files.map((file) => file.path)).to.deep.equal([path]);
    const bitmap = await createImageBitmap(files[0]!.blob);
    expect([bitmap.width, bitmap.height]).to.deep.equal([60, 40]);
    const answer = await task.element.getAnswer();
    expect(atob(answer!.labeledImage!.pngImageData).slice(1, 4)).to.equal('PNG');
  });

  it('is completed by the keyboard alone', async () => {
    const task = await MaskHarness.of(await picture());
    task.element.focus();
    // An outline around the upper half, then the pen for some of the rest, then all that is left.
    await keys('q', 'c', 'Home', 'PageUp', 'Enter', 'End', 'Enter');
    await keys('Shift+ArrowDown', 'Shift+ArrowDown', 'Enter', 'Home', 'Enter', 'Enter');
    await waitUntil(() => task.counts['car'] !== undefined, 'the outline is filled');
    await keys('2', 'b', 'PageDown', 'Enter', 'ArrowRight', 'ArrowRight', 'Enter');
    await keys('3', 'f', 'End', 'Enter');
    await waitUntil(() => task.counts['tree'] !== undefined, 'the rest is filled', {timeout: 10_000});
    const {car = 0, dog = 0, tree = 0} = task.counts;
    expect(car + dog + tree).to.equal(all);
    expect([car > 0, dog > 0, tree > 0]).to.deep.equal([true, true, true]);
    expect(await task.element.submit()).to.equal(true);
  });

  it('paints and fills under a finger', async () => {
    const task = await MaskHarness.of(await picture());
    await task.drag([5, 5], [55, 5], 'touch');
    expect(task.counts).to.have.all.keys('car');
    task.element.focus();
    await keys('2');
    await task.drag([5, 34], [55, 34], 'touch');
    await keys('3', 'f');
    await task.drag([30, 20], [31, 20], 'touch');
    await waitUntil(() => task.counts['tree'] !== undefined, 'the rest is filled', {timeout: 10_000});
    expect(Object.keys(task.counts).toSorted()).to.deep.equal(['car', 'dog', 'tree']);
  });

  it('keeps to the mode and to locks', async () => {
    const task = await MaskHarness.of(await picture());
    await task.drag([5, 10], [55, 10]);
    const before = task.counts;
    await keys('2', 'm');
    await task.drag([5, 14], [55, 14]);
    expect(task.counts['car'], 'behind').to.equal(before['car']);
    await keys('m', 'm', '1', 'Shift+l', '3');
    await task.drag([5, 14], [55, 14]);
    expect(task.counts['tree'], 'over').to.be.above(0);
    expect(task.counts['car'], 'locked').to.equal(before['car']);
  });

  it('selects, relabels and deletes areas', async () => {
    const task = await MaskHarness.of(await picture());
    await task.drag([5, 10], [55, 10]);
    await keys('v');
    await task.click([30, 10]);
    await keys('2');
    expect(Object.keys(task.counts)).to.deep.equal(['dog']);
    await keys('Delete');
    expect(task.counts).to.deep.equal({});
  });

  it('has no tools that read pixels where the server forbids it, and says why', async () => {
    const origin = await executeServerCommand<string, string>('bad-pictures', 'origin');
    const task = await MaskHarness.of(new Blob(), {
      entry: {'source-ref': `${origin}/closed/good.png`},
      resolveSource: undefined,
    } as never);
    for (const name of ['Magic wand', 'Superpixels', 'Find a thing']) {
      const {ariaDisabled, ariaDescription} = task.button(name);
      expect(ariaDisabled, name).to.equal('true');
      expect(ariaDescription, name).to.include('CORS');
    }
    await task.drag([10, 10], [40, 10]);
    expect(Object.keys(task.counts)).to.deep.equal(['car']);
    registerStrings('de', de);
    task.element.lang = 'de';
    const wand = task.root.querySelector('[data-tool="wand"]')!;
    await waitUntil(() => wand.ariaDescription === de.maskTask.unreadable, 'in German');
    await keys('w');
    await task.says(de.maskTask.unreadable);
  });

  it('offers only the tools that the page allows', async () => {
    const task = await MaskHarness.of(await picture(), {tools: ['brush', 'eraser']});
    const names = [...task.root.querySelectorAll('.tools-bar:not(.options) button')];
    expect(names.map(({ariaLabel}) => ariaLabel)).to.deep.equal([
      'Select',
      'Brush',
      'Eraser',
      'Nothing to label',
      'How the mask looks',
    ]);
    task.element.focus();
    await keys('w');
    expect(task.button('Brush').ariaPressed).to.equal('true');
  });

  it('keeps the work when it is taken off the page and put back', async () => {
    const task = await MaskHarness.of(await picture());
    await task.drag([5, 10], [55, 10]);
    const {element} = task;
    const page = element.parentElement!;
    element.remove();
    await painted();
    page.append(element);
    await waitUntil(() => task.viewer?.sight !== undefined, 'the picture is back');
    await painted();
    expect(Object.keys(task.counts)).to.deep.equal(['car']);
    await task.drag([5, 36], [55, 36]);
    expect(task.steps).to.equal(2);
  });

  for (const [name, under] of Object.entries(conditions)) {
    it(`has no automatic findings with an outline and a panel open: ${name}`, () =>
      under(async () => {
        const task = await MaskHarness.of(await picture());
        task.element.focus();
        await keys('q');
        for (const place of [
          [5, 15],
          [40, 15],
          [40, 30],
        ] as const)
          await task.click(place);
        await click(task.button('How the mask looks'));
        await painted();
        await expect(task.element).to.be.accessible();
      }));
  }

  it('has room for the picture, and nothing that sticks out, at 320 pixels', async () => {
    await setViewport({width: 320, height: 640});
    try {
      const task = await MaskHarness.of(await picture(), {}, {width: 320});
      const base = task.root.querySelector('.base')!;
      expect(base.scrollWidth).to.be.at.most(base.clientWidth);
      expect(task.stage.getBoundingClientRect().height).to.be.at.least(250);
    } finally {
      await setViewport({width: 1280, height: 800});
    }
  });
});

describe('gt-instance-segmentation-task', () => {
  const instances = async () => MaskHarness.of(await picture(), {}, {}, 'gt-instance-segmentation-task');

  it('goes on with one thing until Enter begins the next', async () => {
    const task = await instances();
    await task.drag([5, 5], [20, 5]);
    await task.drag([5, 8], [20, 8]);
    await keys('Enter');
    await task.drag([5, 36], [20, 36]);
    expect(task.element.value).to.have.property('instances').with.length(2);
    await keys('2');
    expect(task.counts).to.have.all.keys('car', 'dog');
  });

  it('lists things, and merges and deletes them there', async () => {
    const task = await instances();
    await task.drag([5, 5], [20, 5]);
    await keys('Enter');
    await task.drag([5, 36], [20, 36]);
    const list = task.root.querySelector('gt-region-list')!;
    const rows = () => [...list.shadowRoot!.querySelectorAll<HTMLElement>('.item')];
    expect(rows().map((row) => row.ariaLabel?.split(',')[0])).to.deep.equal(['car 1', 'car 2']);
    rows()[0]!.focus();
    await keys('Space', 'Shift+ArrowDown');
    await task.element.updateComplete;
    await list.updateComplete;
    await click(list.shadowRoot!.querySelector<HTMLElement>('.several .merge')!);
    await waitUntil(() => rows().length === 1, 'they are one');
    rows()[0]!.focus();
    await keys('Delete');
    expect(task.counts).to.deep.equal({});
  });
});
