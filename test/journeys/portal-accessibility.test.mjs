// Every screen of the portal in every look, without automatic findings; and a whole job without a pointer.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {describe, it} from 'node:test';
import {withDemo} from '../helpers/demo.mjs';
import {findings, looks, overflow, wear} from '../helpers/looks.mjs';
import {textFile, withFreshPortal} from '../helpers/portal.mjs';

describe('the portal for everybody', () => {
  const demo = withDemo();

  const options = {reducedMotion: 'reduce', viewport: looks[0].viewport};
  const withPortal = (use) => withFreshPortal(demo.browser, demo.origin, use, options);

  async function checkLooks(page, screen) {
    for (const look of looks) {
      await wear(page, look);
      assert.deepEqual(await findings(page), [], `${screen}, ${look.name}`);
      assert.equal(await overflow(page), 0, `${screen}, ${look.name}: something is wider than its place`);
    }
    await wear(page, looks[0]);
  }

  it('has no automatic findings on any screen', () =>
    withPortal(async (page, portal) => {
      await page.getByText('Try a sample job').waitFor();
      await checkLooks(page, 'first visit');
      await portal.openFiles(textFile(demo.temporary, 's3.manifest', '{"source-ref":"s3://bucket/x.jpg"}\n'));
      await page.getByText('Where are the pictures?').waitFor();
      await checkLooks(page, 'new job: data');
      await page.getByRole('combobox', {name: 'How many'}).selectOption('sample');
      await page.getByRole('combobox', {name: 'Which items'}).selectOption('contains');
      await page.getByText('Name the key whose value counts.').waitFor();
      await checkLooks(page, 'new job: a sample of the data');
      await portal.openStep('Task');
      await checkLooks(page, 'new job: task');
      await portal.fillLabels('cat\ndog, very small\nneither of them');
      await page.getByRole('button', {name: 'More about cat'}).click();
      await checkLooks(page, 'new job: labels');
      await portal.openStep('Instructions');
      await page.getByRole('button', {name: 'Format text'}).first().click();
      await page.getByRole('textbox', {name: 'Short, always visible'}).pressSequentially('Look twice.');
      await page.getByRole('button', {name: 'Colour', exact: true}).click();
      await checkLooks(page, 'new job: instructions');
      await portal.openStep('Review & create');
      await page.getByRole('radio', {name: 'They are sent to an address'}).check();
      await page.getByRole('textbox', {name: 'Address for results'}).fill('https://example.com');
      await page.getByText('Results cannot be sent there.').waitFor();
      await checkLooks(page, 'new job: review');
      await page.getByRole('button', {name: 'Cancel'}).click();
      await page.getByRole('button', {name: /^Support messages/}).click();
      await portal.ready();
      await page.keyboard.press('1');
      await checkLooks(page, 'at work');
      await portal.submitByEnter(1);
      await page.getByRole('button', {name: 'Jobs'}).click();
      await page.getByRole('button', {name: 'Delete Support messages'}).waitFor();
      await checkLooks(page, 'jobs');
      await page.getByRole('button', {name: 'Delete Support messages'}).click();
      await page.getByRole('dialog').waitFor();
      await checkLooks(page, 'delete a job');
      await page.keyboard.press('Escape');
      await page.locator('gt-portal').evaluate((one) => (one.hasUpdate = true));
      await page.getByText('A new version is ready.').waitFor();
      await checkLooks(page, 'a new version');
    }));

  it('a whole job by keyboard: find it, do it, take the output', () =>
    withPortal(async (page, portal) => {
      await page.getByText('Try a sample job').waitFor();
      /** Presses Tab until the control with this name has the focus. */
      const tabTo = async (name) => {
        for (let presses = 0; presses < 60; presses++) {
          await page.keyboard.press('Tab');
          const reached = await page.evaluate(() => {
            let focused = document.activeElement;
            while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
            return `${focused?.getAttribute('aria-label') ?? ''} ${focused?.textContent ?? ''}`;
          });
          if (reached.includes(name)) return;
        }
        throw new Error(`Tab never reached “${name}”.`);
      };
      await tabTo('Support messages');
      await page.keyboard.press('Enter');
      await portal.ready();
      for (let number = 1; number <= 15; number++) {
        await portal.waitForPosition(number);
        await page.keyboard.press(String((number % 5) + 1));
        await (number < 15 ? portal.submitByEnter(number) : portal.pressEnter());
      }
      await page.getByText('15 done').first().waitFor({state: 'attached'});
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        tabTo('Export output manifest').then(() => page.keyboard.press('Enter')),
      ]);
      const lines = readFileSync(await download.path(), 'utf8')
        .trimEnd()
        .split('\n');
      assert.deepEqual(
        lines.map((line) => JSON.parse(line).intent),
        Array.from({length: 15}, (_, index) => (index + 1) % 5),
      );
    }));

  it('a job by finger alone, on a phone', () => {
    const phone = {hasTouch: true, isMobile: true, viewport: {width: 390, height: 844}};
    const use = async (page, portal, errors) => {
      await page.getByRole('button', {name: /^Old photographs/}).tap();
      await portal.ready();
      for (const [number, label] of ['vehicle', 'vehicle', 'animal'].entries()) {
        await portal.waitForPosition(number + 1);
        await portal.waitForPicture();
        await page.getByRole('radio', {name: label}).tap();
        await page.getByRole('radio', {name: label, checked: true}).waitFor();
        await page.getByRole('button', {name: 'Submit'}).tap();
      }
      await portal.waitForPosition(4);
      const lines = String(await portal.download('Export output manifest'))
        .trimEnd()
        .split('\n');
      assert.deepEqual(
        lines.slice(0, 4).map((line) => JSON.parse(line).subject),
        [1, 1, 0, undefined],
      );
      assert.deepEqual(errors, []);
    };
    return withFreshPortal(demo.browser, demo.origin, use, phone);
  });
});
