import {expect} from '@open-wc/testing';
import type {Orientation} from '../geometry/orientation.js';
import {uprightSize} from '../geometry/orientation.js';
import type {Sight} from '../geometry/sight.js';
import {screenToImage, snappedView} from '../geometry/view.js';
import {screenOf, withRatio, type Pixels} from './box-stage.harness.js';
import {mapOf, maskColors, maskStageWith} from './mask-stage.harness.js';

/** A map in which hardly any neighbours are equal. */
const speckled = (width: number, height: number) =>
  mapOf({width, height}, (x, y) => ((x * 7 + y * 13) ^ (x >> 1)) % 4);

/** What must be on the screen: the colour of the pixel under the middle of each device pixel. */
function expected({view, frame, stage}: Sight, numberAt: (x: number, y: number) => number, ratio: number) {
  return (x: number, y: number): string => {
    if (x / ratio >= stage.width || y / ratio >= stage.height) return '#808080';
    const at = screenToImage(view, frame, {x: (x + 0.5) / ratio, y: (y + 0.5) / ratio});
    const [column, row] = [Math.ceil(at.x) - 1, Math.ceil(at.y) - 1];
    const {width, height} = frame.stored;
    const isBeside = column < 0 || row < 0 || column >= width || row >= height;
    const number = isBeside ? 0 : numberAt(column, row);
    return number === 0 ? '#808080' : (maskColors[number] ?? '#ff00ff');
  };
}

function differences(pixels: Pixels, colorAt: (x: number, y: number) => string): string[] {
  const found: string[] = [];
  for (let y = 0; y < pixels.height; y++)
    for (let x = 0; x < pixels.width; x++) {
      const [is, shall] = [pixels.at(x, y), colorAt(x, y)];
      if (is !== shall && found.length < 10) found.push(`${x},${y}: ${is} instead of ${shall}`);
    }
  return found;
}

describe('MaskStage: pixels', () => {
  for (const ratio of [1, 1.5, 2]) {
    for (const scale of [0.5, 1, 3.3, 16]) {
      it(`are those of the map at zoom ${scale}, ratio ${ratio}`, () =>
        withRatio(ratio, async () => {
          const map = speckled(500, 400);
          const view = snappedView({scale, x: 10.37 - 30 * scale, y: 20.71 - 20 * scale}, ratio);
          const sight: Sight = {
            view,
            frame: {stored: {width: 500, height: 400}, orientation: 1},
            stage: {width: 200, height: 150},
          };
          const harness = await maskStageWith(map, {sight});
          try {
            const numberAt = (x: number, y: number) => map.data[y * 500 + x] as number;
            expect(differences(await screenOf(harness), expected(sight, numberAt, ratio))).to.deep.equal([]);
          } finally {
            harness.close();
          }
        }));
    }
  }

  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const satisfies readonly Orientation[]) {
    it(`are those of the map with EXIF orientation ${orientation}`, async () => {
      const stored = {width: 90, height: 60};
      const map = speckled(90, 60);
      const scale = 140.3 / uprightSize(stored, orientation).height;
      const sight: Sight = {
        view: {scale, x: 5, y: 5},
        frame: {stored, orientation},
        stage: {width: 240, height: 150},
      };
      const harness = await maskStageWith(map, {sight});
      try {
        const numberAt = (x: number, y: number) => map.data[y * 90 + x] as number;
        expect(differences(await screenOf(harness), expected(sight, numberAt, 1))).to.deep.equal([]);
      } finally {
        harness.close();
      }
    });
  }
});
