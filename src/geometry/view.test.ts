import {expect} from '@open-wc/testing';
import {toStored, toUpright, uprightSize, type Orientation} from './orientation.js';
import {
  afterResize,
  fitView,
  imageToScreen,
  overflows,
  panned,
  screenToImage,
  screenToUpright,
  smallestScale,
  uprightToScreen,
  zoomAt,
} from './view.js';
import {wheelFactor, wheelPixels} from './wheel.js';

const stage = {width: 400, height: 300};
const turn = (deltaY: number, more = {}) => ({
  deltaX: 0,
  deltaY,
  deltaMode: 0,
  ctrlKey: false,
  metaKey: false,
  ...more,
});

describe('view', () => {
  it('fits the whole picture, centred, and never enlarges it unless asked', () => {
    expect(fitView({width: 800, height: 300}, stage)).to.deep.equal({scale: 0.5, x: 0, y: 75});
    expect(fitView({width: 40, height: 30}, stage)).to.deep.equal({scale: 1, x: 180, y: 135});
    expect(fitView({width: 40, height: 30}, stage, undefined, true)).to.deep.equal({scale: 10, x: 0, y: 0});
  });

  it('leaves the inset free', () => {
    const inset = {top: 10, right: 0, bottom: 50, left: 0};
    expect(fitView({width: 240, height: 480}, stage, inset)).to.deep.equal({scale: 0.5, x: 140, y: 10});
  });

  it('keeps the point under the pointer, also at the bounds of the zoom', () => {
    const at = {x: 123, y: 45};
    let view = fitView({width: 4000, height: 3000}, stage);
    const point = screenToUpright(view, at);
    for (let i = 0; i < 60; i++) view = zoomAt(view, i < 40 ? 1.3 : 0.7, at, 0.05);
    const shown = uprightToScreen(view, point);
    expect(shown.x).to.be.closeTo(at.x, 1e-6);
    expect(shown.y).to.be.closeTo(at.y, 1e-6);
    expect(zoomAt(view, 1e9, at, 0.05).scale).to.equal(64);
    expect(zoomAt(view, 1e-9, at, 0.05).scale).to.equal(0.05);
  });

  it('can shrink to half of what fits', () => {
    expect(smallestScale(0.4)).to.equal(0.2);
    expect(smallestScale(10)).to.equal(1);
  });

  it('pans without losing the picture, and without pulling in what is out already', () => {
    const picture = {width: 200, height: 200};
    const view = {scale: 1, x: 0, y: 0};
    expect(panned(view, -1000, 1000, picture, stage)).to.deep.equal({scale: 1, x: -152, y: 252});
    const out = {scale: 1, x: -180, y: 0};
    expect(panned(out, -5, 0, picture, stage).x).to.equal(-180);
    expect(panned(out, 5, 0, picture, stage).x).to.equal(-175);
  });

  it('keeps the middle of the stage when the stage changes its size', () => {
    const view = {scale: 2, x: -30, y: -50};
    const larger = {width: 500, height: 200};
    expect(screenToUpright(afterResize(view, stage, larger), {x: 250, y: 100})).to.deep.equal(
      screenToUpright(view, {x: 200, y: 150}),
    );
  });

  it('knows whether a picture lies partly beside the stage', () => {
    expect(overflows({scale: 1, x: 0, y: 0}, stage, stage)).to.equal(false);
    expect(overflows({scale: 1.01, x: 0, y: 0}, stage, stage)).to.equal(true);
    expect(overflows({scale: 0.5, x: -3, y: 0}, stage, stage)).to.equal(true);
  });
});

describe('orientation', () => {
  const stored = {width: 30, height: 20};
  const topLeftShownAt: Record<Orientation, [number, number]> = {
    1: [0, 0],
    2: [30, 0],
    3: [30, 20],
    4: [0, 20],
    5: [0, 0],
    6: [20, 0],
    7: [20, 30],
    8: [0, 30],
  };

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
    it(`${orientation}: shows the stored corner in its place and finds the way back`, () => {
      const [x, y] = topLeftShownAt[orientation];
      expect(toUpright({x: 0, y: 0}, stored, orientation)).to.deep.equal({x, y});
      const point = {x: 7, y: 11};
      expect(toStored(toUpright(point, stored, orientation), stored, orientation)).to.deep.equal(point);
      const upright = toUpright(point, stored, orientation);
      const size = uprightSize(stored, orientation);
      expect(upright.x).to.be.within(0, size.width);
      expect(upright.y).to.be.within(0, size.height);
      const frame = {stored, orientation};
      const view = {scale: 3, x: -5, y: 8};
      const back = screenToImage(view, frame, imageToScreen(view, frame, point));
      expect(back.x).to.be.closeTo(7, 1e-9);
      expect(back.y).to.be.closeTo(11, 1e-9);
    });
  }
});

describe('wheel', () => {
  it('makes a notch 1.2 times, in or out', () => {
    expect(wheelFactor(turn(-100), 300)).to.be.closeTo(1.2, 1e-9);
    expect(wheelFactor(turn(100), 300)).to.be.closeTo(1 / 1.2, 1e-9);
  });

  it('follows a pinch continuously', () => {
    expect(wheelFactor(turn(-10, {ctrlKey: true}), 300)).to.be.closeTo(1.105, 0.001);
    expect(wheelFactor(turn(-0.5, {ctrlKey: true}), 300)).to.be.closeTo(1.005, 0.001);
  });

  it('keeps the step of the wheel for a notch with Ctrl held', () => {
    expect(wheelFactor(turn(-100, {ctrlKey: true}), 300)).to.be.closeTo(1.2, 1e-9);
    expect(wheelFactor(turn(-3, {ctrlKey: true, deltaMode: 1}), 300)).to.be.closeTo(1.2 ** 0.48, 1e-9);
  });

  it('reads lines and pages, and cuts what is too much', () => {
    expect(wheelPixels(turn(3, {deltaMode: 1}), 300)).to.deep.equal({dx: 0, dy: 48});
    expect(wheelPixels(turn(-1, {deltaMode: 2}), 200)).to.deep.equal({dx: 0, dy: -200});
    expect(wheelPixels(turn(99_999), 300).dy).to.equal(240);
  });
});
