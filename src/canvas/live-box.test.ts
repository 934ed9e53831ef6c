import {expect} from '@open-wc/testing';
import {usualColors} from './colors.js';
import {createLivePainter} from './live-box.js';
import {outlineOf} from './outline.js';
import {paintLivePlainly, type LiveBox, type LivePainter} from './paint-live.js';

const looks = {
  plain: {status: 'own', pattern: 'solid'},
  dashed: {status: 'given', pattern: 'solid'},
  patterned: {status: 'own', pattern: 'ring'},
} as const;

function liveBox(ratio: number, {status, pattern}: (typeof looks)[keyof typeof looks]): LiveBox {
  const box = {left: 21, top: 30, right: 124, bottom: 99};
  return {
    box,
    style: {
      outline: outlineOf('bold', ratio),
      look: {color: '#e69f00', pattern},
      status,
      ratio,
      colors: usualColors,
      isSelected: true,
    },
    handles: [
      {handle: 'top-left', x: box.left, y: box.top},
      {handle: 'right', x: box.right, y: 64.5},
    ],
    handleSize: 8 * ratio,
  };
}

function painted(painter: LivePainter, live: LiveBox): Uint8ClampedArray {
  const context = new OffscreenCanvas(160, 120).getContext('2d') as unknown as CanvasRenderingContext2D;
  painter(context, live);
  return context.getImageData(0, 0, 160, 120).data;
}

/** True when fabric paints some pixels, and exactly those that we paint without it. */
function isSame(live: LiveBox, byFabric = createLivePainter()): boolean {
  const plain = painted(paintLivePlainly, live);
  const pixels = painted(byFabric, live);
  return plain.some((value) => value !== 0) && plain.every((value, i) => value === pixels[i]);
}

describe('live box', () => {
  for (const [name, look] of Object.entries(looks)) {
    for (const ratio of [1, 1.5, 2]) {
      it(`by fabric is what we paint without it: ${name}, ratio ${ratio}`, () => {
        expect(isSame(liveBox(ratio, look))).to.equal(true);
      });
    }
  }

  it('follows to another place', () => {
    const painter = createLivePainter();
    const live = liveBox(1, looks.plain);
    painted(painter, live);
    const moved = {...live, box: {left: 5, top: 8, right: 50, bottom: 20}, handles: []};
    expect(isSame(moved, painter)).to.equal(true);
  });

  it('paints a box without any size', () => {
    const live = {...liveBox(1, looks.plain), box: {left: 60, top: 60, right: 60, bottom: 60}, handles: []};
    expect(isSame(live)).to.equal(true);
  });
});
