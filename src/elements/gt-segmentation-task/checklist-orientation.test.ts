import {expect, waitUntil} from '@open-wc/testing';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-segmentation-task.js';
import {entryOf} from '../../formats/entry.js';
import {MaskHarness, pixelText, type Pixel} from '../mask-task/mask-task.harness.js';
import {seenPatch} from '../stage/circumstances.harness.js';
import {stored, turnedPicture, upright} from '../stage/turned-picture.harness.js';

const box = (left: number, top: number, width: number, height: number): Pixel[] =>
  Array.from({length: width * height}, (_, at) => [left + (at % width), top + Math.floor(at / width)]);

describe('checklist: masks on pictures that their file says to turn', () => {
  for (const coordinates of ['stored', 'displayed'] as const) {
    for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8] as const) {
      it(`orientation ${orientation}: an outline of what is seen counts in the ${coordinates} grid`, async () => {
        const picture = await turnedPicture(orientation);
        const options = {coordinates, jobName: 'areas', labelAttributeName: 'areas-ref'} as const;
        const task = await MaskHarness.of(picture, options as never);
        task.element.focus();
        await task.look(5, [stored.width / 2, stored.height / 2]);
        const {from, to} = await seenPatch();
        await keys('q');
        for (const [x, y] of [
          [from.x, from.y],
          [to.x, from.y],
          [to.x, to.y],
          [from.x, to.y],
        ] as const)
          await task.clickOnPage({x, y});
        await keys('Enter');
        await task.stepsAre(1);
        expect(task.text('car'), 'records are stored').to.equal(pixelText(box(16, 16, 48, 32)));

        const isTurned = orientation >= 5 && coordinates === 'displayed';
        const size = isTurned ? {width: 80, height: 112} : stored;
        expect(task.element.value).to.deep.include({inputImageProperties: {...size}});
        const {data, width, height} = await task.png();
        expect({width, height}).to.deep.equal(size);
        const written = Array.from(data).flatMap((id, at): Pixel[] =>
          id > 0 ? [[at % width, Math.floor(at / width)]] : [],
        );
        const place = coordinates === 'stored' ? ([16, 16, 48, 32] as const) : upright[orientation];
        expect(pixelText(written)).to.equal(pixelText(box(...place)));

        // Given back as the earlier label, it lies where it was.
        const {line, files} = await task.element.toManifestLine();
        task.element.remove();
        const again = await MaskHarness.of(picture, {
          ...options,
          entry: entryOf(JSON.parse(line), line),
          resolveSource: (ref: string) => (ref === files[0]!.path ? files[0]!.blob : picture),
        } as never);
        await waitUntil(() => again.element.value !== undefined);
        expect(again.text('car')).to.equal(pixelText(box(16, 16, 48, 32)));
        const same = await again.element.toManifestLine();
        expect(await same.files[0]!.blob.bytes()).to.deep.equal(await files[0]!.blob.bytes());
      });
    }
  }
});
