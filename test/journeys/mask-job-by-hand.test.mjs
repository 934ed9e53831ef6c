// A picture is labelled completely, once by the keyboard alone and once by fingers alone, and handed over as a zip.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {checkLabel, parseLine} from '../../dist/formats.js';
import {decodeMaskPng} from '../../dist/raster.js';
import {withDemo} from '../helpers/demo.mjs';
import {withFreshPortal} from '../helpers/portal.mjs';
import {acceptsSubmit, placeOf, submitByKeys} from '../helpers/stage.mjs';
import {membersOf} from '../helpers/zip.mjs';

const size = {width: 1024, height: 788};
/** Where the plain begins. */
const horizon = 400;
/** Corners of the house, from the top of its roof on. */
const house = [
  [620, 223],
  [526, 304],
  [543, 310],
  [543, 460],
  [984, 468],
  [984, 310],
  [992, 307],
  [890, 249],
];
/** Light that is seen through the door: sky. */
const door = [646, 372];

const task = (page) => page.locator('gt-segmentation-task');

/** Waits until fills and finds, which are made beside the page, are steps. */
async function stepsAre(page, count) {
  const element = await task(page).elementHandle();
  await page.waitForFunction(([one, steps]) => one.history.done.length === steps, [element, count]);
}

/** The member files of the exported zip say what was labelled, for each pixel, and hold three classes and no rest. */
async function checkZip(zip) {
  const members = membersOf(zip);
  const manifest = members.get('scenes-in-photographs/manifests/output/output.manifest').toString('utf8');
  const entry = parseLine(manifest.split('\n')[0], 1);
  assert.ok(entry.ok);
  assert.deepEqual(checkLabel(entry.value, 'scene-ref'), []);
  const map = entry.value['scene-ref-metadata']['internal-color-map'];
  assert.deepEqual(
    Object.values(map).map((each) => each['class-name']),
    ['BACKGROUND', 'sky', 'ground', 'building'],
  );
  const file = members.get(entry.value['scene-ref']);
  assert.ok(file, 'the mask is in the zip');
  const mask = await decodeMaskPng(file, map);
  assert.deepEqual([mask.width, mask.height, mask.unknownPixels], [size.width, size.height, 0]);
  const counts = [0, 0, 0, 0];
  for (const id of mask.data) counts[id]++;
  const at = ([x, y]) => map[mask.data[y * size.width + x]]['class-name'];
  assert.equal(counts[0], 0, 'nothing is unlabelled');
  for (const [id, least, most] of [
    [1, 0.35, 0.5],
    [2, 0.38, 0.5],
    [3, 0.09, 0.14],
  ]) {
    const share = counts[id] / mask.data.length;
    assert.ok(share > least && share < most, `class ${id} has ${share}`);
  }
  return {mask, at};
}

