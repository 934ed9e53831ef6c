import {expect} from '@open-wc/testing';
import {usualSight} from './stage-host.harness.js';
import {IdlePainter} from './idle-painter.js';
import {MovedCanvas} from './moved-canvas.js';
import type {PaintedLayer} from './painted-layer.js';

describe('IdlePainter', () => {
  let paintings = 0;
  let frames = 0;
  const layer = (): PaintedLayer => {
    const canvas = new MovedCanvas(0, {handsOver: true});
    return {
      canvas,
      isOneWhole: false,
      patch: () => undefined,
      *paint(sight, ratio) {
        paintings++;
        canvas.start(sight, ratio);
      },
    };
  };

  it('paints at once, and what changes again and again before the next frame once more in that', () => {
    const painter = new IdlePainter(layer, () => frames++);
    painter.look(usualSight, 1);
    expect(paintings, 'at once').to.equal(1);
    for (let time = 0; time < 5; time++) painter.repaint();
    expect(paintings, 'before the frame').to.equal(1);
    expect(painter.isSettled).to.equal(false);
    expect(frames, 'a frame is asked for').to.be.above(0);

    expect(painter.slice(), 'there is more to do').to.equal(false);
    expect(paintings, 'in the frame').to.equal(2);
    expect(painter.isSettled).to.equal(true);

    painter.repaint();
    expect(paintings, 'at once again').to.equal(3);
    painter.destroy();
  });
});
