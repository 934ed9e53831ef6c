import {expect} from '@open-wc/testing';
import {executeServerCommand} from '@web/test-runner-commands';
import {boxRecord, colors, stageWith} from './box-stage.harness.js';
import {screenOf} from './stage-host.harness.js';

const block = (urls: readonly string[]): Promise<unknown> =>
  executeServerCommand('cdp', [
    ['Network.enable', {}],
    ['Network.setBlockedURLs', {urls}],
  ]);

describe('BoxStage without its library', () => {
  // The library of another test would be there already: this file has a page of its own.
  it('paints the selected box and its handles all the same', async () => {
    await block(['*live-box*']);
    const isLibraryThere = (): Promise<boolean> =>
      import('./live-box.js').then(
        () => true,
        () => false,
      );
    const failures: unknown[] = [];
    const listen = (event: PromiseRejectionEvent): unknown => failures.push(event.reason);
    addEventListener('unhandledrejection', listen);
    const first = boxRecord(0, [10, 10, 20, 20]);
    const harness = await stageWith([first]);
    try {
      harness.drawing.set({selection: new Set([first.id])});
      expect(await isLibraryThere()).to.equal(false);
      await harness.settled();
      const pixels = await screenOf(harness);
      expect(pixels.at(60, 70), 'its outline').to.equal(colors['red']);
      expect(pixels.at(40, 70), 'a handle').to.equal('#ffffff');
      expect(failures).to.deep.equal([]);
    } finally {
      harness.close();
      removeEventListener('unhandledrejection', listen);
      await block([]);
    }
  });
});
