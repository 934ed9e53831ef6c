// Work goes to another machine as one file: half a job here, the other half there, and back again.
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {withDemo} from '../helpers/demo.mjs';
import {textFile, withFreshPortal} from '../helpers/portal.mjs';

const lines = ['one', 'two', 'three'].map((source) => `${JSON.stringify({source})}\n`).join('');

describe('a backup', () => {
  const demo = withDemo();

  const onMachine = (use) => withFreshPortal(demo.browser, demo.origin, use);

  async function label(page, portal, number, key) {
    await portal.waitForPosition(number);
    await page.keyboard.press(key);
    await portal.submitByEnter(number);
  }

  async function backup(page, portal) {
    await page.getByRole('button', {name: 'Jobs'}).click();
    const file = join(demo.temporary, `texts-${Math.random()}.gt-backup.gz`);
    writeFileSync(file, await portal.download('Download a backup of texts'));
    return file;
  }

  it('is opened on another machine, worked on, and brought back', () =>
    onMachine(async (here, portalHere, errorsHere) => {
      await portalHere.openFiles(textFile(demo.temporary, 'texts.manifest', lines));
      await portalHere.fill('Labels', 'a\nb');
      await portalHere.startWorking();
      await label(here, portalHere, 1, '1');
      await portalHere.saved();
      const half = await backup(here, portalHere);

      await onMachine(async (there, portalThere, errors) => {
        await portalThere.openFiles(half);
        await there.getByText('“texts” was restored from the backup.').waitFor();
        await there.getByText('Items added: 1.').waitFor();
        await there.getByText('1 of 3 done').waitFor();
        await there.getByRole('button', {name: 'Resume texts'}).click();
        await portalThere.ready();
        await label(there, portalThere, 2, '2');
        await portalThere.saved();
        const more = await backup(there, portalThere);
        assert.deepEqual(errors, []);

        await portalHere.openFiles(more);
        await here.getByText('Items added: 1.').waitFor();
        await here.getByText('The same on both sides: 1.').waitFor();
        await here.getByText('2 of 3 done').waitFor();
      });

      const output = (await portalHere.download('Export output manifest of texts')).toString();
      const labels = output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)['texts-metadata']?.['class-name']);
      assert.deepEqual(labels, ['a', 'b', undefined]);
      assert.deepEqual(errorsHere, []);
    }));

  it('that is no backup is named, and nothing changes', () =>
    onMachine(async (page, portal) => {
      const file = join(demo.temporary, 'other.gz');
      writeFileSync(file, Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]));
      await portal.openFiles(file);
      await page.getByText('This file is no backup of a session').waitFor();
    }));
});
