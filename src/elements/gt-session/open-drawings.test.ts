import {expect, fixture, html, oneEvent, waitUntil} from '@open-wc/testing';
import type {JsonObject} from '../../base/json.js';
import {IndexedDbStore} from '../../session/indexed-db.js';
import {MemoryStore} from '../../session/memory.js';
import type {SessionStore} from '../../session/session-store.js';
import '../../define/gt-bbox-task.js';
import '../../define/gt-instance-segmentation-task.js';
import '../../define/gt-segmentation-task.js';
import '../../define/gt-session.js';
import {newDatabase} from '../../../test/helpers/job.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import type {GtBboxTask} from '../gt-bbox-task/gt-bbox-task.js';
import {MaskHarness, type MaskTask} from '../mask-task/mask-task.harness.js';
import {painted, StageHarness, type Place} from '../stage/stage.harness.js';
import {SessionHarness} from './gt-session.harness.js';
import type {GtSession} from './gt-session.js';

const picture = drawnPicture(60, 40, 'image/png', (context) => {
  context.fillStyle = '#d8d4c8';
  context.fillRect(0, 0, 60, 40);
  context.fillStyle = '#203040';
  context.fillRect(15, 10, 30, 20);
});

const manifest = new Blob([0, 1, 2].map((item) => `{"source-ref":"s3://b/${item}.png"}\n`));

interface View {
  readonly scale: number;
  readonly at: readonly [number, number];
}

type Tag = 'gt-segmentation-task' | 'gt-instance-segmentation-task' | 'gt-bbox-task';

interface Job<T extends HTMLElement> {
  readonly session: GtSession;
  readonly bar: SessionHarness;
  readonly element: T;
}

async function openJob<T extends HTMLElement>(tag: Tag, store: SessionStore): Promise<Job<T>> {
  const shown = await picture;
  const place = await fixture<HTMLElement>(html`<div style="width: 1000px; height: 640px"></div>`);
  const session = document.createElement('gt-session');
  const element = document.createElement(tag);
  Object.assign(session, {
    jobName: 'scenes',
    workerId: 'w-1',
    store,
    manifestFile: manifest,
    resolveSource: () => shown,
  });
  Object.assign(element, {labels: ['car', 'dog', 'tree']});
  session.append(element);
  const ready = oneEvent(element, 'gt-ready');
  place.append(session);
  await ready;
  await painted();
  element.focus();
  return {session, bar: new SessionHarness(session), element: element as unknown as T};
}

const openMasks = async (store: SessionStore, tag: Tag = 'gt-segmentation-task') => {
  const job = await openJob<MaskTask>(tag, store);
  return {...job, task: new MaskHarness(job.element)};
};

const sessionId = JSON.stringify(['scenes', 'scenes', 'w-1']);
const draftOf = async (store: SessionStore, index = 0) => (await store.item(sessionId, index))?.item.draft;

/** As long as the element may wait until it tells, and the store until it has it. */
const kept = async (store: SessionStore, index = 0) =>
  waitUntil(async () => (await draftOf(store, index)) !== undefined, 'the draft is kept', {timeout: 3000});

const corners: readonly Place[] = [
  [10, 10],
  [50, 10],
  [50, 30],
];

async function clickAll(task: StageHarness, places: readonly Place[]): Promise<void> {
  for (const place of places) {
    task.rest(1000);
    await task.click(place);
  }
}

const marks = ({element}: {readonly element: MaskTask}): number => {
  const drawn = (element.draft as {drawn?: {legs?: readonly unknown[]} & readonly unknown[]} | undefined)
    ?.drawn;
  return drawn?.legs?.length ?? drawn?.length ?? 0;
};

/** Where a view is, to within the pixel that a notice above the stage may move it by. */
function expectSameWorkplace(now: JsonObject, before: JsonObject): void {
  const {view: viewNow, ...restNow} = now as JsonObject & {view: View};
  const {view, ...rest} = before as JsonObject & {view: View};
  expect(restNow).to.deep.equal(rest);
  expect(viewNow.scale).to.equal(view.scale);
  for (const axis of [0, 1] as const) expect(viewNow.at[axis]).to.be.closeTo(view.at[axis], 1.5 / view.scale);
}

const leavePage = () => dispatchEvent(new Event('pagehide'));

