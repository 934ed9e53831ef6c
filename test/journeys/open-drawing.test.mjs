// An outline that is open when the browser is killed: it is open again, on the same view, with the same label.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {setTimeout as pause} from 'node:timers/promises';
import {killBrowser, launchWithProfile, watchErrors} from '../helpers/browser.mjs';
import {withDemo} from '../helpers/demo.mjs';
import {PortalPage} from '../helpers/portal.mjs';
import {placeOf} from '../helpers/stage.mjs';

const task = (page) => page.locator('gt-segmentation-task');
const draftOf = (page) => task(page).evaluate((element) => element.draft);
const workplaceOf = (page) => task(page).evaluate((element) => element.workplace);

describe('a drawing that is open', () => {
  const demo = withDemo({hasBrowser: false});

  it('outlives the browser', async () => {
    const profile = join(demo.temporary, 'profile');
    let context = await launchWithProfile(profile);
    try {
      let page = await context.newPage();
      await page.goto(demo.origin);
      await page.getByRole('button', {name: /^Sky, ground, building/}).click();
      let portal = new PortalPage(page);
      await portal.ready();
      await portal.waitForPicture();
      await task(page).evaluate((element) => element.focus());
      await page.keyboard.press('3');
      await page.keyboard.press('q');
      await page.getByRole('button', {name: 'Zoom in'}).click();
      for (const corner of [
        [400, 300],
        [600, 310],
        [600, 500],
      ]) {
        await page.mouse.click(...(await placeOf(page, ...corner)));
        // Two clicks that follow each other at once would be a double one.
        await pause(400);
      }
      const before = {draft: await draftOf(page), workplace: await workplaceOf(page)};
      assert.equal(before.draft.drawn.legs.length, 3);
      // What is open is kept within a quarter of a second, and how things are set up within about another.
      await pause(2000);
      await killBrowser(context);

      context = await launchWithProfile(profile);
      page = await context.newPage();
      portal = new PortalPage(page);
      const errors = watchErrors(page);
      await page.goto(demo.origin);
      await page.getByRole('button', {name: 'Start working'}).click();
      await portal.ready();
      await portal.waitForPicture();
      await page.getByText(/^Restored at/).waitFor();
      assert.deepEqual(await draftOf(page), before.draft);
      const {tool, label, view} = await workplaceOf(page);
      assert.deepEqual([tool, label, view.scale], ['shape', 'building', before.workplace.view.scale]);

      await task(page).evaluate((element) => element.focus());
      await page.keyboard.press('Control+z');
      assert.equal((await draftOf(page)).drawn.legs.length, 2, 'corner by corner');
      await page.keyboard.press('Control+Shift+z');
      await page.keyboard.press('Enter');
      await portal.saved();
      const said = await task(page).evaluate((element) => [
        Object.keys(element.value.labelMappings),
        element.history.done.length,
        element.draft,
      ]);
      assert.deepEqual(said, [['building'], 1, undefined]);
      assert.deepEqual(errors, []);
    } finally {
      await killBrowser(context);
    }
  });
});
