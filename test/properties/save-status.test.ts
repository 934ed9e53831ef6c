import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {beginManifest} from '../../src/formats/manifest.js';
import {commit, emptyHistory, undo, type History} from '../../src/model/history.js';
import {JobSession} from '../../src/session/job-session.js';
import {MemoryStore} from '../../src/session/memory.js';
import {logOf} from '../../src/session/save-queue.js';
import {sessionIdOf, type SessionStore} from '../../src/session/session-store.js';
import {StorageError, type StorageReason} from '../../src/session/storage-error.js';
import {choose} from '../contract/session-store.js';
import {FakeClock} from '../helpers/clock.js';
import {identity, manifestText} from '../helpers/job.js';

const items = 3;
const stepsOfAll = 10_000;

/** What becomes of the next operations of the store. */
type Weather =
  | {readonly kind: 'fair'}
  /** It does not happen, and says why. */
  | {readonly kind: 'fails'; readonly reason: StorageReason}
  /** It happens, and the answer gets lost. */
  | {readonly kind: 'deaf'}
  /** It takes until the weather changes. */
  | {readonly kind: 'slow'};

type Act =
  | {readonly kind: 'edit' | 'undo' | 'skip'}
  | {readonly kind: 'go'; readonly index: number}
  | {readonly kind: 'wait'; readonly ms: number}
  | {readonly kind: 'weather'; readonly weather: Weather};

const anyWeather: fc.Arbitrary<Weather> = fc.oneof(
  {weight: 4, arbitrary: fc.constant({kind: 'fair' as const})},
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('fails' as const),
      reason: fc.constantFrom<StorageReason>('full', 'disk', 'gone', 'blocked', 'damaged'),
    }),
  },
  {weight: 1, arbitrary: fc.constant({kind: 'deaf' as const})},
  {weight: 2, arbitrary: fc.constant({kind: 'slow' as const})},
);

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({kind: fc.constantFrom('edit' as const, 'undo' as const, 'skip' as const)}),
  },
  {weight: 2, arbitrary: fc.record({kind: fc.constant('go' as const), index: fc.nat(items - 1)})},
  {
    weight: 3,
    arbitrary: fc.record({kind: fc.constant('wait' as const), ms: fc.constantFrom(100, 1000, 6000)}),
  },
  {weight: 4, arbitrary: fc.record({kind: fc.constant('weather' as const), weather: anyWeather})},
);

let stores = 0;

/** A store whose writes meet the weather; everything that arrives is in `memory`. */
class WeatheredStore {
  readonly memory = new MemoryStore();
  readonly store: SessionStore;
  #weather: Weather = {kind: 'fair'};
  #waiting: (() => void)[] = [];
  /** One operation after the other, as in a database. */
  #turn = Promise.resolve();

  constructor() {
    const name = `weather-${++stores}`;
    const weathered = new Set(['write', 'item', 'updateSession', 'openSession']);
    this.store = new Proxy<SessionStore>(this.memory, {
      get: (memory, key) => {
        if (key === 'durable') return true;
        if (key === 'name') return name;
        const member: unknown = Reflect.get(memory, key);
        if (typeof member !== 'function') return member;
        const method = member.bind(memory) as (...parameters: unknown[]) => Promise<unknown>;
        return weathered.has(String(key))
          ? (...parameters: unknown[]) => this.#through(() => method(...parameters))
          : method;
      },
    });
  }

  set(weather: Weather): void {
    this.#weather = weather;
    for (const go of this.#waiting.splice(0)) go();
  }

  async #through(operation: () => Promise<unknown>): Promise<unknown> {
    const turn = this.#turn;
    let next = () => {};
    this.#turn = new Promise((resolve) => (next = resolve));
    await turn;
    try {
      return await this.#meet(operation);
    } finally {
      // The next one begins when this one has been heard of.
      void soon(20).then(next);
    }
  }

  async #meet(operation: () => Promise<unknown>): Promise<unknown> {
    while (this.#weather.kind === 'slow') await new Promise<void>((go) => this.#waiting.push(go));
    const weather = this.#weather;
    if (weather.kind === 'fails') throw new StorageError(weather.reason);
    const result = await operation();
    if (weather.kind === 'deaf') throw new StorageError('gone');
    return result;
  }
}

async function soon(turns = 2): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await Promise.resolve();
}

async function run(acts: readonly Act[]): Promise<void> {
  const weathered = new WeatheredStore();
  const clock = new FakeClock();
  const session = await JobSession.open(await beginManifest(manifestText(items)), weathered.store, identity, {
    clock,
    persist: () => undefined,
  });
  const model = new Map<number, History>();
  const id = sessionIdOf(identity);
  let label = 0;

  /** What is called saved is stored: every step of every item. Looks at the store as it is in this very moment. */
  const check = async () => {
    if (session.state.status.kind !== 'saved') return;
    expect(session.isUnsaved).to.equal(false);
    const looks = [...model].map(
      ([index, history]) => [index, history, weathered.memory.item(id, index)] as const,
    );
    for (const [index, history, look] of looks) {
      const stored = await look;
      expect(stored?.item.stepCount, `done steps of item ${index}`).to.equal(history.done.length);
      expect(stored?.log.map(({name}) => name)).to.deep.equal(logOf(history).map(({name}) => name));
    }
  };

  const checks: Promise<void>[] = [];
  session.subscribe(() => checks.push(check()));

  const act = async (one: Act): Promise<void> => {
    const {index} = session.state;
    const history = model.get(index) ?? emptyHistory;
    if (one.kind === 'weather') return weathered.set(one.weather);
    if (one.kind === 'wait') return clock.pass(one.ms);
    if (one.kind === 'skip') {
      if (model.has(index)) session.skip(undefined, 1);
      return undefined;
    }
    if (one.kind === 'go') {
      // What is on the screen when an item cannot be read is another matter.
      weathered.set({kind: 'fair'});
      return session.goTo(one.index);
    }
    const next =
      one.kind === 'edit' ? commit(history, choose(`${++label}`, label * 10_000)) : undo(history)?.history;
    if (!next) return undefined;
    model.set(index, next);
    return session.save({history: next, timeSpentMs: label});
  };

  try {
    for (const one of acts) {
      await act(one);
      await check();
      await soon();
      await check();
      await Promise.all(checks.splice(0));
    }
    weathered.set({kind: 'fair'});
    for (let n = 0; n < 10 && session.state.status.kind !== 'saved'; n++) {
      clock.pass(6000);
      await session.settled();
    }
    await Promise.all(checks);
    expect(session.state.status.kind, 'in the end').to.equal('saved');
    await check();
  } finally {
    session.close();
  }
}

describe('the status of a session', () => {
  it('never says Saved of what is not stored, in ten thousand steps of good and bad luck', async function () {
    this.timeout(60_000);
    let steps = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, {minLength: 40, maxLength: 60}), async (acts) => {
        steps += acts.length;
        await run(acts);
      }),
      {numRuns: stepsOfAll / 40},
    );
    expect(steps).to.be.at.least(stepsOfAll);
  });
});