describe('what is open when the page ends', () => {
  for (const [name, makeStore] of [
    ['IndexedDB', () => new IndexedDbStore(newDatabase())],
    ['memory', () => new MemoryStore()],
  ] as const) {
    it(`comes back as an outline that is open, in ${name}`, async () => {
      const store = makeStore();
      const first = await openMasks(store);
      await keys('2', 'q');
      await clickAll(first.task, corners);
      // A browser that is killed says nothing: what is stored by now must do.
      await kept(store);
      await waitUntil(async () => (await draftOf(store)) && marks(first) === 3);
      await waitUntil(
        async () => JSON.stringify(await draftOf(store)) === JSON.stringify(first.element.draft),
        'all of it is kept',
        {timeout: 3000},
      );
      first.session.remove();

      const second = await openMasks(store);
      await waitUntil(() => second.task.isDrawing, 'the outline is open');
      expect(second.bar.notices.join()).to.contain('Restored');
      expect(marks(second)).to.equal(3);
      await keys('Control+z');
      expect(marks(second), 'one corner back').to.equal(2);
      await keys('Control+Shift+z');
      await keys('Enter');
      await second.task.stepsAre(1);
      expect(second.task.counts).to.deep.equal({dog: 400});
      await waitUntil(async () => (await draftOf(store)) === undefined, 'it is a step now');
      second.session.remove();

      const third = await openMasks(store);
      await waitUntil(() => third.task.steps === 1);
      expect(third.task.isDrawing).to.equal(false);
    });
  }

  it('comes back as points at a thing', async () => {
    const store = new MemoryStore();
    const first = await openMasks(store);
    await keys('a');
    await clickAll(first.task, [
      [30, 10],
      [15, 20],
      [45, 20],
    ]);
    leavePage();
    first.session.remove();
    const second = await openMasks(store);
    await waitUntil(() => second.task.isDrawing);
    expect(marks(second)).to.equal(3);
    second.task.rest(1000);
    await second.task.click([30, 29]);
    await waitUntil(() => second.task.isAnswerOffered, 'the thing is found', {timeout: 8000});
    await keys('Enter');
    await second.task.stepsAre(1);
  });

  it('comes back as a box, or as its extreme points', async () => {
    const extremes: readonly Place[] = [
      [20, 5],
      [10, 20],
      [40, 20],
    ];
    for (const [tool, pressed, places, last] of [
      ['box', [], [[10, 10]], [40, 30]],
      ['extremes', ['r'], extremes, [20, 30]],
    ] as readonly (readonly [string, readonly string[], readonly Place[], Place])[]) {
      const store = new MemoryStore();
      const first = await openJob<GtBboxTask>('gt-bbox-task', store);
      const task = new StageHarness(first.element);
      await keys(...pressed);
      await clickAll(task, places);
      expect(task.isDrawing).to.equal(true);
      leavePage();
      first.session.remove();
      const second = await openJob<GtBboxTask>('gt-bbox-task', store);
      const again = new StageHarness(second.element);
      await waitUntil(() => again.isDrawing, `${tool}: open`);
      again.rest(1000);
      await again.click(last);
      expect(again.steps, tool).to.equal(1);
      expect(second.element.value?.boundingBoxes).to.have.length(1);
      second.session.remove();
    }
  });

  it('becomes a step when it is a stroke', async () => {
    const store = new MemoryStore();
    const first = await openMasks(store);
    await first.task.mouse('Moved', [10, 20]);
    await first.task.mouse('Pressed', [10, 20]);
    await first.task.mouse('Moved', [40, 20]);
    leavePage();
    expect(first.task.steps).to.equal(1);
    const {counts} = first.task;
    await first.task.mouse('Moved', [50, 35]);
    await first.task.mouse('Released', [50, 35]);
    expect(first.task.counts, 'the rest of the way paints nothing').to.deep.equal(counts);
    first.session.remove();
    const second = await openMasks(store);
    await waitUntil(() => second.task.steps === 1);
    expect(second.task.counts).to.deep.equal(counts);
    await keys('Control+z');
    expect(second.task.counts).to.deep.equal({});
  });

  it('waits with an item that is left, and disturbs no other', async () => {
    const store = new MemoryStore();
    const {session, task, element} = await openMasks(store);
    await keys('q');
    await clickAll(task, corners);
    await session.next();
    await waitUntil(() => session.index === 1);
    await painted();
    expect(task.isDrawing).to.equal(false);
    expect(session.session?.progress.statusOf(0)).to.equal('draft');
    expect(session.session?.progress.statusOf(1)).to.equal('untouched');
    element.focus();
    await keys('b');
    await session.previous();
    await waitUntil(() => task.isDrawing, 'it is open again');
    await keys('Enter');
    await task.stepsAre(1);
  });

  it('is dropped by Escape for good', async () => {
    const store = new MemoryStore();
    const first = await openMasks(store);
    await keys('q');
    await clickAll(first.task, corners);
    await kept(store);
    await keys('Escape');
    leavePage();
    await waitUntil(async () => (await draftOf(store)) === undefined);
    expect(first.session.session?.progress.statusOf(0)).to.equal('untouched');
    first.session.remove();
    const second = await openMasks(store);
    await painted();
    expect(second.task.isDrawing).to.equal(false);
    expect(second.bar.notices.join()).not.to.contain('Restored');
  });

  it('is set aside when the worker starts over, and comes back with the rest', async () => {
    const store = new MemoryStore();
    const first = await openMasks(store);
    await first.task.stroke([10, 20], [40, 20]);
    await keys('q');
    await clickAll(first.task, corners);
    leavePage();
    first.session.remove();
    const second = await openMasks(store);
    await waitUntil(() => second.task.isDrawing);
    second.bar.button('Start over').click();
    await painted();
    expect([second.task.isDrawing, second.task.steps]).to.deep.equal([false, 0]);
    second.bar.button('Bring back').click();
    await waitUntil(() => second.task.isDrawing);
    expect(second.task.steps).to.equal(1);
  });

  it('is left alone where nobody understands it', async () => {
    for (const draft of [{}, {tool: 'laser', drawn: 1}, {tool: 'shape', drawn: {legs: [{points: [[1]]}]}}]) {
      const store = new MemoryStore();
      const first = await openMasks(store);
      first.session.session?.saveDraft({history: {done: [], undone: []}, timeSpentMs: 1, draft} as never);
      first.session.session?.saveWorkplace({
        tool: 7,
        view: {scale: 'wide'},
        brush: [],
        selection: {},
      } as never);
      await first.session.session?.settled();
      first.session.remove();
      const second = await openMasks(store);
      await painted();
      expect(second.task.isDrawing, JSON.stringify(draft)).to.equal(false);
      await second.task.stroke([10, 20], [40, 20]);
      expect(second.task.steps).to.equal(1);
      second.session.remove();
    }
  });

  it('is written at most four times a second while it is drawn', async () => {
    const store = new MemoryStore();
    const {task} = await openMasks(store);
    const write = store.write.bind(store);
    const times: number[] = [];
    store.write = (edit) => {
      times.push(performance.now());
      return write(edit);
    };
    await keys('q');
    await task.mouse('Moved', [5, 5]);
    await task.mouse('Pressed', [5, 5]);
    for (let at = 6; at < 55; at++) await task.mouse('Moved', [at, 5 + (at % 2)]);
    await task.mouse('Released', [55, 30]);
    await kept(store);
    for (const [index, time] of times.entries()) {
      if (index > 0) expect(time - times[index - 1]!).to.be.above(200);
    }
  });
});

