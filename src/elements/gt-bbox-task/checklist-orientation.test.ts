import {expect} from '@open-wc/testing';
import '../../define/gt-bbox-task.js';
import {stored, turnedPicture, upright} from '../stage/turned-picture.harness.js';
import {seenPatch} from './checklist.harness.js';
import {BboxHarness, painted} from './gt-bbox-task.harness.js';

const zoom = 5;

describe('checklist: pictures that their file says to turn', () => {
  for (const coordinates of ['stored', 'displayed'] as const) {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
      it(`orientation ${orientation}: a drag around what is seen counts in the ${coordinates} grid`, async () => {
        const picture = await turnedPicture(orientation);
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
