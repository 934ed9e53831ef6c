import {expect, waitUntil} from '@open-wc/testing';
import {FakeClock} from '../../test/helpers/clock.js';
import {DeliveryBox} from '../../test/helpers/deliveries.js';
import {newDatabase} from '../../test/helpers/job.js';
import {answerOf} from '../../test/contract/session-store.js';
import {IndexedDbStore} from '../session/indexed-db.js';
import {sessionIdOf, type ItemContent, type SessionStore} from '../session/session-store.js';
import {Courier, type CourierState} from './courier.js';
import {HttpSink} from './http-sink.js';
import type {JobSink} from './job-sink.js';

const identity = {jobName: 'birds', labelAttributeName: 'kind', workerId: 'Anna Ö'};
const session = sessionIdOf(identity);
const folder = 'birds/annotations/worker-response/iteration-1';

const couriers: Courier[] = [];

afterEach(() => {
  for (const courier of couriers.splice(0)) courier.close();
});

interface Place {
  readonly box: DeliveryBox;
  readonly store: SessionStore;
  readonly clock: FakeClock;
  courier(sink?: JobSink): Courier;
}

async function place(): Promise<Place> {
  const box = await DeliveryBox.open();
  const store = new IndexedDbStore(newDatabase());
  const clock = new FakeClock();
  await store.openSession(identity, clock.now());
  const courier = (sink: JobSink = new HttpSink({address: box.address})): Courier => {
    const made = new Courier({store, session, jobName: 'birds', sink, clock});
    couriers.push(made);
    return made;
  };
  return {box, store, clock, courier};
}

let edits = 0;

/** Submits an answer to an item, whatever was there. */
async function submit(
  store: SessionStore,
  index: number,
  label: string,
  content: Partial<ItemContent> & {readonly files?: readonly string[]} = {},
  files?: ReadonlyMap<string, Blob>,
): Promise<void> {
  const rev = (await store.item(session, index))?.item.rev ?? 0;
  const answer = {...answerOf(label), workerId: identity.workerId};
  await store.write({
    id: `edit-${++edits}`,
    session,
    index,
    rev,
    at: 1000,
    content: {
      status: 'submitted',
      stepCount: 0,
      timeSpentMs: 10,
      textHash: 'h',
      answer,
      line: `{"source":"${index}","kind":"${label}"}`,
      ...content,
    },
    ...(files && {files}),
  });
}

const reached = (courier: Courier, kind: CourierState['kind']): Promise<void> =>
  waitUntil(() => courier.state.kind === kind, `the courier is never ${kind}`, {
    timeout: 10_000,
    interval: 5,
  });

/** Lets time pass whenever the courier waits for the next attempt. */
async function arrived(courier: Courier, clock: FakeClock): Promise<void> {
  await waitUntil(
    () => {
      if (courier.state.kind === 'pausing' && clock.waiting > 0) clock.pass(10 * 60 * 1000);
      return courier.state.kind === 'idle';
    },
    'not everything arrives',
    {timeout: 12_000, interval: 1},
  );
}

/** The label of each item whose answer is in the box. */
async function labelsIn(box: DeliveryBox): Promise<Readonly<Record<number, string>>> {
  const {files} = await box.look();
  return Object.fromEntries(
    Object.entries(files)
      .filter(([path]) => path.endsWith('.json'))
      .map(([path, text]) => {
        const {answers} = JSON.parse(text) as {
          answers: {answerContent: {'crowd-classifier': {label: string}}}[];
        };
        expect(answers).to.have.length(1);
        return [Number(path.split('/').at(-2)), answers[0]!.answerContent['crowd-classifier'].label];
      }),
  );
}

