import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {hasThreeCorners, inSteps, movedOutline, outlinePoints, type Outline} from './outline.js';

const size = {width: 100, height: 60};
const inPicture = fc.record({
  x: fc.double({min: 0, max: size.width, noNaN: true}),
  y: fc.double({min: 0, max: size.height, noNaN: true}),
});
const anywhere = fc.record({
  x: fc.double({min: -300, max: 300, noNaN: true}),
  y: fc.double({min: -300, max: 300, noNaN: true}),
});
const noPaths = () => undefined;

describe('outline', () => {
  it('goes in one of eight directions, and stays in the picture', () => {
    fc.assert(
      fc.property(inPicture, anywhere, (from, at) => {
        const {x, y} = inSteps(from, at, size);
        const [dx, dy] = [Math.abs(x - from.x), Math.abs(y - from.y)];
        expect(Math.min(dx, dy, Math.abs(dx - dy))).to.be.below(1e-9);
        expect(x).to.be.within(-1e-9, size.width + 1e-9);
        expect(y).to.be.within(-1e-9, size.height + 1e-9);
      }),
    );
  });

  it('moves as a whole, no further than to the border', () => {
    fc.assert(
      fc.property(fc.array(inPicture, {minLength: 1, maxLength: 8}), anywhere, (points, by) => {
        const moved = outlinePoints(movedOutline({legs: [{points}]}, by, size, noPaths), noPaths);
        for (const {x, y} of moved) {
          expect(x).to.be.within(-1e-9, size.width + 1e-9);
          expect(y).to.be.within(-1e-9, size.height + 1e-9);
        }
      }),
    );
  });

  it('has the points of the ways along edges, and none twice in a row', () => {
    const [a, b, c] = [{x: 0, y: 0}, {x: 5, y: 5}, {x: 9, y: 1}] as const; // prettier-ignore
    const edge = {from: a, to: b};
    const outline: Outline = {legs: [{points: [a]}, {points: [b], edge}, {points: [b, c]}]};
    expect(outlinePoints(outline, noPaths)).to.deep.equal([a, b, c]);
    const path = [a, {x: 5, y: 0}, b];
    expect(outlinePoints(outline, () => path)).to.deep.equal([...path, c]);
    const moved = movedOutline(outline, {x: 1, y: 1}, size, () => path);
    expect(outlinePoints(moved, noPaths).map(({x, y}) => [x, y])).to.deep.equal([[1, 1], [6, 1], [6, 6], [10, 2]]); // prettier-ignore
  });

  it('needs three different corners', () => {
    const [a, b, c] = [{x: 0, y: 0}, {x: 5, y: 5}, {x: 9, y: 1}] as const; // prettier-ignore
    expect(hasThreeCorners({legs: [{points: [a]}, {points: [b]}, {points: [a]}]})).to.equal(false);
    expect(hasThreeCorners({legs: [{points: [a, b]}, {points: [{...b}]}]})).to.equal(false);
    expect(hasThreeCorners({legs: [{points: [a, b]}, {points: [c]}]})).to.equal(true);
  });
});
