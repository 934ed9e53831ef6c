import {expect} from '@open-wc/testing';
import type {Sight} from '../geometry/sight.js';
import {MovedCanvas} from './moved-canvas.js';

const sight: Sight = {
  view: {scale: 1, x: 0, y: 0},
  frame: {stored: {width: 100, height: 80}, orientation: 1},
  stage: {width: 100, height: 80},
};

/** The colour that the page shows at a place of a canvas. */
function shownAt({element}: MovedCanvas, x: number, y: number): readonly number[] {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  context?.drawImage(element, -x, -y);
  return [...(context?.getImageData(0, 0, 1, 1).data ?? [])];
}

const clear = [0, 0, 0, 0];
const red = [255, 0, 0, 255];
const blue = [0, 0, 255, 255];

function painted(margin = 0): MovedCanvas {
  const canvas = new MovedCanvas(margin, {handsOver: true});
  canvas.start(sight, 1);
  canvas.context.fillStyle = '#f00';
  canvas.context.fillRect(0, 0, 50, 50);
  return canvas;
}

describe('moved canvas', () => {
  it('shows what is painted on it at once, unless it hands over', () => {
    const canvas = new MovedCanvas(0);
    canvas.start(sight, 1);
    canvas.context.fillStyle = '#f00';
    canvas.context.fillRect(0, 0, 50, 50);
    expect(shownAt(canvas, 10, 10)).to.deep.equal(red);
  });

  it('shows what was handed over, and nothing before', () => {
    const canvas = painted();
    expect(shownAt(canvas, 10, 10)).to.deep.equal(clear);
    canvas.present();
    expect(shownAt(canvas, 10, 10)).to.deep.equal(red);
    expect(shownAt(canvas, 60, 10)).to.deep.equal(clear);
  });

  it('goes on from what was handed over', () => {
    const canvas = painted();
    canvas.present();
    canvas.resume();
    expect(shownAt(canvas, 10, 10), 'while it is painted on').to.deep.equal(red);
    canvas.context.clearRect(0, 0, 20, 20);
    canvas.context.fillStyle = '#00f';
    canvas.context.fillRect(60, 0, 10, 10);
    canvas.present();
    expect(shownAt(canvas, 10, 10), 'cleared').to.deep.equal(clear);
    expect(shownAt(canvas, 30, 30), 'left as it was').to.deep.equal(red);
    expect(shownAt(canvas, 65, 5), 'added').to.deep.equal(blue);
  });

  it('starts empty again after it was handed over', () => {
    const canvas = painted();
    canvas.present();
    canvas.start(sight, 1);
    canvas.present();
    expect(shownAt(canvas, 10, 10)).to.deep.equal(clear);
  });

  it('is as large as the stage and its margin', () => {
    const canvas = painted(30);
    canvas.present();
    expect(canvas.area).to.deep.equal({left: 0, top: 0, right: 160, bottom: 140});
    expect([canvas.element.width, canvas.element.height]).to.deep.equal([160, 140]);
    expect(canvas.slack(sight), 'the whole picture is on it').to.equal(Infinity);
  });

  it('gives its memory back', () => {
    const canvas = painted();
    canvas.present();
    canvas.destroy();
    expect([canvas.element.width, canvas.context.canvas.width]).to.deep.equal([0, 0]);
  });
});
