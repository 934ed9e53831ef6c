// The portal in the language of the person: asked for in the address, or the browser's own.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {withDemo} from '../helpers/demo.mjs';
import {findings, looks, overflow} from '../helpers/looks.mjs';
import {withFreshPortal} from '../helpers/portal.mjs';

const [wide, , narrow] = looks;

describe('languages of the portal', () => {
  const demo = withDemo();

  async function visit(search, options, use) {
    const context = {reducedMotion: 'reduce', viewport: wide.viewport, ...options};
    const address = demo.origin + search;
    await withFreshPortal(
      demo.browser,
      address,
      async (page, portal, errors) => {
        await use(page, portal);
        assert.deepEqual(errors, []);
      },
      context,
    );
  }

  /** Nothing axe finds, and nothing wider than its place, on a desk and on a phone. */
  async function check(page, screen) {
    for (const {name, viewport} of [wide, narrow]) {
      await page.setViewportSize(viewport);
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
      assert.deepEqual(await findings(page), [], `${screen}, ${name}`);
      assert.equal(await overflow(page), 0, `${screen}, ${name}: something is wider than its place`);
    }
    await page.setViewportSize(wide.viewport);
  }

  const pageLanguage = (page) =>
    page.evaluate(() => {
      const {lang, dir} = document.documentElement;
      return `${lang} ${dir}`;
    });

  it('in Arabic, from right to left: a sample job opened, an item submitted', () =>
    visit('/?lang=ar', {}, async (page, portal) => {
      await page.getByText('تجربة مهمة نموذجية').waitFor();
      assert.equal(await pageLanguage(page), 'ar rtl');
      assert.match(await page.title(), /وسم البيانات/);
      const english = page.locator('.sample bdi', {hasText: 'What is in the picture?'});
      assert.equal(await english.evaluate((title) => getComputedStyle(title).direction), 'ltr');
      await check(page, 'first visit');

      await page.getByRole('button', {name: /Support messages/}).click();
      await portal.ready();
      const place = page.getByRole('button', {name: '1 من 15'});
      await place.waitFor();
      const next = await page.getByRole('button', {name: 'التالي'}).boundingBox();
      const previous = await page.getByRole('button', {name: 'السابق'}).boundingBox();
      assert.ok(next.x < previous.x, 'the next item is to the left');
      const arrow = page.getByRole('button', {name: 'المهام'}).locator('svg');
      assert.equal(
        await arrow.evaluate((svg) => getComputedStyle(svg).scale),
        '-1 1',
        'back is to the right',
      );
      await check(page, 'at work');
      await page.keyboard.press('1');
      await portal.pressEnter();
      await page.getByRole('button', {name: '2 من 15'}).waitFor();

      await page.reload();
      await page.getByRole('button', {name: '2 من 15'}).waitFor();
      await page.getByRole('button', {name: 'المهام'}).click();
      await page.getByText('أُنجز 1 من 15').waitFor();
      await check(page, 'jobs');
    }));

  it('in German, because the browser asks for it', () =>
    visit('/', {locale: 'de-AT'}, async (page) => {
      await page.getByText('Einen Beispielauftrag ausprobieren').waitFor();
      assert.equal(await pageLanguage(page), 'de ltr');
      await check(page, 'first visit');
      await page.getByRole('button', {name: /Support messages/}).click();
      const place = page.getByRole('button', {name: '1 von 15'});
      await place.waitFor();
      for (const {name, viewport} of [wide, narrow]) {
        await page.setViewportSize(viewport);
        await place.click();
        const skipped = page.getByRole('button', {name: 'Übersprungen'});
        const number = page.getByRole('spinbutton', {name: 'Nummer des Eintrags'});
        const [dialog, last, field] = await Promise.all(
          [page.getByRole('dialog'), skipped, number].map((part) => part.boundingBox()),
        );
        const right = (box) => box.x + box.width;
        assert.ok(right(field) < right(dialog) && right(last) < right(dialog), `${name}: inside`);
        const apart = field.x >= right(last) + 4 || field.y >= last.y + last.height;
        assert.ok(apart, `${name}: filters and number beside each other`);
        await page.keyboard.press('Escape');
      }
      await check(page, 'at work');
    }));

  it('in English when nothing better is there, and then no other words are loaded', () =>
    visit('/?lang=tlh', {locale: 'ja-JP'}, async (page) => {
      await page.getByText('Try a sample job').waitFor();
      assert.equal(await pageLanguage(page), 'en ');
      // The page's own requests: the service worker fetches everything, to work offline.
      const loaded = await page.evaluate(() =>
        performance.getEntriesByType('resource').map(({name}) => name),
      );
      assert.ok(loaded.some((name) => /\/index-[\w-]+\.js/.test(name)));
      assert.deepEqual(
        loaded.filter((name) => /\/(de|ar)-[\w-]+\.js/.test(name)),
        [],
      );
    }));
});