describe('Courier', () => {
  it('brings what is submitted, and nothing else, each once, also over a reload', async () => {
    const {box, store, clock, courier} = await place();
    await submit(store, 2, 'owl');
    await submit(store, 0, 'wren');
    await submit(store, 1, 'draft of a kite', {status: 'draft', answer: undefined, line: undefined} as never);
    const first = courier();
    await arrived(first, clock);
    expect(first.state).to.deep.equal({kind: 'idle', delivered: 2, waiting: 0});
    const {files, puts} = await box.look();
    const name = Object.keys(files)[0]!.split('/').at(-1)!;
    // Two workers whose names differ in other letters only do not get the same file.
    expect(name).to.match(/^Anna__\.\d+-[0-9a-f]{16}\.json$/);
    expect(puts).to.deep.equal([`${folder}/0/${name}`, `${folder}/2/${name}`]);
    first.close();
    const second = courier();
    await submit(store, 5, 'tit');
    second.submitted(5);
    await waitUntil(() => second.state.delivered === 3);
    await arrived(second, clock);
    expect((await box.look()).puts).to.deep.equal([...puts, `${folder}/5/${name}`]);
  });

  it('replaces an answer that was submitted anew', async () => {
    const {box, store, clock, courier} = await place();
    await submit(store, 0, 'wren');
    const one = courier();
    await arrived(one, clock);
    await submit(store, 0, 'robin');
    one.submitted(0);
    await waitUntil(async () => (await box.look()).puts.length === 2);
    expect(await labelsIn(box)).to.deep.equal({0: 'robin'});
  });

  for (const seed of [1, 2, 3]) {
    it(`brings everything exactly once with 30 % of all requests failing and an hour offline, seed ${seed}`, async () => {
      const {box, store, clock, courier} = await place();
      const labels = Array.from({length: 40}, (_, index) => `bird ${index}`);
      for (const [index, label] of labels.entries()) await submit(store, index, label);
      await box.fail({share: 0.3, seed});
      const one = courier();
      await waitUntil(() => {
        if (one.state.kind === 'pausing' && clock.waiting > 0) clock.pass(10 * 60 * 1000);
        return one.state.delivered >= 15;
      });
      await box.fail({isDown: true});
      const before = one.state.delivered;
      const end = clock.now() + 60 * 60 * 1000;
      await waitUntil(
        () => {
          if (one.state.kind === 'pausing' && clock.waiting > 0) clock.pass(60 * 1000);
          return clock.now() >= end;
        },
        'the hour goes by',
        {timeout: 12_000, interval: 1},
      );
      expect(one.state.delivered - before, 'but for what was on its way').to.be.at.most(1);
      await box.fail({share: 0.3, seed: seed + 100});
      await arrived(one, clock);
      expect(await labelsIn(box)).to.deep.equal({...labels});
      expect(Object.keys((await box.look()).files)).to.have.length(40);
      expect(one.state).to.deep.equal({kind: 'idle', delivered: 40, waiting: 0});
    }).timeout(40_000);
  }

  it('goes on after the page was closed at any moment', async () => {
    const {box, store, clock, courier} = await place();
    const labels = Array.from({length: 12}, (_, index) => `bird ${index}`);
    for (const [index, label] of labels.entries()) await submit(store, index, label);
    let delivered = -1;
    for (let round = 0; delivered < labels.length; round++) {
      const one = courier();
      await waitUntil(() => one.state.delivered > Math.max(0, delivered) || one.state.kind === 'idle');
      ({delivered} = one.state);
      one.close();
    }
    const last = courier();
    await arrived(last, clock);
    expect(await labelsIn(box)).to.deep.equal({...labels});
  });

  it('waits as long as the server asks, and else longer each time', async () => {
    const {box, store, clock, courier} = await place();
    await submit(store, 0, 'wren');
    await box.fail({failures: [429], isDown: true});
    const one = courier();
    await reached(one, 'pausing');
    expect(one.state.problem?.code).to.equal('delivery/busy');
    await waitUntil(() => clock.waiting > 0);
    clock.pass(6_900);
    expect(clock.waiting).to.equal(1);
    clock.pass(100);
    await waitUntil(() => clock.waiting > 0);
    expect(one.state.problem?.message).to.contain('did not answer');
    clock.pass(999);
    expect(clock.waiting, 'the second time, a second at least').to.equal(1);
    clock.pass(1001);
    await waitUntil(() => clock.waiting > 0);
    await box.fail({});
    // The network is back: nobody waits for the clock.
    window.dispatchEvent(new Event('online'));
    await reached(one, 'idle');
    expect(await labelsIn(box)).to.deep.equal({0: 'wren'});
  });

  it('puts aside what is refused, stops when everything is, and goes on when it is told to', async () => {
    const {box, store, courier} = await place();
    for (const index of [0, 1, 2, 3, 4, 5]) await submit(store, index, `bird ${index}`);
    await box.fail({failures: [413]});
    const one = courier();
    await waitUntil(() => one.state.kind === 'stopped');
    expect(one.state).to.deep.include({delivered: 5, waiting: 1});
    expect(one.state.problem?.code).to.equal('delivery/too-large');
    await submit(store, 6, 'bird 6');
    await submit(store, 7, 'bird 7');
    await submit(store, 8, 'bird 8');
    await submit(store, 9, 'bird 9');
    await box.fail({failures: [403, 403, 403, 403, 403, 403]});
    for (const index of [6, 7, 8, 9]) one.submitted(index);
    await waitUntil(() => one.state.problem?.code === 'delivery/not-allowed' && one.state.kind === 'stopped');
    expect(one.state.problem?.message).to.contain('A signed link may have expired');
    expect(one.state.waiting).to.equal(5);
    await box.fail({});
    one.tryNow();
    await reached(one, 'idle');
    expect(Object.keys(await labelsIn(box))).to.have.length(10);
  });

  it('brings masks before the answer that speaks of them, and puts aside one that is damaged', async () => {
    const {box, store, courier} = await place();
    const path = 'birds/annotations/consolidated-annotation/output/0_x.png';
    const content = (file: string) => ({
      files: [file],
      answer: {
        ...answerOf('x'),
        answerContent: {mask: {labeledImage: {pngImageData: {file}}}},
        workerId: identity.workerId,
      },
    });
    await submit(store, 0, 'x', content(path), new Map([[path, new Blob(['mask bytes'])]]));
    await submit(store, 1, 'y', content('gone.png'));
    await submit(store, 2, 'owl');
    const one = courier();
    await reached(one, 'stopped');
    expect(one.state).to.deep.include({delivered: 2, waiting: 1});
    expect(one.state.problem?.code).to.equal('delivery/damaged');
    const {puts, files} = await box.look();
    expect(puts[0]).to.equal(path);
    expect(puts[1]).to.contain(`${folder}/0/`);
    expect(files[puts[1]!]).to.contain(`"pngImageData":"${btoa('mask bytes')}"`);
  });

  it('delivers in one tab, and in the next when that is closed', async () => {
    const {box, store, clock, courier} = await place();
    await submit(store, 0, 'wren');
    const [one, other] = [courier(), courier()];
    await arrived(one, clock);
    expect(other.state.kind).to.equal('elsewhere');
    // Submitted where nothing is delivered.
    await submit(store, 1, 'owl');
    other.submitted(1);
    await waitUntil(async () => (await box.look()).puts.length === 2);
    await submit(store, 2, 'tit');
    one.close();
    await arrived(other, clock);
    expect(other.state).to.deep.equal({kind: 'idle', delivered: 3, waiting: 0});
    expect((await box.look()).puts).to.have.length(3);
  });
});
