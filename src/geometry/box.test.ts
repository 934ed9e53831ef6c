import {expect} from '@open-wc/testing';
import {bandBetween} from './box-drawing.js';
import {intoPicture, isInPicture, movedInto, moveWithin, onLattice} from './box-in-picture.js';
import {directionIn, toStoredBox, toUprightBox, vectorShown} from './box-orientation.js';
import {resized} from './box-resize.js';
import {
  boundsOf,
  boxAround,
  boxBetween,
  contains,
  distanceToOutline,
  holds,
  intersectionOverUnion,
  touches,
  type Box,
} from './box.js';
import {uprightToScreen} from './view.js';
import {toUpright, type Orientation} from './orientation.js';

const size = {width: 100, height: 80};
const box = (left: number, top: number, width: number, height: number): Box => ({left, top, width, height});

describe('box', () => {
  it('is found from corners, points and other boxes', () => {
    expect(boxBetween({x: 30, y: 10}, {x: 10, y: 40})).to.deep.equal(box(10, 10, 20, 30));
    expect(boxAround([{x: 5, y: 9}, {x: 7, y: 2}, {x: 6, y: 4}])).to.deep.equal(box(5, 2, 2, 7)); // prettier-ignore
    expect(boundsOf([box(0, 5, 10, 10), box(20, 0, 5, 5)])).to.deep.equal(box(0, 0, 25, 15));
    expect(boundsOf([])).to.equal(undefined);
  });

  it('knows what it contains, holds and touches, borders included', () => {
    expect(contains(box(10, 10, 20, 20), {x: 30, y: 10})).to.equal(true);
    expect(contains(box(10, 10, 20, 20), {x: 30.1, y: 10})).to.equal(false);
    expect(holds(box(10, 10, 20, 20), box(10, 15, 20, 15))).to.equal(true);
    expect(holds(box(10, 10, 20, 20), box(10, 15, 20, 16))).to.equal(false);
    expect(touches(box(10, 10, 20, 20), box(30, 30, 5, 5))).to.equal(true);
    expect(touches(box(10, 10, 20, 20), box(30.1, 30, 5, 5))).to.equal(false);
  });

  it('measures likeness and distance', () => {
    expect(intersectionOverUnion(box(0, 0, 10, 10), box(5, 0, 10, 10))).to.be.closeTo(1 / 3, 1e-12);
    expect(intersectionOverUnion(box(0, 0, 10, 10), box(0, 0, 10, 10))).to.equal(1);
    expect(intersectionOverUnion(box(0, 0, 10, 10), box(10, 0, 10, 10))).to.equal(0);
    expect(intersectionOverUnion(box(0, 0, 0, 0), box(0, 0, 0, 0))).to.equal(0);
    expect(distanceToOutline(box(10, 10, 20, 20), {x: 13, y: 20})).to.equal(3);
    expect(distanceToOutline(box(10, 10, 20, 20), {x: 33, y: 34})).to.equal(5);
    expect(distanceToOutline(box(10, 10, 20, 20), {x: 20, y: 6})).to.equal(4);
    expect(distanceToOutline(box(10, 10, 20, 20), {x: 10, y: 20})).to.equal(0);
  });
});

describe('box in a picture', () => {
  it('rounds edges and not sizes (COORD-3)', () => {
    expect(onLattice(box(10.4, 10.6, 20.2, 20.2), size)).to.deep.equal(box(10, 11, 21, 20));
    const [one, other] = [onLattice(box(0, 0, 10.5, 10), size), onLattice(box(10.5, 0, 9.8, 10), size)];
    expect(other.left, 'a shared edge stays shared').to.equal(one.left + one.width);
  });

  it('never gives less than one pixel, and keeps an edge that is on a lattice line', () => {
    expect(onLattice(box(10.2, 10.7, 0.1, 0.1), size)).to.deep.equal(box(10, 10, 1, 1));
    expect(onLattice(box(10, 10, 0.3, 0), size)).to.deep.equal(box(10, 10, 1, 1));
    expect(onLattice(box(9.7, 10, 0.3, 0), size)).to.deep.equal(box(9, 10, 1, 1));
    expect(onLattice(box(100, 80, 0, 0), size)).to.deep.equal(box(99, 79, 1, 1));
  });

  it('cuts off what is outside, and never gives −0', () => {
    expect(onLattice(box(-5, -5, 200, 200), size)).to.deep.equal(box(0, 0, 100, 80));
    expect(onLattice(box(150, -50, 10, 10), size)).to.deep.equal(box(99, 0, 1, 1));
    expect(Object.is(onLattice(box(-0.3, -0.3, 10, 10), size).left, 0)).to.equal(true);
  });

  it('clamps places, and moves without a change of size (COORD-4)', () => {
    expect(intoPicture({x: -3, y: 90}, size)).to.deep.equal({x: 0, y: 80});
    expect(isInPicture(box(0, 0, 100, 80), size)).to.equal(true);
    expect(isInPicture(box(0, 0, 100, 80.1), size)).to.equal(false);
    expect(movedInto(box(10, 10, 30, 30), {x: 90, y: -90}, size)).to.deep.equal(box(70, 0, 30, 30));
    expect(movedInto(box(-20, 10, 300, 30), {x: 5, y: 0}, size)).to.deep.equal(box(0, 10, 300, 30));
    expect(moveWithin([box(10, 10, 30, 30), box(60, 60, 10, 10)], {x: 90, y: -90}, size)).to.deep.equal({
      x: 30,
      y: -10,
    });
  });

  it('lets a box that is outside move only inwards', () => {
    const outside = [box(-20, 10, 30, 30)];
    expect(moveWithin(outside, {x: -5, y: 0}, size)).to.deep.equal({x: 0, y: 0});
    expect(moveWithin(outside, {x: 5, y: 0}, size)).to.deep.equal({x: 5, y: 0});
  });
});

