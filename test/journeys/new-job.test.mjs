// A job is made in steps: what is decided survives a reload, formatted instructions reach the worker and nothing else
// does, and a hundred thousand lines are chosen from without the page standing still.
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {withDemo} from '../helpers/demo.mjs';
import {textFile, withFreshPortal} from '../helpers/portal.mjs';

const jsonLines = (count, line) =>
  Array.from({length: count}, (_, at) => JSON.stringify(line(at))).join('\n') + '\n';

describe('a new job', () => {
  const demo = withDemo();
  const withPortal = (use, path = '/') => withFreshPortal(demo.browser, demo.origin + path, use);

  it('is as it was after a reload in the middle, and is gone when it became a job', () =>
    withPortal(async (page, portal, errors) => {
      await portal.openFiles(
        textFile(demo.temporary, 'notes.csv', 'id,remark,lot\n1,fine,A\n2,broken,B\n3,odd,A\n'),
      );
      await page.getByRole('checkbox', {name: 'The first row names the columns'}).check();
      await page.getByRole('combobox', {name: 'Column', exact: true}).selectOption({label: 'remark'});
      await page.getByRole('combobox', {name: 'Which items'}).selectOption('equals');
      await page
        .getByRole('combobox', {name: 'Key'})
        .or(page.getByRole('textbox', {name: 'Key'}))
        .fill('lot');
      await page.getByRole('textbox', {name: 'Value'}).fill('A');
      await page.getByText('2 of 3 items are in the job.').waitFor();
      await portal.fill('Question', 'Good or bad?');
      await page.getByRole('spinbutton', {name: 'Time limit in minutes'}).fill('5');
      await portal.fillLabels('good\nbad');
      await page.getByText('2 labels', {exact: true}).waitFor();
      await page.reload();
      await page.getByText('Everything is as it was.').waitFor();
      await page.getByRole('heading', {level: 1, name: 'Labels'}).waitFor();
      assert.equal(await page.getByRole('textbox', {name: 'Label 2'}).inputValue(), 'bad');
      await portal.openStep('Task');
      assert.equal(await page.getByRole('textbox', {name: 'Question'}).inputValue(), 'Good or bad?');
      await portal.startWorking();
      await page.getByText('fine', {exact: true}).first().waitFor();
      await page.keyboard.press('1');
      await portal.submitByEnter(1);
      await page.getByText('odd', {exact: true}).first().waitFor();
      const [line, ...others] = String(await portal.download('Export output manifest'))
        .trimEnd()
        .split('\n');
      const {source, id, lot, notes} = JSON.parse(line);
      assert.deepEqual({source, id, lot, notes}, {source: 'fine', id: '1', lot: 'A', notes: 0});
      assert.deepEqual(others, ['{"source":"odd","id":"3","lot":"A"}']);
      await page.goto(`${demo.origin}/#new`);
      await page.reload();
      await page.getByText('Label your own data').waitFor();
      assert.deepEqual(errors, []);
    }));

  it('has formatted instructions that the worker reads; nothing that was pasted with them runs', () =>
    withPortal(async (page, portal, errors) => {
      const called = [];
      await page.exposeFunction('pwn', () => called.push('pwn'));
      await page.evaluate(() => {
        window.violations = [];
        addEventListener('securitypolicyviolation', ({violatedDirective}) =>
          window.violations.push(violatedDirective),
        );
      });
      const before = (
        await page.evaluate(() => performance.getEntriesByType('resource').map(({name}) => name))
      ).join();
      assert.ok(!/\/editor-/.test(before), 'the editor is not loaded before somebody wants it');
      await portal.openFiles(textFile(demo.temporary, 'in.manifest', '{"source":"a text"}\n'));
      await portal.fillLabels('good\nbad');
      await portal.openStep('Instructions');
      await page.getByRole('button', {name: 'Format text'}).last().click();
      const editor = page.getByRole('textbox', {name: 'Full, on demand'});
      await editor.pressSequentially('Read ');
      await page.keyboard.press('Control+b');
      await page.keyboard.type('everything');
      await page.keyboard.press('Enter');
      await editor.evaluate((element) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData(
          'text/html',
          '<h2 onclick=pwn()>Pasted</h2><img src=x onerror=pwn()><a href="javascript:pwn()">no link</a> <a href="https://example.com/">a link</a><svg onload=pwn()></svg><script>pwn()</scr' +
            'ipt><p style="position:fixed;inset:0">end</p>',
        );
        element.dispatchEvent(new ClipboardEvent('paste', {clipboardData, bubbles: true, cancelable: true}));
      });
      await page.reload(); // What was stored is what counts.
      await page.getByText('Everything is as it was.').waitFor();
      await portal.startWorking();
      await page.getByRole('button', {name: 'Instructions'}).click();
      const panel = page.getByRole('dialog');
      await panel.waitFor();
      const full = page.locator('div[slot=full-instructions]');
      const markup = await full.evaluate((element) => element.innerHTML);
      assert.match(markup, /<strong>everything<\/strong>/);
      assert.match(markup, /<h5[^>]*>Pasted<\/h5>/);
      assert.match(
        markup,
        /<a href="https:\/\/example.com\/" target="_blank" rel="noopener noreferrer">a link<\/a>/,
      );
      assert.doesNotMatch(markup, /onclick|onerror|javascript|<img|<svg|<script|position/);
      assert.match(await full.innerText(), /no link/);
      assert.deepEqual(called, []);
      assert.deepEqual(await page.evaluate(() => window.violations ?? []), []);
      assert.deepEqual(errors, []);
    }));

  it('takes a sample and a filter of 100,000 lines while the page goes on', () =>
    withPortal(async (page, portal) => {
      const text = jsonLines(100_000, (at) => ({
        source: `Message ${at}: the parcel has not come, please look where it is.`,
        lot: `B${at % 10}`,
        n: at,
      }));
      await portal.openFiles(textFile(demo.temporary, 'large.manifest', text));
      await portal.openStep('Data');
      await page.getByText('All 100,000 items are in the job.').waitFor();
      await page.evaluate(() => {
        window.longest = 0;
        let last = performance.now();
        const tick = () => {
          const now = performance.now();
          window.longest = Math.max(window.longest, now - last);
          last = now;
          setTimeout(tick, 0);
        };
        tick();
      });
      await page.getByRole('combobox', {name: 'Which items'}).selectOption('equals');
      await page
        .getByRole('combobox', {name: 'Key'})
        .or(page.getByRole('textbox', {name: 'Key'}))
        .fill('lot');
      await page.getByRole('textbox', {name: 'Value'}).fill('B7');
      await page.getByText('10,000 of 100,000 items are in the job.').waitFor();
      await page.getByRole('combobox', {name: 'How many'}).selectOption('sample');
      await page.getByRole('spinbutton', {name: 'Number of items'}).fill('250');
      await page.getByRole('spinbutton', {name: 'Seed'}).fill('7');
      await page.getByText('250 of 100,000 items are in the job.').waitFor();
      const longest = await page.evaluate(() => window.longest);
      assert.ok(longest < 250, `the page stood still for ${Math.round(longest)} ms`);
      await portal.fillLabels('a\nb');
      await portal.startWorking();
      const lines = String(await portal.download('Export output manifest'))
        .trimEnd()
        .split('\n');
      assert.equal(lines.length, 250);
      const all = new Set(text.split('\n'));
      assert.ok(
        lines.every((line) => all.has(line)),
        'the lines of the job are lines of the manifest, byte for byte',
      );
      const places = lines.map((line) => JSON.parse(line).n);
      assert.deepEqual(
        places,
        places.toSorted((a, b) => a - b),
      );
      assert.ok(places.every((place) => place % 10 === 7));
    }));
});
