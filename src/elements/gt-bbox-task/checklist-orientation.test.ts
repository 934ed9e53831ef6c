import {expect} from '@open-wc/testing';
import {turnedJpeg} from '../../../test/helpers/pictures.js';
import type {Orientation} from '../../geometry/orientation.js';
import '../../define/gt-bbox-task.js';
import {paintPatch, seenPatch} from './checklist.harness.js';
import {BboxHarness, painted} from './gt-bbox-task.harness.js';

/** A picture whose sides differ, with a patch that has another distance to each of them. */
const stored = {width: 112, height: 80};
/** In units of 16 pixels: on the blocks of a JPEG, so that compression keeps its edges. */
const patch = {left: 1, top: 1, width: 3, height: 2};
const zoom = 5;

/** Where the patch is once the picture is turned upright, worked out by hand for each of the eight. */
const upright: Readonly<Record<Orientation, readonly [number, number, number, number]>> = {
  1: [16, 16, 48, 32],
  2: [48, 16, 48, 32],
  3: [48, 32, 48, 32],
  4: [16, 32, 48, 32],
  5: [16, 16, 32, 48],
  6: [32, 16, 32, 48],
  7: [32, 48, 32, 48],
  8: [16, 48, 32, 48],
};

describe('checklist: pictures that their file says to turn', () => {
  for (const coordinates of ['stored', 'displayed'] as const) {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
      it(`orientation ${orientation}: a drag around what is seen counts in the ${coordinates} grid`, async () => {
        const picture = await turnedJpeg(stored.width, stored.height, orientation, (context) =>
          paintPatch(context, 16, patch),
        );
        const task = await BboxHarness.of(picture, {coordinates});
        await task.look(zoom, [stored.width / 2, stored.height / 2]);
        const {from, to} = await seenPatch();
        await task.dragOnPage(from, to);
        const isTurned = orientation >= 5;
        const size = isTurned && coordinates === 'displayed' ? {width: 80, height: 112} : stored;
        const [left, top, width, height] = coordinates === 'stored' ? [16, 16, 48, 32] : upright[orientation];
        expect(task.element.value).to.deep.equal({
          boundingBoxes: [{label: 'car', left, top, width, height}],
          inputImageProperties: size,
        });
        expect(task.boxes, 'records are stored').to.deep.equal([{left: 16, top: 16, width: 48, height: 32}]);
        const line = JSON.parse((await task.element.toManifestLine()).line);
        expect(line['labeling-job'].image_size).to.deep.equal([{...size, depth: 3}]);
        expect(line['labeling-job'].annotations).to.deep.equal([{class_id: 0, left, top, width, height}]);

        // The same numbers given by a page are around the patch as well.
        const value = structuredClone(task.element.value);
        task.element.reset();
        task.element.value = value;
        await painted();
        expect(task.element.value).to.deep.equal(value);
        expect(task.boxes).to.deep.equal([{left: 16, top: 16, width: 48, height: 32}]);
      });
    }
  }
});
