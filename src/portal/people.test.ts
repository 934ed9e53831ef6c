import {expect} from '@open-wc/testing';
import {MemoryStore} from '../session/memory.js';
import {newWorkerId, People, type Hints} from './people.js';

/** A tab of a browser, which remembers the last choice. */
function tab(): Hints {
  let kept: string | undefined;
  return {get: () => kept, set: (id) => void (kept = id)};
}

let time = 0;
const clock = () => ++time;

describe('the people who work here', () => {
  it('are one at least, whose id nobody else has', async () => {
    const store = new MemoryStore();
    const people = new People(store, tab(), clock);
    const [only, ...others] = await people.list();
    expect(others).to.deep.equal([]);
    expect(only!.name).to.equal('');
    expect(await people.list(), 'the same one again').to.deep.equal([only]);
    const elsewhere = await new People(new MemoryStore(), tab(), clock).current();
    expect(elsewhere.id).not.to.equal(only!.id);
  });

  it('keep their id when they say or change their name', async () => {
    const people = new People(new MemoryStore(), tab(), clock);
    const {id} = await people.current();
    expect(await people.come('Anna')).to.deep.include({id, name: 'Anna'});
    expect(await people.rename(id, ' Anna Lee ')).to.deep.include({id, name: 'Anna Lee'});
    expect(await people.rename('nobody', 'x')).to.equal(undefined);
    const ben = await people.come('Ben');
    expect(ben.id).not.to.equal(id);
    expect((await people.list()).map(({name}) => name)).to.deep.equal(['Anna Lee', 'Ben']);
  });

  it('change from tab to tab', async () => {
    const store = new MemoryStore();
    const [here, there] = [new People(store, tab(), clock), new People(store, tab(), clock)];
    const anna = await here.come('Anna');
    const ben = await here.come('Ben');
    there.choose(anna.id);
    expect([(await here.current()).id, (await there.current()).id]).to.deep.equal([ben.id, anna.id]);
    there.choose('gone');
    expect((await there.current()).id).to.equal(anna.id);
  });

  it('go on as themselves on another machine, where nobody else works', async () => {
    const store = new MemoryStore();
    const people = new People(store, tab(), clock);
    const {id: nobody} = await people.current();
    await people.goOnAs({id: 'anna-1', name: 'Anna'});
    expect(await people.current()).to.deep.include({id: 'anna-1', name: 'Anna'});
    await people.goOnAs({id: 'ben-1', name: 'Ben'});
    expect((await people.current()).id, 'Anna works here').to.equal('anna-1');
    expect((await people.list()).map(({id}) => id)).to.deep.equal([nobody, 'anna-1', 'ben-1']);
  });

  it('have ids that can be read, whatever their names', () => {
    expect(newWorkerId('Zoë O’Hara')).to.match(/^zoe-o-hara-[a-z0-9]{10}$/);
    expect(newWorkerId('سلمى')).to.match(/^worker-[a-z0-9]{10}$/);
    expect(newWorkerId('x'.repeat(300)).length).to.be.below(40);
  });
});