describe('how things were set up when the page ended', () => {
  it('is the same again: view, tool, label, settings, what is selected, locked and hidden', async () => {
    const store = new MemoryStore();
    const first = await openMasks(store, 'gt-instance-segmentation-task');
    await first.task.stroke([10, 20], [30, 20]);
    await keys('2');
    await first.task.stroke([10, 35], [30, 35]);
    await keys('e', ']', 'm');
    await first.task.look(16, [40, 25]);
    leavePage();
    const {workplace} = first.element;
    expect(workplace).to.deep.include({tool: 'eraser', label: 'dog', mode: 'behind'});
    expect((workplace['view'] as JsonObject)['scale']).to.equal(16);
    await first.session.session?.settled();
    first.session.remove();

    const second = await openMasks(store, 'gt-instance-segmentation-task');
    await waitUntil(() => second.element.workplace['tool'] === 'eraser');
    expectSameWorkplace(second.element.workplace, workplace);
    expect(second.task.viewer.scale).to.equal(16);
    for (const way of ['next', 'previous'] as const) {
      const ready = oneEvent(second.element, 'gt-ready');
      await second.session[way]();
      await ready;
    }
    await painted();
    expect(second.task.viewer.isFitted, 'only where the session was left').to.equal(true);
  });

  it('is kept within a second or so, also when the page ends without a word', async () => {
    const store = new MemoryStore();
    const {task} = await openMasks(store);
    await keys('e');
    await task.look(12, [20, 20]);
    await waitUntil(
      async () => {
        const [saved] = await store.sessions();
        const {tool, view} = saved?.place?.workplace ?? {};
        return tool === 'eraser' && (view as JsonObject | undefined)?.['scale'] === 12;
      },
      'tool and view are kept',
      {timeout: 4000},
    );
  });

  it('is the same again for boxes', async () => {
    const store = new MemoryStore();
    const first = await openJob<GtBboxTask>('gt-bbox-task', store);
    const task = new StageHarness(first.element);
    await task.drag([10, 10], [30, 30]);
    await keys('v', 'Shift+L');
    await task.look(14, [20, 20]);
    leavePage();
    const {workplace} = first.element;
    expect(workplace).to.deep.include({tool: 'select'});
    expect(workplace['selection']).to.have.length(1);
    await first.session.session?.settled();
    first.session.remove();
    const second = await openJob<GtBboxTask>('gt-bbox-task', store);
    await waitUntil(() => second.element.workplace['tool'] === 'select');
    expectSameWorkplace(second.element.workplace, workplace);
  });
});
