import {expect} from '@open-wc/testing';
import {boxRecord, colors, stageWith, type StageHarness} from './box-stage.harness.js';
import {screenOf} from './stage-host.harness.js';
import {placesFor} from './paint-tags.js';

describe('tags', () => {
  let harness: StageHarness;
  afterEach(() => harness.close());

  const large = boxRecord(0, [20, 20, 40, 30]);
  /** How many pixels of a strip above a box, on the screen, are in the colour of its label. */
  async function inkAbove(left: number, top: number, width: number, color = 'red'): Promise<number> {
    const pixels = await screenOf(harness);
    let count = 0;
    for (let x = left; x < left + width; x++) {
      for (let y = top - 18; y < top - 4; y++) if (pixels.at(x, y) === colors[color]) count++;
    }
    return count;
  }

  const above = (): Promise<number> => inkAbove(80, 110, 160);

  it('stand on every box, on the hovered and selected, on the selected, or nowhere', async () => {
    harness = await stageWith([large], {tags: 'always'});
    const {stage, drawing} = harness;
    expect(await above(), 'always').to.be.greaterThan(100);
    stage.set({tags: 'hover'});
    await harness.settled();
    expect(await above(), 'hover').to.equal(0);
    drawing.set({hovered: large.id});
    await harness.settled();
    expect(await above(), 'hovered').to.be.greaterThan(100);
    stage.set({tags: 'selected'});
    await harness.settled();
    expect(await above(), 'selected').to.equal(0);
    drawing.set({selection: new Set([large.id])});
    await harness.settled();
    expect(await inkAbove(80, 102, 160), 'selected, above the handles').to.be.greaterThan(100);
    stage.set({tags: 'never'});
    await harness.settled();
    expect(await inkAbove(80, 102, 160), 'never').to.equal(0);
  });

  it('give way to a small box above by standing inside', async () => {
    const small = boxRecord(1, [24, 17, 2, 2], 'green');
    harness = await stageWith([large, small], {tags: 'always', shortNameOf: () => '1'});
    const pixels = await screenOf(harness);
    expect(pixels.at(96, 102), 'the small box').to.equal(colors['green']);
    expect(pixels.at(85, 115), 'inside the large one').to.equal(colors['red']);
  });

  it('say only the number where the name has no room', async () => {
    const narrow = boxRecord(0, [20, 20, 4, 30]);
    const small = boxRecord(1, [26, 17, 2, 2], 'green');
    harness = await stageWith([narrow, small], {tags: 'always', shortNameOf: () => '1'});
    const pixels = await screenOf(harness);
    expect(pixels.at(80, 92), 'the number').to.equal(colors['red']);
    expect(pixels.at(104, 102), 'the small box').to.equal(colors['green']);
  });

  it('move with a box that is dragged, and leave nothing behind', async () => {
    harness = await stageWith([large], {tags: 'always'});
    const moved = {...large, box: {...large.box, top: 26}};
    harness.drawing.set({preview: {kind: 'change', isResize: false, records: new Map([[large.id, moved]])}});
    await harness.settled();
    expect(await above()).to.equal(0);
  });

  it('are written inside the box where the stage ends above it', async () => {
    harness = await stageWith([boxRecord(0, [20, 0, 40, 30])], {tags: 'always'});
    harness.look({y: 0});
    await harness.settled();
    expect((await screenOf(harness)).at(86, 6)).to.equal(colors['red']);
  });
});

describe('placesFor', () => {
  it('offers no place inside a box that is hardly larger than the tag', () => {
    const size = {width: 40, height: 18};
    expect(placesFor({left: 0, top: 50, right: 60, bottom: 100}, size, 1)).to.have.length(2);
    expect(placesFor({left: 0, top: 50, right: 44, bottom: 100}, size, 1)).to.have.length(1);
  });
});