describe('drawing between two points', () => {
  const plain = {isSquare: false, isCentred: false};

  it('cuts off what is outside, also of what is mirrored about the middle', () => {
    expect(bandBetween({x: -5, y: 10}, {x: 30, y: 99}, size, plain)).to.deep.equal(box(0, 10, 30, 70));
    expect(bandBetween({x: 10, y: 10}, {x: 30, y: 15}, size, {...plain, isCentred: true})).to.deep.equal(
      box(0, 5, 30, 10),
    );
  });

  it('keeps squares square on the lattice and in the picture', () => {
    const square = {...plain, isSquare: true};
    expect(bandBetween({x: 10.4, y: 5.6}, {x: 30.6, y: 7}, size, square)).to.deep.equal(box(10, 6, 20, 20));
    expect(bandBetween({x: 90, y: 70}, {x: 99, y: 200}, size, square)).to.deep.equal(box(90, 70, 10, 10));
    const middle = {isSquare: true, isCentred: true};
    expect(bandBetween({x: 50, y: 75}, {x: 70, y: 75}, size, middle)).to.deep.equal(box(45, 70, 10, 10));
  });
});

describe('resizing', () => {
  const free = {keepsRatio: false, isSymmetric: false};
  const start = box(30, 30, 20, 10);

  it('moves the edges of the handle only, and clamps them', () => {
    expect(resized(start, {x: 1, y: 0}, {x: 5, y: 99}, size, free)).to.deep.equal(box(30, 30, 25, 10));
    expect(resized(start, {x: -1, y: -1}, {x: -50, y: 2}, size, free)).to.deep.equal(box(0, 32, 50, 8));
  });

  it('flips about the opposite corner (BOX-1)', () => {
    expect(resized(start, {x: 1, y: 1}, {x: -30, y: -15}, size, free)).to.deep.equal(box(20, 25, 10, 5));
    expect(resized(start, {x: -1, y: 0}, {x: 28, y: 0}, size, free)).to.deep.equal(box(50, 30, 8, 10));
  });

  it('keeps the ratio about the opposite corner, flipped too, in the picture', () => {
    const ratio = {...free, keepsRatio: true};
    expect(resized(start, {x: 1, y: 1}, {x: 20, y: 0}, size, ratio)).to.deep.equal(box(30, 30, 40, 20));
    expect(resized(start, {x: 1, y: 1}, {x: -40, y: -11}, size, ratio)).to.deep.equal(box(10, 20, 20, 10));
    expect(resized(start, {x: 1, y: 1}, {x: 500, y: 0}, size, ratio)).to.deep.equal(box(30, 30, 70, 35));
    expect(resized(start, {x: 1, y: 0}, {x: 20, y: 0}, size, ratio)).to.deep.equal(box(30, 25, 40, 20));
  });

  it('keeps the middle when it is symmetric', () => {
    const symmetric = {...free, isSymmetric: true};
    expect(resized(start, {x: 1, y: 1}, {x: 5, y: 5}, size, symmetric)).to.deep.equal(box(25, 25, 30, 20));
    expect(
      resized(start, {x: 1, y: 1}, {x: 10, y: 0}, size, {keepsRatio: true, isSymmetric: true}),
    ).to.deep.equal(box(20, 25, 40, 20));
  });

  it('needs no ratio of a box without area', () => {
    const flat = box(10, 10, 0, 5);
    const ratio = {...free, keepsRatio: true};
    expect(resized(flat, {x: 1, y: 1}, {x: 4, y: 4}, size, ratio)).to.deep.equal(box(10, 10, 4, 9));
  });
});

describe('boxes of turned pictures', () => {
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as Orientation[]) {
    it(`find their way to the screen and back, orientation ${orientation}`, () => {
      const frame = {stored: size, orientation};
      const start = box(10, 20, 30, 5);
      const shown = toUprightBox(start, frame);
      expect(toStoredBox(shown, frame)).to.deep.equal(start);
      const corner = toUpright({x: 10, y: 20}, size, orientation);
      expect(contains(shown, corner)).to.equal(true);
      expect(shown.width * shown.height).to.equal(150);
    });

    it(`are moved right by what is right on the screen, orientation ${orientation}`, () => {
      const frame = {stored: size, orientation};
      const by = directionIn(frame, 'right');
      expect(vectorShown(by, orientation)).to.deep.equal({x: 1, y: 0});
      const moved = {x: 40 + by.x, y: 40 + by.y};
      const view = {scale: 2, x: 0, y: 0};
      const before = uprightToScreen(view, toUpright({x: 40, y: 40}, size, orientation));
      const after = uprightToScreen(view, toUpright(moved, size, orientation));
      expect([after.x - before.x, after.y - before.y]).to.deep.equal([2, 0]);
    });
  }
});
