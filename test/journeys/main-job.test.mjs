// The main job: open a real manifest and a folder of pictures, label by keyboard, lose the browser in the middle,
// come back, finish, export. And the same hour with the sample jobs.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {realDataFolder} from '../../scripts/real-data.mjs';
import {checkLabel, parseLine} from '../../dist/formats.js';
import {killBrowser, launchWithProfile, watchErrors} from '../helpers/browser.mjs';
import {withDemo} from '../helpers/demo.mjs';
import {pictureFolder, PortalPage} from '../helpers/portal.mjs';

const realData = realDataFolder();
const withReal = {skip: realData ? false : 'no real Ground Truth files on this machine (2026-11-21)'};

describe('the main job', () => {
  const demo = withDemo({hasBrowser: false});

  it('a real manifest, twenty items by keyboard, the browser killed at the twelfth', withReal, async () => {
    const manifestFile = join(realData, 'manifests/image-classification/birds.output.manifest');
    const input = readFileSync(manifestFile, 'utf8').trimEnd().split('\n');
    const keys = input.map((line) => new URL(JSON.parse(line)['source-ref']).pathname.slice(1));
    const pictures = pictureFolder(join(demo.temporary, 'pictures'), keys);
    const profile = join(demo.temporary, 'profile');

    let context = await launchWithProfile(profile);
    try {
      let page = await context.newPage();
      const errors = watchErrors(page);
      let portal = new PortalPage(page);
      await page.goto(demo.origin);
      await portal.openFiles(manifestFile);
      await portal.choosePictureFolder(pictures);
      await page.getByText('151 of 151 pictures found').waitFor();
      await portal.fill('Question', 'Which bird is it?');
      await portal.startWorking();
      await portal.waitForPosition(1);

      /** What was chosen at each item, by its number key. */
      const chosen = [];
      const labelItem = async (number) => {
        const digit = (number % 10) + 1;
        await page.keyboard.press(digit === 10 ? '0' : String(digit));
        await page
          .locator('gt-classification-task')
          .evaluate(
            (task) =>
              task.value !== null ||
              new Promise((done) => task.addEventListener('gt-change', done, {once: true})),
          );
        chosen.push(digit - 1);
        await portal.submitByEnter(number);
      };

      for (let number = 1; number <= 11; number++) await labelItem(number);
      await portal.waitForPosition(12);
      await page.keyboard.press('3'); // a draft that was never submitted
      await portal.saved();
      assert.deepEqual(errors, []);
      await killBrowser(context);

      context = await launchWithProfile(profile);
      page = await context.newPage();
      portal = new PortalPage(page);
      const laterErrors = watchErrors(page);
      await page.goto(demo.origin);
      await page.getByText('11 of 151 done').waitFor();
      await page.getByRole('button', {name: 'Resume'}).click();
      await portal.ready();
      await portal.waitForPosition(12);
      const draft = await page.locator('gt-classification-task').evaluate((task) => task.value);
      assert.deepEqual(draft, {label: 'Woodpecker'}, 'the draft of item 12 is still there');
      chosen.push(2);
      await portal.submitByEnter(12);
      for (let number = 13; number <= 20; number++) await labelItem(number);
      await portal.waitForPosition(21);

      const output = (await portal.download('Export output manifest')).toString('utf8');
      assert.ok(output.endsWith('\n'));
      const lines = output.slice(0, -1).split('\n');
      assert.equal(lines.length, 151);
      for (const [index, line] of lines.entries()) {
        if (index >= 20) {
          assert.equal(line, input[index], `line ${index + 1} was not labelled and must not change`);
          continue;
        }
        assert.ok(line.startsWith(input[index].slice(0, -1)), `line ${index + 1} keeps its own text`);
        const entry = parseLine(line, index + 1);
        assert.ok(entry.ok);
        assert.deepEqual(checkLabel(entry.value, 'birds'), []);
        assert.equal(entry.value.birds, chosen[index], `line ${index + 1} has the label that was chosen`);
      }
      assert.deepEqual(laterErrors, []);
    } finally {
      await context.close();
    }
  });
});
