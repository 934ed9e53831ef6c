// A job with boxes: correct what is given, draw what is missing, lose the browser, take a step back, finish, export.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {checkLabel, parseLine} from '../../dist/formats.js';
import {killBrowser, launchWithProfile, watchErrors} from '../helpers/browser.mjs';
import {demoFolder, withDemo} from '../helpers/demo.mjs';
import {PortalPage} from '../helpers/portal.mjs';
import {placeOf, submitByKeys} from '../helpers/stage.mjs';

/** Drags with the mouse from one picture pixel to another. */
async function drag(page, from, to) {
  const [start, end] = [await placeOf(page, ...from), await placeOf(page, ...to)];
  await page.mouse.move(...start);
  await page.mouse.down();
  await page.mouse.move((start[0] + end[0]) / 2, (start[1] + end[1]) / 2);
  await page.mouse.move(...end);
  await page.mouse.up();
}

const valueOf = (page) => page.locator('gt-bbox-task').evaluate((task) => task.value);

describe('a job with boxes', () => {
  const demo = withDemo({hasBrowser: false});

  it('is corrected, drawn, killed, resumed, undone, finished and exported', async () => {
    const input = readFileSync(join(demoFolder, 'sample/things.manifest'), 'utf8').trimEnd().split('\n');
    const given = JSON.parse(input[0]).things.annotations;
    const profile = join(demo.temporary, 'profile');
    let context = await launchWithProfile(profile);
    try {
      let page = await context.newPage();
      const errors = watchErrors(page);
      let portal = new PortalPage(page);
      await page.goto(demo.origin);
      await page.getByRole('button', {name: /^Animals, people and boats/}).click();
      await portal.ready();
      await portal.waitForPicture();

      // One sheep is missing: a drag adds it. One box is not wanted: the list takes it away.
      await drag(page, [812, 210], [886, 290]);
      await page.getByRole('row', {name: /^animal 5/}).click();
      await page.keyboard.press('Delete');
      const first = await valueOf(page);
      assert.equal(first.boundingBoxes.length, 5);
      assert.deepEqual(first.boundingBoxes[4], {label: 'animal', left: 812, top: 210, width: 74, height: 80});
      assert.equal(first.initialValueModified, true);
      await portal.saved();
      await submitByKeys(page, page.locator('gt-bbox-task'));
      await portal.waitForPosition(2);

      await portal.waitForPicture();
      await page.getByRole('button', {name: 'Draw boxes', exact: true}).click();
      await drag(page, [0, 620], [758, 778]);
      await page.keyboard.press('3');
      await drag(page, [380, 650], [460, 710]);
      await page.keyboard.press('2');
      await portal.saved();
      assert.deepEqual(errors, []);
      await killBrowser(context);

      context = await launchWithProfile(profile);
      page = await context.newPage();
      portal = new PortalPage(page);
      const laterErrors = watchErrors(page);
      await page.goto(demo.origin);
      await page.getByRole('button', {name: 'Resume'}).click();
      await portal.ready();
      await portal.waitForPosition(2);
      await portal.waitForPicture();
      const resumed = await valueOf(page);
      assert.deepEqual(
        resumed.boundingBoxes.map(({label}) => label),
        ['boat', 'person'],
        'both boxes are there',
      );
      await page.getByRole('button', {name: 'Undo'}).click();
      assert.equal((await valueOf(page)).boundingBoxes[1].label, 'animal', 'the history came back too');
      await page.getByRole('button', {name: 'Redo'}).click();
      await page.locator('gt-bbox-task').evaluate((task) => task.focus());
      await submitByKeys(page, page.locator('gt-bbox-task'));
      await portal.waitForPosition(3);

      // Nothing there: that is an answer of its own.
      await portal.waitForPicture();
      await page.keyboard.press('n');
      await submitByKeys(page, page.locator('gt-bbox-task'));
      await portal.waitForPosition(4);

      const lines = (await portal.download('Export output manifest')).toString('utf8').trimEnd().split('\n');
      assert.equal(lines.length, input.length);
      for (const [index, line] of lines.entries()) {
        if (index > 2) {
          assert.equal(line, input[index], `line ${index + 1} was not labelled and must not change`);
          continue;
        }
        const entry = parseLine(line, index + 1);
        assert.ok(entry.ok);
        assert.deepEqual(checkLabel(entry.value, 'things'), [], `line ${index + 1}`);
      }
      const [sheep, boats, nothing] = lines.map((line) => JSON.parse(line));
      assert.deepEqual(
        sheep.things.annotations.slice(0, 4),
        given.slice(0, 4),
        'untouched boxes are as they were',
      );
      assert.equal(sheep['things-metadata']['adjustment-status'], 'adjusted');
      assert.deepEqual(boats['things-metadata']['class-map'], {1: 'person', 2: 'boat'});
      assert.deepEqual(boats.things.annotations[0], {
        class_id: 2,
        left: 0,
        top: 620,
        width: 758,
        height: 158,
      });
      assert.deepEqual(nothing.things.annotations, []);
      assert.deepEqual(laterErrors, []);
    } finally {
      await context.close();
    }
  });
});
