import {expect} from '@open-wc/testing';
import {boxRecord, stageWith} from './box-stage.harness.js';
import {screenOf, type Pixels} from './stage-host.harness.js';

/** The places of the stage that have the colour of the badge. */
function badgeIn(pixels: Pixels): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  for (let y = 0; y < pixels.height; y++) {
    for (let x = 0; x < pixels.width; x++) if (pixels.at(x, y) === '#ffc93c') found.push([x, y]);
  }
  return found;
}

describe('a selected box beside the picture', () => {
  // The picture is 400 pixels wide on the screen, from 30 to 270.
  const places: Readonly<Record<string, {at: readonly number[]; near: readonly [number, number]}>> = {
    right: {at: [130, 20, 20, 20], near: [400, 110]},
    left: {at: [-60, 20, 20, 20], near: [0, 110]},
    below: {at: [40, 90, 20, 20], near: [160, 270]},
    'beyond a corner': {at: [130, 90, 20, 20], near: [400, 270]},
  };
  for (const [name, {at, near}] of Object.entries(places)) {
    it(`has its badge in the picture, at the border next to it: ${name}`, async () => {
      const harness = await stageWith([boxRecord(0, at)]);
      harness.drawing.set({selection: new Set(['box-0'])});
      await harness.settled();
      const badge = badgeIn(await screenOf(harness));
      harness.close();
      expect(badge.length).to.be.above(20);
      for (const [x, y] of badge) {
        expect(x >= 0 && x < 400 && y >= 30 && y < 270, `${x}, ${y}`).to.equal(true);
        expect(Math.hypot(x - near[0], y - near[1]), `${x}, ${y}`).to.be.below(30);
      }
    });
  }
});
