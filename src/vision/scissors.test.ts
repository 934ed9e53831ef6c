import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {distance, type ImagePoint} from '../geometry/point.js';
import {inMemory, type PixelSource} from './pixel-source.js';
import {edgePath} from './scissors.js';
import {runAtOnce} from './steps.js';

/** Two greys with a little noise, parted by whatever line. */
function parted(width: number, height: number, isLight: (x: number, y: number) => boolean): PixelSource {
  let state = 11;
  const words = Uint32Array.from({length: width * height}, (_, at) => {
    state = (state * 48_271) % 2_147_483_647;
    const light = isLight((at % width) + 0.5, Math.floor(at / width) + 0.5) ? 170 : 90;
    return 0xff000000 | ((light + (state % 12)) * 0x010101);
  });
  return inMemory(words, {width, height});
}

const path = (source: PixelSource, from: ImagePoint, to: ImagePoint) => runAtOnce(edgePath(source, from, to));

describe('the way along edges', () => {
  it('follows a circle from one of its points to another', () => {
    const middle = {x: 150, y: 150};
    const source = parted(300, 300, (x, y) => distance({x, y}, middle) < 100);
    const on = (turn: number) => ({x: 150 + 100 * Math.cos(turn), y: 150 + 100 * Math.sin(turn)});
    const way = path(source, on(0), on(2));
    for (const point of way) expect(Math.abs(distance(point, middle) - 100)).to.be.lessThan(2.5);
    const length = way.slice(1).reduce((sum, point, at) => sum + distance(way[at]!, point), 0);
    expect(length).to.be.within(190, 240);
  });

  it('finds the edge from places that are a little beside it', () => {
    const bend = (x: number) => 100 + 30 * Math.sin(x / 25);
    const source = parted(400, 200, (x, y) => y > bend(x));
    const way = path(source, {x: 40.5, y: bend(40) + 4}, {x: 340.5, y: bend(340) - 4});
    const inner = way.filter(({x}) => x > 60 && x < 320);
    expect(inner.length).to.be.greaterThan(240);
    for (const {x, y} of inner) expect(Math.abs(y - bend(x))).to.be.lessThan(3.5);
  });

  it('goes through neighbouring pixels, from place to place, wherever those are', () => {
    const source = parted(90, 70, (x, y) => x * 2 > y * 3);
    const place = fc.record({
      x: fc.double({min: -20, max: 110, noNaN: true}),
      y: fc.double({min: -20, max: 90, noNaN: true}),
    });
    fc.assert(
      fc.property(place, place, (from, to) => {
        const way = path(source, from, to);
        expect(way[0]).to.deep.equal(from);
        expect(way.at(-1)).to.deep.equal(to);
        const between = way.slice(1, -1);
        between.forEach(({x, y}, at) => {
          expect(x > 0 && x < 90 && y > 0 && y < 70).to.equal(true);
          if (at > 0) expect(distance(between[at - 1]!, {x, y})).to.be.lessThan(1.5);
        });
      }),
    );
  });

  it('finds long ways in coarser steps', () => {
    const source = parted(1600, 900, (_, y) => y > 450);
    const way = path(source, {x: 50, y: 450}, {x: 1550, y: 450});
    expect(way.length).to.be.within(400, 1300);
    for (const {y} of way) expect(Math.abs(y - 450)).to.be.lessThan(5);
  });
});
