import {expect} from '@open-wc/testing';
import {isForgetful, storageFacts} from './storage-facts.js';

const storage = (parts: Partial<StorageManager>) => parts as StorageManager;

describe('storageFacts', () => {
  it('tells what is used, what is left and whether it is kept', async () => {
    const facts = await storageFacts(
      storage({persisted: async () => true, estimate: async () => ({usage: 30, quota: 100})}),
    );
    expect(facts).to.deep.equal({isPersistent: true, used: 30, room: 70});
    const over = await storageFacts(storage({estimate: async () => ({usage: 110, quota: 100})}));
    expect(over).to.deep.equal({isPersistent: false, used: 110, room: 0});
  });

  it('knows nothing where the browser says nothing, or will not answer', async () => {
    const nothing = {isPersistent: false, used: undefined, room: undefined};
    expect(await storageFacts(storage({}))).to.deep.equal(nothing);
    const denied = () => Promise.reject(new DOMException('denied', 'SecurityError'));
    expect(await storageFacts(storage({persisted: denied, estimate: denied}))).to.deep.equal(nothing);
  });

  it('asks the browser itself', async () => {
    expect((await storageFacts()).used).to.be.a('number');
    expect(isForgetful()).to.equal(false);
    expect(isForgetful('Apple Computer, Inc.')).to.equal(true);
  });
});
