// Work is submitted, rejected with a comment, done again and accepted; the output holds what the requester let count.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {withDemo} from '../helpers/demo.mjs';
import {findings, looks, overflow, wear} from '../helpers/looks.mjs';
import {textFile, withFreshPortal} from '../helpers/portal.mjs';

const input = ['one', 'two', 'three'].map((source) => JSON.stringify({source}));

describe('a requester', () => {
  const demo = withDemo();

  it('rejects an answer with a comment, has it done again, corrects another, and accepts the rest', () =>
    withFreshPortal(demo.browser, demo.origin, async (page, portal, errors) => {
      page.setDefaultTimeout(8000);
      await portal.openFiles(textFile(demo.temporary, 'texts.manifest', `${input.join('\n')}\n`));
      await portal.fill('Labels', 'a\nb\nc');
      await portal.startWorking();
      for (const place of [1, 2, 3]) {
        await portal.waitForPosition(place);
        await page.keyboard.press('1');
        if (place < 3) await portal.submitByEnter(place);
        else await portal.pressEnter();
      }
      await page.getByText('All done').waitFor();
      await page.getByRole('button', {name: 'Jobs'}).click();

      const check = async () => {
        await page.getByRole('button', {name: 'Check work on texts'}).click();
        await page.getByRole('button', {name: 'Accept', exact: true}).waitFor();
      };
      const at = (place) => page.getByText(`Object ${place} of 3`).waitFor();
      await check();
      await at(1);
      await page.getByRole('radio', {name: 'a', checked: true}).waitFor();
      for (const look of looks) {
        await wear(page, look);
        assert.deepEqual(await findings(page), [], `review, ${look.name}`);
        assert.equal(await overflow(page), 0, `review, ${look.name}`);
      }
      await wear(page, looks[0]);

      await page.keyboard.press('a');
      await at(2);
      await page.keyboard.press('z');
      await at(1);
      await page.keyboard.press('a');
      await at(2);
      await page.keyboard.press('c');
      await page.keyboard.type('Please look again');
      await page.keyboard.press('Enter');
      await at(3);
      await page.getByRole('button', {name: 'Rejected 1'}).waitFor();

      // The next one the requester corrects.
      await page.keyboard.press('e');
      await page.getByText('Correct the answer').waitFor();
      await page.getByRole('radio', {name: 'c'}).click();
      await page.getByRole('button', {name: 'Submit'}).click();
      await page.getByText('Everything is reviewed.').waitFor();
      await page.getByRole('button', {name: 'Jobs'}).click();

      const manifest = async () => {
        const lines = String(await portal.download('Export output manifest of texts'))
          .trimEnd()
          .split('\n');
        return lines.map((line) => JSON.parse(line).texts);
      };
      assert.deepEqual(await manifest(), [0, undefined, 2]);
      await page.getByText('1 item went out without a label').waitFor();

      // The worker finds it open again, reads why, and says something else.
      await page.getByRole('button', {name: /^(Resume|Review|Start working).*texts/}).click();
      await portal.waitForPosition(2);
      await page.getByText('To be done again: Please look again').waitFor();
      await page.keyboard.press('2');
      await portal.pressEnter();
      await page.getByText('All done').waitFor();
      await page.getByRole('button', {name: 'Jobs'}).click();

      await check();
      await at(2);
      await page.getByRole('radio', {name: 'b', checked: true}).waitFor();
      await page.keyboard.press('a');
      await page.getByText('Everything is reviewed.').waitFor();
      await page.getByRole('button', {name: 'Batches'}).click();
      await page.getByText('3 accepted').waitFor();
      for (const look of looks) {
        await wear(page, look);
        assert.deepEqual(await findings(page), [], `batches, ${look.name}`);
        assert.equal(await overflow(page), 0, `batches, ${look.name}`);
      }
      await wear(page, looks[0]);
      await page.getByRole('button', {name: 'Jobs'}).click();
      assert.deepEqual(await manifest(), [0, 1, 2]);
      assert.deepEqual(errors, []);
    }));
});
