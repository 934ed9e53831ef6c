import {expect} from '@open-wc/testing';
import {resetMouse} from '@web/test-runner-commands';
import '../../define/gt-image-viewer.js';
import {screenOf, withRatio} from '../../canvas/stage-host.harness.js';
import {mapOf, recordsFor} from '../../../test/helpers/masks.js';
import {MaskStage} from '../../canvas/mask-stage.js';
import {Editor} from '../../editor/editor.js';
import {MaskBoard} from '../../editor/mask-board.js';
import {documentOf} from '../../model/document.js';
import {nextFrame, until, ViewerHarness} from './gt-image-viewer.harness.js';

const size = {width: 160, height: 120};

/** Whether a pixel of the picture is white; hardly any two neighbours are alike. */
const isWhite = (x: number, y: number) => ((x * 7 + y * 13) ^ (x >> 1) ^ (y >> 2)) % 3 === 0;

async function speckledPicture(): Promise<Blob> {
  const canvas = new OffscreenCanvas(size.width, size.height);
  const context = canvas.getContext('2d')!;
  for (let y = 0; y < size.height; y++)
    for (let x = 0; x < size.width; x++) {
      context.fillStyle = isWhite(x, y) ? '#fff' : '#000';
      context.fillRect(x, y, 1, 1);
    }
  return canvas.convertToBlob();
}

afterEach(() => resetMouse());

/** A mask that covers all white pixels of a picture leaves none of them, and covers no black one. */
describe('a mask on its picture', () => {
  for (const ratio of [1, 1.5, 2]) {
    it(`covers exactly the pixels it means, at ratio ${ratio}`, () =>
      withRatio(ratio, async () => {
        const board = new MaskBoard(new Editor(), {hasInstances: false});
        board.editor.open(documentOf(recordsFor(mapOf(size, (x, y) => (isWhite(x, y) ? 1 : 0)))));
        const stage = new MaskStage(board, {
          lookOf: () => ({color: '#ff0000', pattern: 'solid'}),
          opacity: 1,
        });
        const harness = await ViewerHarness.of(await speckledPicture(), {
          layer: stage,
          smoothing: 'off',
          withoutToolbar: true,
        });
        const {viewer} = harness;
        board.set({frame: viewer.sight!.frame});
        for (const scale of [1, 1.25, 1.5, 2, 3.3, 5.7, 11.7]) {
          viewer.showAt(scale, {x: 70.317, y: 55.643});
          await until(() => stage.isSettled, 'the mask is painted');
          await nextFrame();
          const pixels = await screenOf({host: document.documentElement});
          const counts = {white: 0, red: 0, black: 0, other: 0};
          const {view} = viewer.sight!;
          // The picture on the screen, a device pixel less on each side; the stage without its round corners.
          const edge = (at: number, from: number) => Math.round((at + from) * ratio);
          const left = Math.max(edge(view.x, 20) + 1, edge(12, 20));
          const top = Math.max(edge(view.y, 30) + 1, edge(12, 30));
          const right = Math.min(edge(view.x + size.width * scale, 20) - 1, edge(388, 20));
          const bottom = Math.min(edge(view.y + size.height * scale, 30) - 1, edge(288, 30));
          for (let y = top; y < bottom; y++)
            for (let x = left; x < right; x++) {
              const color = pixels.at(x, y);
              if (color === '#ffffff') counts.white++;
              else if (color === '#ff0000') counts.red++;
              else if (color === '#000000') counts.black++;
              else counts.other++;
            }
          expect(counts.white, `white at ${scale}`).to.equal(0);
          expect(counts.other, `other at ${scale}`).to.equal(0);
          const share = counts.red / (counts.red + counts.black);
          expect(share, `red at ${scale}`).to.be.within(0.3, 0.37);
        }
        viewer.layer = undefined;
        stage.destroy();
      }));
  }
});
