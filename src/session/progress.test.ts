import {expect} from '@open-wc/testing';
import {Part} from './part.js';
import {Progress} from './progress.js';

const total = 1000;

/** Progress of a part in which everything is done, and how often it is asked whether an item is finished. */
function allDone(part = new Part()) {
  const progress = new Progress(part);
  for (let index = 0; index < total; index++) progress.set(index, 'submitted');
  const isFinished = progress.isFinished.bind(progress);
  const seen = {items: 0};
  progress.isFinished = (index) => (seen.items++, isFinished(index));
  return {progress, seen};
}

describe('the next unfinished item', () => {
  it('is not sought again among those that were finished when it was sought last', () => {
    const {progress, seen} = allDone();
    expect(progress.unfinished(0, total)).to.equal(undefined);
    expect(seen.items).to.equal(total);
    seen.items = 0;
    for (let again = 0; again < 50; again++) expect(progress.unfinished(0, total)).to.equal(undefined);
    expect(progress.unfinished(400, total)).to.equal(undefined);
    expect(seen.items).to.equal(0);
  });

  it('is found again, whatever became of an item meanwhile', () => {
    const {progress} = allDone();
    progress.unfinished(0, total);
    progress.set(700, 'changed');
    expect(progress.unfinished(0, total)).to.equal(700);
    progress.set(300, 'skipped');
    progress.setReturned(200, true);
    expect(progress.unfinished(0, total)).to.equal(200);
    expect(progress.unfinished(201, total)).to.equal(700);
    progress.setReturned(200, false);
    progress.set(700, 'submitted');
    expect(progress.unfinished(0, total)).to.equal(undefined);
    progress.set(5, 'released');
    expect(progress.unfinished(0, total), 'those given back come later').to.equal(undefined);
    progress.set(5, 'draft');
    expect(progress.unfinished(0, total)).to.equal(5);
    expect(progress.unfinished(0, total + 1)).to.equal(5);
    progress.set(5, 'submitted');
    expect(progress.unfinished(0, total + 1), 'the manifest has grown').to.equal(total);
  });

  it('stays in the part', () => {
    const {progress} = allDone(
      new Part([
        [100, 200],
        [500, 600],
      ]),
    );
    expect(progress.unfinished(0, total)).to.equal(undefined);
    progress.set(50, 'draft');
    expect(progress.unfinished(0, total)).to.equal(undefined);
    progress.set(550, 'draft');
    expect(progress.unfinished(0, total)).to.equal(550);
  });
});
