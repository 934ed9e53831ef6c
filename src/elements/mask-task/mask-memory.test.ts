import {aTimeout, expect, waitUntil} from '@open-wc/testing';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import type {DraftDetail} from '../shared/task-events.js';
import {painted} from '../stage/stage.harness.js';
import {earlierMask, lineWithMask, shown} from './mask-files.harness.js';
import {MaskHarness} from './mask-task.harness.js';

/** An open outline, as it is stored. */
const outline = (...corners: readonly (readonly [number, number])[]) => ({
  tool: 'shape',
  drawn: {legs: corners.map((corner) => ({points: [corner]}))},
});
const draft = outline([10, 10], [50, 10], [50, 30]);

describe('what a mask task keeps beyond its page', () => {
  it('is opened on the mask that the item starts with, once that is there', async () => {
    // Below what the earlier mask has.
    const draft = outline([10, 60], [50, 60], [50, 90]);
    let bring = (_mask: Blob): void => {};
    const coming = new Promise<Blob>((resolve) => (bring = resolve));
    // Set with everything else, before the element is connected.
    const element = await shown({draft, workplace: {label: 'trunk'}, entry: lineWithMask()}, () => coming);
    const task = new MaskHarness(element);
    await painted();
    expect(task.isDrawing, 'nothing may be drawn yet').to.equal(false);
    expect(element.draft, 'and nothing is lost').to.deep.equal(draft);
    bring(await earlierMask());
    await waitUntil(() => task.isDrawing);
    expect(element.draft).to.deep.equal(draft);
    element.focus();
    await keys('Enter');
    await task.stepsAre(1);
    expect(task.labelAt([48, 64])).to.equal('trunk');
    expect(element.draft).to.equal(undefined);
  });

  it('does not take back what a person has chosen before it could be set up', async () => {
    let bring = (_mask: Blob): void => {};
    const coming = new Promise<Blob>((resolve) => (bring = resolve));
    const element = await shown(
      {workplace: {label: 'trunk', tool: 'eraser'}, entry: lineWithMask()},
      () => coming,
    );
    element.focus();
    await keys('1');
    const [first] = element.labels;
    const chosen = typeof first === 'string' ? first : first?.label;
    expect(chosen).not.to.equal('trunk');
    bring(await earlierMask());
    await waitUntil(() => element.value !== undefined);
    await painted();
    expect(element.workplace).to.deep.include({label: chosen, tool: 'brush'});
  });

  it('waits while nobody may draw', async () => {
    const task = await MaskHarness.of(await drawnPicture(60, 40), {readonly: true, draft});
    await painted();
    expect([task.isDrawing, task.element.draft]).to.deep.equal([false, draft]);
    task.element.readonly = false;
    await waitUntil(() => task.isDrawing);
  });

  it('is gone with the item, and with its reset', async () => {
    const task = await MaskHarness.of(await drawnPicture(60, 40), {readonly: true, draft});
    task.element.entry = {'source-ref': 'other.png'} as never;
    await task.element.updateComplete;
    expect(task.element.draft).to.equal(undefined);
    task.element.readonly = false;
    task.element.draft = draft;
    await waitUntil(() => task.isDrawing);
    task.element.reset();
    await painted();
    expect([task.isDrawing, task.element.draft]).to.deep.equal([false, undefined]);
  });

  it('is told when it has changed, and only then', async () => {
    const task = await MaskHarness.of(await drawnPicture(60, 40));
    task.element.focus();
    const told: DraftDetail[] = [];
    task.element.addEventListener('gt-draft', (event) => {
      told.push((event as CustomEvent<DraftDetail>).detail);
    });
    await keys('q');
    await task.click([10, 10]);
    await waitUntil(() => told.at(-1)?.draft !== undefined);
    expect(told.at(-1)?.workplace).to.deep.include({tool: 'shape', label: 'car'});
    const count = told.length;
    await task.mouse('Moved', [30, 30]);
    await task.mouse('Moved', [20, 30]);
    await aTimeout(600);
    expect(told, 'the pointer moves, and nothing else').to.have.length(count);
    await keys('Escape');
    await waitUntil(() => told.at(-1)?.draft === undefined);
  });
});
