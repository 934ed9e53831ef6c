import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {extendLine} from '../../src/formats/extend-line.js';
import {commit, emptyHistory, redo, undo, type History, type Step} from '../../src/model/history.js';
import {IndexedDbStore} from '../../src/session/indexed-db.js';
import type {JobSession} from '../../src/session/job-session.js';
import type {ItemStatus} from '../../src/session/session-store.js';
import {manifestText, newDatabase, openJob, outputOf, submissionOf} from '../helpers/job.js';

const items = 4;

/** What a person, a browser or a disk may do. */
type Act =
  | {readonly kind: 'edit'; readonly label: string; readonly merges: boolean}
  | {readonly kind: 'undo' | 'redo' | 'submit' | 'skip' | 'reload'}
  | {readonly kind: 'go'; readonly index: number}
  /** The page ends with a last edit, while of the writes under way so many arrive. */
  | {readonly kind: 'end'; readonly label: string; readonly arriving: number}
  /** The next writes fail, so many of them. */
  | {readonly kind: 'fail'; readonly times: number; readonly how: 'throw' | 'abort'};

const anyAct: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      label: fc.constantFrom('a', 'b', 'c'),
      merges: fc.boolean(),
    }),
  },
  {weight: 4, arbitrary: fc.record({kind: fc.constantFrom('undo' as const, 'redo' as const)})},
  {weight: 3, arbitrary: fc.record({kind: fc.constantFrom('submit' as const, 'skip' as const)})},
  {weight: 3, arbitrary: fc.record({kind: fc.constant('go' as const), index: fc.nat(items - 1)})},
  {weight: 1, arbitrary: fc.record({kind: fc.constant('reload' as const)})},
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('end' as const),
      label: fc.constantFrom('a', 'b', 'c'),
      arriving: fc.nat(2),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fail' as const),
      times: fc.integer({min: 1, max: 4}),
      how: fc.constantFrom('throw' as const, 'abort' as const),
    }),
  },
);

/** What the session should know of an item, kept the simplest way. */
interface Item {
  status: ItemStatus;
  history: History;
  label?: string;
}

/** Makes writes fail on demand. */
class Faults {
  readonly #put = IDBObjectStore.prototype.put;
  #left = 0;
  #how: 'throw' | 'abort' = 'throw';

  constructor() {
    const put = this.#put;
    const isDue = (store: string) => store !== 'sessions' && this.#left > 0 && this.#left-- > 0;
    const throws = () => this.#how === 'throw';
    IDBObjectStore.prototype.put = function (...args) {
      if (isDue(this.name)) {
        if (throws()) throw new DOMException('no room', 'QuotaExceededError');
        const request = put.apply(this, args);
        this.transaction.abort();
        return request;
      }
      return put.apply(this, args);
    };
  }

  set(left: number, how: 'throw' | 'abort'): void {
    this.#left = left;
    this.#how = how;
  }

  end(): void {
    IDBObjectStore.prototype.put = this.#put;
  }
}

class World {
  readonly #database = newDatabase();
  readonly #text = manifestText(items);
  readonly #model: Item[] = Array.from({length: items}, () => ({status: 'untouched', history: emptyHistory}));
  readonly #faults = new Faults();
  #store!: IndexedDbStore;
  #session!: JobSession;
  #index = 0;
  #time = 0;

  async open(): Promise<void> {
    this.#store = new IndexedDbStore(this.#database);
    this.#session = await openJob(this.#text, this.#store);
  }

