// A job with masks: paint, lose the browser in the middle of a stroke, take a step back, finish, export the zip.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {checkLabel, parseLine} from '../../dist/formats.js';
import {decodeMaskPng} from '../../dist/raster.js';
import {killBrowser, launchWithProfile, watchErrors} from '../helpers/browser.mjs';
import {withDemo} from '../helpers/demo.mjs';
import {PortalPage} from '../helpers/portal.mjs';
import {placeOf, submitByKeys} from '../helpers/stage.mjs';
import {membersOf} from '../helpers/zip.mjs';

/** Paints from one picture pixel to another, and lifts the button unless told otherwise. */
async function stroke(page, from, to, {isLifted = true} = {}) {
  await page.mouse.move(...(await placeOf(page, ...from)));
  await page.mouse.down();
  await page.mouse.move(...(await placeOf(page, ...to)), {steps: 4});
  if (isLifted) await page.mouse.up();
}

const task = (page) => page.locator('gt-segmentation-task');
const labelsOf = (page) => task(page).evaluate((element) => Object.keys(element.value?.labelMappings ?? {}));
const stepsOf = (page) => task(page).evaluate((element) => element.history.done.length);

/** The mask as it would go out now. */
async function maskOf(page) {
  const base64 = await task(page).evaluate(
    async (element) => (await element.getAnswer()).labeledImage.pngImageData,
  );
  return decodeMaskPng(Buffer.from(base64, 'base64'));
}

describe('a job with masks', () => {
  const demo = withDemo({hasBrowser: false});

  it('is painted, killed within a stroke, resumed, undone, finished and exported with its files', async () => {
    const profile = join(demo.temporary, 'profile');
    let context = await launchWithProfile(profile);
    try {
      let page = await context.newPage();
      const errors = watchErrors(page);
      let portal = new PortalPage(page);
      await page.goto(demo.origin);
      await page.getByRole('button', {name: /^Sky, ground, building/}).click();
      await portal.ready();
      await portal.waitForPicture();

      await stroke(page, [100, 100], [700, 120]);
      await page.keyboard.press('3');
      await stroke(page, [400, 400], [600, 420]);
      assert.deepEqual(await labelsOf(page), ['sky', 'building']);
      await portal.saved();
      await page.keyboard.press('2');
      await stroke(page, [100, 700], [900, 720], {isLifted: false});
      assert.deepEqual(errors, []);
      await killBrowser(context);

      context = await launchWithProfile(profile);
      page = await context.newPage();
      portal = new PortalPage(page);
      const laterErrors = watchErrors(page);
      await page.goto(demo.origin);
      await page.getByRole('button', {name: 'Start working'}).click();
      await portal.ready();
      await portal.waitForPicture();
      assert.deepEqual(await labelsOf(page), ['sky', 'building'], 'all but the stroke under way');
      assert.equal(await stepsOf(page), 2);
      const resumed = await maskOf(page);
      const count = (mask, id) => mask.data.reduce((sum, one) => sum + (one === id ? 1 : 0), 0);
      assert.ok(count(resumed, 1) > 600 && count(resumed, 3) > 200, 'the pixels came back');
      await page.getByRole('button', {name: 'Undo'}).click();
      assert.deepEqual(await labelsOf(page), ['sky'], 'the history came back too');
      await page.getByRole('button', {name: 'Redo'}).click();
      assert.deepEqual((await maskOf(page)).data, resumed.data);
      await task(page).evaluate((element) => element.focus());
      await submitByKeys(page, task(page));
      await portal.waitForPosition(2);

      await page.getByRole('button', {name: 'Jobs'}).click();
      await page.getByText('1 of 3 done').waitFor();
      const members = membersOf(await portal.download('Export Sky, ground, building as zip'));
      const lines = members
        .get('scenes-in-photographs/manifests/output/output.manifest')
        .toString('utf8')
        .trimEnd()
        .split('\n');
      const entry = parseLine(lines[0], 1);
      assert.ok(entry.ok);
      assert.deepEqual(checkLabel(entry.value, 'scene-ref'), []);
      const path = entry.value['scene-ref'];
      const file = members.get(path);
      assert.ok(file, `${path} is in the zip`);
      const mask = await decodeMaskPng(file, entry.value['scene-ref-metadata']['internal-color-map']);
      assert.deepEqual(mask.data, resumed.data);
      assert.equal(mask.unknownPixels, 0);
      const response = [...members.keys()].find((name) => name.includes('/worker-response/'));
      const {answers} = JSON.parse(members.get(response).toString('utf8'));
      const text = answers[0].answerContent['crowd-semantic-segmentation'].labeledImage.pngImageData;
      assert.equal(text, file.toString('base64'));
      assert.deepEqual(laterErrors, []);
    } finally {
      await killBrowser(context);
    }
  });
});
