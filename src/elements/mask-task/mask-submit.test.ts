import {expect, oneEvent, waitUntil} from '@open-wc/testing';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-segmentation-task.js';
import type {Spans} from '../../raster/spans.js';
import type {Segmenter} from '../../vision/segmenter.js';
import type {ErrorDetail, SubmitDetail} from '../shared/task-events.js';
import {MaskHarness, type MaskTask} from './mask-task.harness.js';

const picture = () => drawnPicture(60, 40);
const all = 60 * 40;

/** A segmenter that answers when it is told to. */
class PatientSegmenter implements Segmenter {
  readonly name = 'patient';
  #answer: ((spans: Spans) => void) | undefined;

  segment(): Promise<Spans> {
    return new Promise((resolve) => (this.#answer = resolve));
  }

  async answer(...spans: readonly number[]): Promise<void> {
    await waitUntil(() => this.#answer !== undefined, 'the segmenter is asked');
    this.#answer?.(Int32Array.from(spans));
  }
}

/** How many pixels were labelled in what is handed over, once for each time. */
function submissions(task: MaskHarness): number[] {
  const counts: number[] = [];
  task.element.addEventListener('gt-submit', (event) => {
    void (event as CustomEvent<SubmitDetail>).detail;
    counts.push(task.pixels().length);
  });
  return counts;
}

const open = async (properties: Partial<MaskTask> = {}): Promise<MaskHarness> => {
  const task = await MaskHarness.of(await picture(), properties);
  task.element.focus();
  return task;
};

/** The sentences that say why nothing was handed over. */
const refusals = (task: MaskHarness): string[] =>
  [...task.root.querySelectorAll('.problems a')].map((link) => link.textContent?.trim() ?? '');

describe('a segmenter of the page', () => {
  const failures = {
    throws: () => Promise.reject(new Error('out of memory')),
    'gives junk': () => Promise.resolve([1, 2, 3] as never),
  };
  for (const [name, segment] of Object.entries(failures)) {
    it(`is told to the page when it ${name}`, async () => {
      const task = await open({segmenter: {name: 'own', segment}});
      const failed = oneEvent(task.element, 'gt-error');
      await keys('a');
      await task.drag([10, 10], [30, 30]);
      const {detail} = (await failed) as CustomEvent<ErrorDetail>;
      expect(detail.code).to.equal('segmenter-failed');
      expect(detail.cause).to.be.an.instanceOf(Error);
      await keys('Enter');
      expect(task.counts).to.deep.equal({});
    });
  }
});

describe('a segmenter of the page that comes late', () => {
  it('is used from then on', async () => {
    const task = await open();
    task.element.segmenter = {name: 'own', segment: async () => Int32Array.of(12, 12, 22)};
    await keys('a');
    await task.drag([10, 10], [30, 30]);
    await keys('Enter');
    await task.stepsAre(1);
    expect(task.counts).to.deep.equal({car: 10});
  });
});

describe('a segmenter that never answers', () => {
  const segmenter: Segmenter = {name: 'silent', segment: () => new Promise<Spans>(() => {})};

  /** A stroke is done, and a thing is looked for and accepted already. */
  async function waiting(): Promise<MaskHarness> {
    const task = await open({segmenter});
    await task.stroke([5, 5], [20, 5]);
    await keys('a');
    await task.drag([10, 10], [30, 30]);
    await keys('Enter');
    return task;
  }

  const stopButton = (task: MaskHarness) =>
    [...task.root.querySelectorAll<HTMLButtonElement>('.tools button')].find(
      ({ariaLabel}) => ariaLabel === 'Stop',
    );

  it('does not hold Submit for ever: what it was asked for can be stopped', async () => {
    const task = await waiting();
    const counts = submissions(task);
    const submitted = task.element.submit();
    expect(stopButton(task), 'what takes a moment needs no button').to.equal(undefined);
    await waitUntil(() => stopButton(task) !== undefined, 'Stop is offered', {timeout: 3000});
    stopButton(task)?.click();
    expect(await submitted).to.equal(true);
    expect(counts).to.have.length(1);
    expect(task.steps).to.equal(1);
    await task.element.updateComplete;
    expect(stopButton(task)).to.equal(undefined);
    expect(task.isStageFocused, 'work goes on').to.equal(true);
    await keys('Control+z');
    expect(task.isDrawing, 'the drawing comes back').to.equal(true);
  });

  it('can be stopped with another tool in hand, also by Escape', async () => {
    for (const way of ['button', 'Escape'] as const) {
      const task = await waiting();
      await keys('b');
      const submitted = task.element.submit();
      await waitUntil(() => stopButton(task) !== undefined, 'Stop is offered', {timeout: 3000});
      if (way === 'button') stopButton(task)?.click();
      else await keys('Escape');
      expect(await submitted, way).to.equal(true);
      task.element.remove();
    }
  });

  it('can be stopped while it looks for what nobody has accepted yet', async () => {
    const task = await open({segmenter});
    await task.stroke([5, 5], [20, 5]);
    await keys('a');
    await task.drag([10, 10], [30, 30]);
    await waitUntil(() => stopButton(task) !== undefined, 'Stop is offered', {timeout: 3000});
    stopButton(task)?.click();
    expect(task.isDrawing).to.equal(false);
    expect(await task.element.submit()).to.equal(true);
  });

  it('is told in a sentence when it takes too long', async () => {
    const {setTimeout: real} = window;
    window.setTimeout = ((run: () => void, ms = 0) => real(run, ms > 5000 ? ms / 20 : ms)) as never;
    const note = () =>
      document.querySelector('gt-segmentation-task')?.shadowRoot?.querySelector('.long-work') ?? null;
    const shown = async () => {
      const task = await waiting();
      await waitUntil(() => note() !== null, 'the sentence', {timeout: 3000});
      return task;
    };
    const task = await shown().finally(() => (window.setTimeout = real));
    expect(note()?.textContent).to.contain('Submit waits for it');
    await task.says('Submit waits for it');
    note()?.querySelector('button')?.click();
    await task.element.updateComplete;
    expect(note()).to.equal(null);
  });
});

describe('a mask handed over in haste', () => {
  it('has the fill that was asked for right before', async () => {
    const task = await open();
    const counts = submissions(task);
    await keys('f');
    await task.click([30, 20]);
    expect(await task.element.submit()).to.equal(true);
    expect(counts).to.deep.equal([all]);
    expect(task.steps).to.equal(1);
  });

  it('has the found pixels that were accepted before they were there', async () => {
    const segmenter = new PatientSegmenter();
    const task = await open({segmenter});
    const counts = submissions(task);
    await keys('a');
    await task.drag([10, 10], [30, 30]);
    await keys('Enter');
    const submitted = task.element.submit();
    // Paints what was chosen when it was accepted.
    await keys('2');
    await segmenter.answer(12, 12, 22);
    expect(await submitted).to.equal(true);
    expect(counts).to.deep.equal([10]);
    expect(task.counts).to.deep.equal({car: 10});
  });

  it('has the stroke under the pointer', async () => {
    const task = await open();
    const counts = submissions(task);
    await task.mouse('Moved', [10, 20]);
    await task.mouse('Pressed', [10, 20]);
    await task.mouse('Moved', [40, 20]);
    expect(await task.element.submit()).to.equal(true);
    const [count = 0] = counts;
    expect(count).to.be.above(30 * 20);
    await task.mouse('Moved', [50, 39]);
    await task.mouse('Released', [50, 39]);
    expect(task.pixels().length).to.equal(count);
  });

  it('has the stroke of the keyboard’s pen', async () => {
    const task = await open();
    const counts = submissions(task);
    await keys('c', 'Enter', 'ArrowRight', 'ArrowRight');
    expect(task.steps).to.equal(0);
    expect(await task.element.submit()).to.equal(true);
    expect(counts[0]).to.be.above(0);
    expect(task.steps).to.equal(1);
  });

  it('has the superpixels under the pointer', async () => {
    const task = await open();
    const counts = submissions(task);
    await keys('s');
    await task.mouse('Moved', [10, 20]);
    await task.mouse('Pressed', [10, 20]);
    await task.mouse('Moved', [20, 20]);
    await task.mouse('Moved', [40, 20]);
    expect(await task.element.submit()).to.equal(true);
    await task.mouse('Released', [40, 20]);
    expect(counts[0]).to.be.above(0);
    expect(task.pixels().length).to.equal(counts[0]);
  });

  it('is refused while an outline is open, with a way back to it', async () => {
    const task = await open();
    const counts = submissions(task);
    await task.drag([5, 5], [20, 5]);
    await keys('q');
    for (const corner of [
      [30, 10],
      [50, 10],
      [50, 30],
    ] as const)
      await task.click(corner);
    expect(await task.element.submit()).to.equal(false);
    expect(counts).to.deep.equal([]);
    expect(refusals(task)).to.have.length(1);
    expect(refusals(task)[0]).to.contain('Escape');
    task.root.querySelector<HTMLElement>('.problems a')?.click();
    await keys('Enter');
    await task.stepsAre(2);
    await task.element.updateComplete;
    expect(refusals(task)).to.deep.equal([]);
    expect(await task.element.submit()).to.equal(true);
    expect(counts).to.have.length(1);
  });

  it('is refused while pixels that were found are open, until they are dropped', async () => {
    const task = await open();
    await task.drag([5, 5], [20, 5]);
    await keys('w');
    await task.click([30, 30]);
    expect(await task.element.submit()).to.equal(false);
    await keys('Escape');
    await task.element.updateComplete;
    expect(refusals(task)).to.deep.equal([]);
    expect(await task.element.submit()).to.equal(true);
    expect(task.steps).to.equal(1);
  });

  it('waits for what was asked for before it gives the answer or the line', async () => {
    const task = await open();
    await keys('f');
    await task.click([30, 20]);
    const answer = await task.element.getAnswer();
    expect(answer?.labeledImage?.pngImageData).to.be.a('string');
    await keys('Control+z', '2');
    await task.click([30, 20]);
    const {line} = await task.element.toManifestLine();
    expect(line).to.contain('dog');
    expect(task.counts).to.deep.equal({dog: all});
  });

  it('leaves a stroke alone that is being painted when only the answer is asked for', async () => {
    const task = await open();
    await task.drag([5, 5], [20, 5]);
    await task.mouse('Moved', [10, 20]);
    await task.mouse('Pressed', [10, 20]);
    await task.mouse('Moved', [40, 20]);
    await task.element.getAnswer();
    expect(task.steps).to.equal(1);
    const changed = oneEvent(task.element, 'gt-change');
    await task.mouse('Released', [40, 20]);
    await changed;
    expect(task.steps).to.equal(2);
  });
});
