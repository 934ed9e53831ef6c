// A requester and three workers, each with a browser of their own, do a job of 30 texts by sending each other files.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {launchWithProfile, watchErrors} from '../helpers/browser.mjs';
import {withDemo} from '../helpers/demo.mjs';
import {PortalPage, textFile} from '../helpers/portal.mjs';
import {membersOf} from '../helpers/zip.mjs';

const total = 30;
const names = ['Anna', 'Ben', 'Chloé'];
const input = Array.from({length: total}, (_, index) => JSON.stringify({source: `text ${index + 1}`}));

describe('a job that is shared', () => {
  const demo = withDemo({hasBrowser: false});
  const machines = [];

  /** A browser of its own, with the portal open. */
  async function machine(name) {
    const context = await launchWithProfile(join(demo.temporary, name), {acceptDownloads: true});
    machines.push(context);
    const page = context.pages()[0] ?? (await context.newPage());
    const errors = watchErrors(page);
    await page.goto(demo.origin);
    return {page, portal: new PortalPage(page), errors};
  }

  /** Presses a button and keeps the files that come. Gives their places, by name. */
  async function filesFrom({page}, press, count) {
    const downloads = [];
    const all = new Promise((done) => {
      page.on('download', function take(download) {
        downloads.push(download);
        if (downloads.length < count) return;
        page.off('download', take);
        done();
      });
    });
    await press();
    await all;
    const files = [];
    for (const download of downloads) {
      const file = join(demo.temporary, download.suggestedFilename());
      await download.saveAs(file);
      files.push(file);
    }
    return files.toSorted();
  }

  /** Opens a job file and starts: as somebody new, or as whoever works here already. */
  async function take({page, portal}, file, name) {
    await portal.openFiles(file);
    const dialog = page.getByRole('dialog', {name: 'Who works on “texts”?'});
    await dialog.getByText('It asks for 10 items.').waitFor();
    if (name) await dialog.getByRole('textbox', {name: 'Name'}).fill(name);
    await dialog.getByRole('button', {name: 'Start working'}).click();
    await portal.ready();
  }

  /** Labels the item at a place with the label of that number. */
  async function label({page, portal}, place, number, isLast = false) {
    await portal.waitForPosition(place);
    await page.keyboard.press(String(number));
    await (isLast ? portal.pressEnter() : portal.submitByEnter(place));
  }

  async function send(worker) {
    const {page} = worker;
    await page.getByRole('button', {name: 'Jobs'}).click();
    const [file] = await filesFrom(
      worker,
      () => page.getByRole('button', {name: 'Send work on texts'}).click(),
      1,
    );
    return file;
  }

  it('comes together as each of three workers submitted it', async () => {
    try {
      const requester = await machine('requester');
      await requester.portal.openFiles(textFile(demo.temporary, 'texts.manifest', `${input.join('\n')}\n`));
      await requester.portal.fill('Labels', 'a\nb\nc');
      await requester.portal.startWorking();
      await requester.page.getByRole('button', {name: 'Jobs'}).click();
      await requester.page.getByRole('button', {name: 'Share job texts'}).click();
      const sharing = requester.page.getByRole('dialog', {name: 'Share “texts”'});
      await sharing.getByRole('radio', {name: 'Everybody does a part'}).check();
      await sharing.getByText('10 items each').waitFor();
      const download = sharing.getByRole('button', {name: 'Download 3 job files'});
      const jobFiles = await filesFrom(requester, () => download.click(), 3);
      assert.deepEqual(
        jobFiles.map((file) => file.slice(demo.temporary.length + 1)),
        [1, 2, 3].map((part) => `texts.part-${part}-of-3.gt-job.gz`),
      );

      // What each worker chooses: item, worker, label. Item 1 is done twice, by Chloé later.
      const submitted = [];
      const workFiles = [];
      for (const [worker, name] of names.entries()) {
        const own = await machine(name);
        await take(own, jobFiles[worker], name);
        await own.page.getByText(`Working as ${name}`).first().waitFor({state: 'attached'});
        for (let place = 1; place <= 10; place++) {
          const index = worker * 10 + place - 1;
          const choice = (index + worker) % 3;
          await label(own, place, choice + 1, place === 10);
          submitted.push({index, name, choice});
        }
        await own.page.getByText('All done').waitFor();
        if (name === 'Chloé') {
          await own.page.getByRole('button', {name: 'Jobs'}).click();
          await take(own, jobFiles[0]);
          await label(own, 1, 3);
          submitted.push({index: 0, name, choice: 2});
          await own.portal.waitForPosition(2);
        }
        workFiles.push(await send(own));
        assert.deepEqual(own.errors, []);
      }

      const {page, portal} = requester;
      await portal.openFiles(...workFiles);
      for (const name of names) await page.getByText(`Work of ${name} on “texts” was brought in.`).waitFor();
      await page.getByText('30 of 30 done').waitFor();
      const workers = page.getByRole('list', {name: 'Workers on texts'});
      assert.match(
        (await workers.textContent()).replace(/\s+/g, ' '),
        /Anna 10 of 10.*Ben 10 of 10.*Chloé 11 of 20/,
      );

      const output = (await portal.download('Export output manifest of texts'))
        .toString()
        .trimEnd()
        .split('\n');
      await page.getByText('1 item was answered by several workers.').waitFor();
      assert.equal(output.length, total);
      const last = new Map(submitted.map((one) => [one.index, one]));
      for (const [index, line] of output.entries()) {
        assert.ok(line.startsWith(input[index].slice(0, -1)), `line ${index + 1} keeps its text`);
        assert.equal(JSON.parse(line).texts, last.get(index).choice, `line ${index + 1}`);
      }

      const entries = membersOf(await portal.download('Export texts as zip'));
      const idOf = (name) => workFiles[names.indexOf(name)].match(/texts\.(.*)\.gt-backup\.gz$/)[1];
      const responses = [...entries]
        .filter(([path]) => path.includes('worker-response'))
        .flatMap(([path, bytes]) =>
          JSON.parse(bytes.toString()).answers.map(({workerId, answerContent}) => ({
            index: Number(path.match(/iteration-1\/(\d+)\//)[1]),
            workerId,
            label: Object.values(answerContent)[0].label,
          })),
        );
      const order = (a, b) => a.index - b.index || a.workerId.localeCompare(b.workerId);
      assert.deepEqual(
        responses.toSorted(order),
        submitted
          .map(({index, name, choice}) => ({index, workerId: idOf(name), label: 'abc'[choice]}))
          .toSorted(order),
      );
      assert.equal(new Set(names.map(idOf)).size, 3, 'nobody has the id of another');

      await portal.openFiles(...workFiles);
      await page.getByText('The same on both sides: 11.').waitFor();
      await page.getByText('30 of 30 done').waitFor();
      assert.deepEqual(requester.errors, []);
    } finally {
      for (const context of machines.splice(0)) await context.close();
    }
  });
});