describe('a picture that is labelled completely', () => {
  const demo = withDemo();

  it('by the keyboard alone', () =>
    withFreshPortal(demo.browser, demo.origin, async (page, portal, errors) => {
      const press = async (...keys) => {
        for (const key of keys) await page.keyboard.press(key);
      };
      /** Goes on by Tab until something has the focus. */
      const tabTo = async (locator) => {
        await locator.waitFor();
        const isFocused = () => locator.evaluate((element) => element.matches(':focus, :focus-within'));
        for (let tabs = 0; tabs < 60 && !(await isFocused()); tabs++) await press('Tab');
        assert.ok(await isFocused(), 'Tab comes there');
      };
      let [x, y] = [0, 0];
      /** Moves the crosshair from where it is. */
      const go = async ([toX, toY]) => {
        const along = async (by, [back, forth]) => {
          const key = by < 0 ? back : forth;
          let rest = Math.abs(by);
          for (const [pixels, prefix] of [
            [50, 'Control+'],
            [10, 'Shift+'],
            [1, ''],
          ])
            for (; rest >= pixels; rest -= pixels) await press(prefix + key);
        };
        await along(toX - x, ['ArrowLeft', 'ArrowRight']);
        await along(toY - y, ['ArrowUp', 'ArrowDown']);
        [x, y] = [toX, toY];
      };

      await tabTo(page.getByRole('button', {name: /^Sky, ground, building/}));
      await press('Enter');
      await portal.ready();
      await portal.waitForPicture();
      await tabTo(page.locator('gt-image-viewer'));

      // The ground, around the lower part of the picture.
      await press('2', 'q', 'c', 'Home', 'PageUp');
      await go([0, horizon]);
      await press('Space', 'End', 'Space', 'PageDown', 'Space', 'Home', 'Space', 'Enter');
      [x, y] = [0, size.height - 1];
      await stepsAre(page, 1);
      // The sky is the rest.
      await press('PageUp', '1', 'f', 'Space');
      [x, y] = [0, 0];
      await stepsAre(page, 2);
      // The house, over both.
      await press('3', 'q');
      for (const corner of house) {
        await go(corner);
        await press('Space');
      }
      await press('Enter');
      await stepsAre(page, 3);
      // What is seen through the door, by the wand.
      await go(door);
      await press('1', 'w', 'Space', 'Enter');
      await stepsAre(page, 4);
      await page.getByText('Everything is labelled').waitFor();

      await portal.saved();
      await submitByKeys(page, task(page));
      await portal.waitForPosition(2);
      await tabTo(page.getByRole('button', {name: 'Jobs', exact: true}));
      await press('Enter');
      await page.getByText('1 of 3 done').waitFor();
      const zip = await portal.download('Export Sky, ground, building as zip', async (button) => {
        await tabTo(button);
        await press('Enter');
      });
      const {at} = await checkZip(zip);
      assert.deepEqual(
        [at([512, 100]), at([600, 700]), at([700, 260]), at(door)],
        ['sky', 'ground', 'building', 'sky'],
      );
      assert.deepEqual(errors, []);
    }));

  it('by fingers alone', () =>
    withFreshPortal(
      demo.browser,
      demo.origin,
      async (page, portal, errors) => {
        const finger = await page.context().newCDPSession(page);
        const touch = (type, ...touchPoints) => finger.send('Input.dispatchTouchEvent', {type, touchPoints});
        const tapAt = async (x, y) => {
          const [left, top] = await placeOf(page, x, y);
          await page.touchscreen.tap(left, top);
        };
        /** Draws with one finger along a way of picture pixels. */
        const draw = async (...way) => {
          const places = [];
          for (const [x, y] of way) places.push(await placeOf(page, x, y));
          const [[x, y], ...rest] = places;
          await touch('touchStart', {x, y});
          for (const [x, y] of rest) await touch('touchMove', {x, y});
          await touch('touchEnd');
        };
        const choose = (label) => page.getByRole('radio', {name: new RegExp(`^${label}`)}).tap();
        const arm = (name) => page.getByRole('button', {name, exact: true}).tap();

        await page.getByRole('button', {name: /^Sky, ground, building/}).tap();
        await portal.ready();
        await portal.waitForPicture();

        // The ground: corners beside the picture are corners of the picture.
        await choose('ground');
        await arm('Outline');
        for (const [x, y] of [
          [-4, horizon],
          [size.width + 4, horizon],
          [size.width + 4, size.height + 4],
          [-4, size.height + 4],
        ])
          await tapAt(x, y);
        await arm('Accept');
        await stepsAre(page, 1);
        await choose('sky');
        await arm('Fill');
        await tapAt(300, 100);
        await stepsAre(page, 2);
        // The house, drawn around with the finger and closed where it began.
        await choose('building');
        await arm('Outline');
        await draw(...house, [700, 234], house[0]);
        await stepsAre(page, 3);
        // What is seen through the door is found by a tap.
        await choose('sky');
        await arm('Magic wand');
        await tapAt(...door);
        await arm('Accept');
        await stepsAre(page, 4);
        // The end of the roof, by the brush.
        await choose('building');
        await arm('Brush');
        await draw([884, 250], [888, 251]);
        await stepsAre(page, 5);
        await page.getByText('Everything is labelled').waitFor();

        await portal.saved();
        await acceptsSubmit(page, task(page));
        await page.getByRole('button', {name: /^Submit/}).tap();
        await portal.waitForPosition(2);
        await page.getByRole('button', {name: 'Jobs', exact: true}).tap();
        await page.getByText('1 of 3 done').waitFor();
        const zip = await portal.download('Export Sky, ground, building as zip', (button) => button.tap());
        const {at} = await checkZip(zip);
        assert.deepEqual(
          [at([512, 100]), at([600, 700]), at([700, 260]), at(door)],
          ['sky', 'ground', 'building', 'sky'],
        );
        assert.deepEqual(errors, []);
      },
      {hasTouch: true, viewport: {width: 1024, height: 768}},
    ));
});
