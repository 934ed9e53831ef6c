import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import '../../define/gt-bbox-task.js';
import {BboxHarness} from './gt-bbox-task.harness.js';

describe('checklist: a picture of another origin', () => {
  for (const [access, about] of [
    ['closed', 'that no page may read'],
    ['open', 'that every page may read'],
  ]) {
    it(`is shown and can be boxed: one ${about}`, async () => {
      const origin = await executeServerCommand<string, string>('bad-pictures', 'origin');
      expect(new URL(origin).origin).to.not.equal(location.origin);
      const task = await BboxHarness.of(new Blob(), {
        entry: {'source-ref': `${origin}/${access}/good.png`},
        resolveSource: undefined,
      } as never);
      const picture = task.viewer.shadowRoot!.querySelector<HTMLElement>('.picture')!;
      expect(picture.getBoundingClientRect().width).to.be.above(0);
      await task.look(8, [32, 24]);
      await task.drag([10, 8], [50, 40]);
      expect(task.element.value).to.deep.equal({
        boundingBoxes: [{label: 'car', left: 10, top: 8, width: 40, height: 32}],
        inputImageProperties: {width: 64, height: 48},
      });
      const {line} = await task.element.toManifestLine();
      expect(JSON.parse(line)['labeling-job'].annotations).to.have.length(1);
      const warnings = task.viewer.shadowRoot!.querySelectorAll('.warnings *, .warning');
      expect(warnings.length > 0, 'the worker is told when pixels are unreadable').to.equal(
        access === 'closed',
      );
    });
  }
});