  async act(act: Act): Promise<void> {
    const item = this.#model[this.#index] as Item;
    this.#time += 100;
    switch (act.kind) {
      case 'edit':
        return this.#save(item, commit(item.history, this.#step(act.label, act.merges)));
      case 'undo':
        return this.#save(item, undo(item.history)?.history);
      case 'redo':
        return this.#save(item, redo(item.history)?.history);
      case 'submit': {
        const label = `${item.history.done.length}`;
        Object.assign(item, {status: 'submitted', label});
        const text = await this.#session.manifest.text(this.#index);
        return this.#session.submit(submissionOf(text, label), {
          history: item.history,
          timeSpentMs: this.#time,
        });
      }
      case 'skip':
        item.status = 'skipped';
        return this.#session.skip(undefined, this.#time);
      case 'go':
        await this.#session.goTo(act.index);
        this.#index = act.index;
        expect(this.#session.state.item?.work.history).to.deep.equal(this.#model[act.index]?.history);
        return undefined;
      case 'reload':
        return this.#reload();
      case 'end':
        return this.#end(item, act.label, act.arriving);
      case 'fail':
        return this.#faults.set(act.times, act.how);
    }
  }

  /** Everything agrees: the model, a new page, the counts, the export. */
  async check(): Promise<void> {
    await this.#reload();
    const count = (status: ItemStatus) => this.#model.filter((item) => item.status === status).length;
    expect(this.#session.state.counts).to.deep.equal({
      done: count('submitted') + count('changed'),
      skipped: count('skipped'),
      total: items,
    });
    expect(this.#session.state.changedSinceSubmit).to.equal(count('changed'));
    expect(this.#session.state.loss).to.equal(undefined);
    const lines = this.#text.split('\n').slice(0, -1);
    const expected = lines.map((line, index) => {
      const {status, label} = this.#model[index] as Item;
      return `${status === 'submitted' || status === 'changed' ? extendLine(line, [['kind', label ?? '']]) : line}\n`;
    });
    expect(await outputOf(this.#session)).to.equal(expected.join(''));
    for (const [index, {status, history}] of this.#model.entries()) {
      await this.#session.goTo(index);
      expect(this.#session.progress.statusOf(index)).to.equal(status);
      expect(this.#session.state.item?.work.history).to.deep.equal(history);
    }
  }

  end(): void {
    this.#faults.end();
    this.#session.close();
  }

  #step(label: string, merges: boolean): Step {
    const name = `Choose ${label}`;
    const after = {id: 'choice', kind: 'choice' as const, order: 0, label};
    return {
      name,
      at: this.#time,
      changes: [{id: 'choice', before: undefined, after}],
      ...(merges && {mergeKey: 'digits'}),
    };
  }

  #save(item: Item, history: History | undefined): void {
    if (!history) return;
    item.history = history;
    const isEmpty = history.done.length + history.undone.length === 0;
    const isSubmitted = item.status === 'submitted' || item.status === 'changed';
    item.status = isSubmitted ? 'changed' : isEmpty ? 'untouched' : 'draft';
    this.#session.save({history, timeSpentMs: this.#time});
  }

  /** A page that ends in the middle of its writes, and a new one. */
  async #end(item: Item, label: string, arriving: number): Promise<void> {
    this.#faults.set(0, 'throw');
    await this.#session.settled();
    const {write} = IndexedDbStore.prototype;
    const store = this.#store;
    const sent: Promise<unknown>[] = [];
    store.write = (edit) => {
      if (sent.length === arriving) return new Promise(() => undefined);
      const writing = write.call(store, edit);
      sent.push(writing);
      return writing;
    };
    await this.#save(item, commit(item.history, this.#step('b', false)));
    await this.#save(item, undo(item.history)?.history);
    this.#session.leave(() => void this.#save(item, commit(item.history, this.#step(label, false))));
    await Promise.allSettled(sent);
    this.#session.close();
    await this.open();
    expect(this.#session.state.item?.work.history).to.deep.equal(item.history);
  }

  /** A page that ends once it says Saved, and a new one. */
  async #reload(): Promise<void> {
    this.#faults.set(0, 'throw');
    await this.#session.settled();
    while (this.#session.isUnsaved) await this.#session.retry();
    expect(this.#session.state.status.kind).to.equal('saved');
    this.#session.close();
    await this.open();
    expect(this.#session.state.index).to.equal(this.#index);
  }
}

describe('a session', () => {
  it('agrees with the simplest model of it after any script, with failing writes and reloads', async function () {
    this.timeout(120_000);
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, {maxLength: 25}), async (acts) => {
        const world = new World();
        try {
          await world.open();
          for (const act of acts) await world.act(act);
          await world.check();
        } finally {
          world.end();
        }
      }),
      {numRuns: 120},
    );
  });
});
