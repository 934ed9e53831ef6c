import {expect} from '@open-wc/testing';
import {edit, identity, sessionId} from '../../../test/contract/session-store.js';
import {countingStore} from '../../../test/helpers/counting-store.js';
import {MemoryStore} from '../memory.js';
import {restoreBackup} from './restore-backup.js';
import {writeBackup} from './write-backup.js';

const items = 1000;

async function backupOfMany(): Promise<Blob> {
  const store = new MemoryStore();
  await store.openSession(identity, 1);
  await store.writeAll(
    Array.from({length: items}, (_, index) => edit({index, content: {status: 'submitted'}})),
  );
  const session = await store.openSession(identity, 1);
  return (await writeBackup({store, session, unsaved: new Map()}, 2)).blob;
}

const sum = (asked: ReadonlyMap<string, number>) =>
  [...asked.values()].reduce((total, count) => total + count, 0);

describe('restoring a backup of many items', () => {
  it('asks the store for pages, not for items', async () => {
    const file = await backupOfMany();
    const {store, asked} = countingStore(new MemoryStore());
    const restored = await restoreBackup(file, store, 3);
    expect(restored.ok && restored.value.added).to.have.length(items);
    expect(sum(asked)).to.be.at.most(15);
    asked.clear();
    const again = await restoreBackup(file, store, 4);
    expect(again.ok && again.value.same).to.equal(items);
    expect(sum(asked)).to.be.at.most(15);
  });

  it('knows what is here of each item, wherever in the job it is', async () => {
    const store = new MemoryStore();
    await store.openSession(identity, 1);
    const places = [0, 1, 250, 251, 999];
    const mine = places.map((index) => edit({index, content: {status: 'submitted', reason: 'here'}}));
    await store.writeAll(mine);
    const restored = await restoreBackup(await backupOfMany(), store, 3);
    expect(restored.ok && restored.value.kept).to.deep.equal(places);
    expect(restored.ok && restored.value.added).to.have.length(items - places.length);
    const {items: kept} = await store.items(sessionId, 0, items);
    expect(kept.filter(({reason}) => reason === 'here').map(({index}) => index)).to.deep.equal(places);
  });
});
