import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {distance, type Point} from './point.js';
import {thinLine} from './thin-line.js';

const points = fc.array(
  fc.record({x: fc.double({min: 0, max: 50, noNaN: true}), y: fc.double({min: 0, max: 50, noNaN: true})}),
  {maxLength: 40},
);

/** How far a point is from a line, found by walking along it. */
function awayFrom(line: readonly Point[], point: Point): number {
  let least = Infinity;
  for (let index = 0; index + 1 < line.length; index++) {
    const [a, b] = [line[index]!, line[index + 1]!];
    for (let step = 0; step <= 400; step++) {
      const at = {x: a.x + ((b.x - a.x) * step) / 400, y: a.y + ((b.y - a.y) * step) / 400};
      least = Math.min(least, distance(at, point));
    }
  }
  return least;
}

describe('thin-line', () => {
  it('leaves out what lies on a straight line, and keeps corners', () => {
    const line = [0, 1, 2, 3, 4].map((x) => ({x, y: 0}));
    expect(thinLine([...line, {x: 4, y: 3}], 0.1)).to.deep.equal([{x: 0, y: 0}, {x: 4, y: 0}, {x: 4, y: 3}]); // prettier-ignore
  });

  it('keeps the ends and comes as near to every point as it says', () => {
    fc.assert(
      fc.property(points, fc.double({min: 0.1, max: 5, noNaN: true}), (line, tolerance) => {
        const thin = thinLine(line, tolerance);
        expect(thin[0]).to.equal(line[0]);
        expect(thin.at(-1)).to.equal(line.at(-1));
        if (line.length < 2) return;
        for (const point of line) expect(awayFrom(thin, point)).to.be.at.most(tolerance + 0.2);
      }),
      {numRuns: 60},
    );
  });

  it('keeps the far point of a line that comes back to where it began', () => {
    const there = [{x: 0, y: 0}, {x: 9, y: 0}, {x: 0, y: 0}]; // prettier-ignore
    expect(thinLine(there, 1)).to.deep.equal(there);
  });
});
