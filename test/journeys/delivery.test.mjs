// Answers go to a server while somebody works: a real one on another origin, that fails in all the ways servers do.
import assert from 'node:assert/strict';
import {after, before, beforeEach, describe, it} from 'node:test';
import {deliveriesPlugin} from '../../scripts/deliveries-plugin.mjs';
import {withDemo} from '../helpers/demo.mjs';
import {findings, looks, overflow, wear} from '../helpers/looks.mjs';
import {textFile, withFreshPortal} from '../helpers/portal.mjs';

const total = 24;
const input = Array.from({length: total}, (_, index) => JSON.stringify({source: `text ${index + 1}`}));
const responses = 'texts/annotations/worker-response/iteration-1';

/** The label that item `index` is given, from 0. */
const choiceFor = (index) => index % 3;

describe('answers that are sent to a server', () => {
  const demo = withDemo();
  const server = deliveriesPlugin();
  let boxes = 0;
  let box, address;

  const act = (name, how = {}) =>
    server.executeCommand({command: 'deliveries', payload: {act: name, box, ...how}});

  before(() => server.serverStart());
  after(() => server.serverStop());
  beforeEach(() => {
    box = `box-${boxes++}`;
    address = `${act('origin')}/${box}/in/`;
  });

  async function until(isSo, what) {
    const end = Date.now() + 60_000;
    while (!(await isSo())) {
      if (Date.now() > end) throw new Error(`${what} never comes.`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** Makes the job, with an address for its results, and starts it. */
  async function start(page, portal) {
    await portal.openFiles(textFile(demo.temporary, 'texts.manifest', `${input.join('\n')}\n`));
    await portal.fill('Labels', 'a\nb\nc');
    await portal.openStep('Review & create');
    await page.getByRole('radio', {name: 'They are sent to an address'}).check();
    await page.getByRole('textbox', {name: 'Address for results'}).fill(address);
    await page.getByRole('button', {name: 'Start working'}).click();
    await portal.ready();
  }

  async function label(page, portal, place) {
    await portal.waitForPosition(place);
    await page.keyboard.press(String(choiceFor(place - 1) + 1));
    await (place === total ? portal.pressEnter() : portal.submitByEnter(place));
  }

  /** The label of each item in the box; one worker answers each. */
  function labelsInBox() {
    const found = {};
    for (const [path, text] of Object.entries(act('look').files)) {
      const [, index] = /^in\/texts\/annotations\/worker-response\/iteration-1\/(\d+)\/[^/]+\.json$/.exec(
        path,
      );
      const {answers} = JSON.parse(text);
      assert.equal(answers.length, 1);
      assert.equal(found[index], undefined, `item ${index} is there once`);
      found[index] = answers[0].answerContent['crowd-classifier'].label;
    }
    return found;
  }

  it('arrive exactly once over failures, an hour offline and a reload', () =>
    withFreshPortal(demo.browser, demo.origin, async (page, portal) => {
      const context = page.context();
      await page.clock.install();
      await start(page, portal);
      act('fail', {share: 0.3, seed: 5});
      for (let place = 1; place <= 8; place++) await label(page, portal, place);
      await page.getByText(/ of 8 delivered/).waitFor();

      await context.setOffline(true);
      for (let place = 9; place <= 14; place++) await label(page, portal, place);
      await page.getByText(/^No connection: \d+ answers wait$/).waitFor();
      const before = act('look').puts.length;
      await page.clock.fastForward('01:00:00');
      await page.getByText(/^No connection: \d+ answers wait$/).waitFor();
      assert.ok(act('look').puts.length - before <= 1, 'but for what was on its way');
      await portal.saved();
      await context.setOffline(false);
      await page.reload();
      await portal.ready();

      for (let place = 15; place <= total; place++) await label(page, portal, place);
      await until(async () => {
        // Waits between attempts go by.
        await page.clock.fastForward(60_000);
        return page.getByText(`${total} of ${total} delivered`).isVisible();
      }, 'the last answer');
      const wanted = Object.fromEntries(input.map((_, index) => [index, 'abc'[choiceFor(index)]]));
      assert.deepEqual(labelsInBox(), wanted);
      const puts = act('look').puts.length;
      assert.ok(puts < total * 2, `${puts} requests for ${total} answers`);

      await page.reload();
      await page.getByText(`${total} of ${total} delivered`).waitFor();
      await page.getByRole('button', {name: 'Jobs'}).click();
      await page.getByText(`${total} of ${total} delivered`).waitFor();
      assert.equal(act('look').puts.length, puts, 'nothing is sent again');
    }));

  it('wait when they are refused, with the reason in words, until somebody tries again', () =>
    withFreshPortal(demo.browser, demo.origin, async (page, portal, errors) => {
      await start(page, portal);
      act('fail', {failures: [403]});
      await label(page, portal, 1);
      const why = page.getByText(
        /^1 answer not delivered\. The server does not allow it\. A signed link may/,
      );
      await why.waitFor();
      for (const look of looks) {
        await wear(page, look);
        assert.deepEqual(await findings(page), [], look.name);
        assert.equal(await overflow(page), 0, look.name);
      }
      await wear(page, looks[0]);
      await page.getByRole('button', {name: 'Try again'}).click();
      await page.getByText('1 of 1 delivered').waitFor();
      await why.waitFor({state: 'detached'});
      assert.deepEqual(labelsInBox(), {0: 'a'});
      assert.deepEqual(
        errors.filter((error) => !error.includes('403')),
        [],
      );
    }));

  it('of somebody else’s job are sent when its worker has agreed, and not before', () =>
    withFreshPortal(demo.browser, demo.origin, async (here, portalHere) => {
      await start(here, portalHere);
      await here.getByRole('button', {name: 'Jobs'}).click();
      await here.getByRole('button', {name: 'Share job texts'}).click();
      const file = textFile(
        demo.temporary,
        'texts.gt-job.gz',
        await portalHere.download('Download job file'),
      );
      await withFreshPortal(demo.browser, demo.origin, async (page, portal) => {
        await portal.openFiles(file);
        const dialog = page.getByRole('dialog', {name: 'Who works on “texts”?'});
        await dialog.getByText(`This job sends your answers to ${new URL(address).host}.`).waitFor();
        for (const look of looks) {
          await wear(page, look);
          assert.deepEqual(await findings(page), [], look.name);
        }
        await wear(page, looks[0]);
        await dialog.getByRole('button', {name: 'Cancel'}).click();
        // Opened all the same: it asks, and sends nothing.
        await page.getByRole('button', {name: 'Start working texts'}).click();
        await portal.ready();
        await page.getByText('Nothing is sent before you agree.').waitFor();
        await label(page, portal, 1);
        await portal.saved();
        assert.deepEqual(act('look').puts, []);
        await page.getByRole('button', {name: 'Send my answers'}).click();
        await page.getByText('1 of 1 delivered').waitFor();
        await label(page, portal, 2);
        await page.getByText('2 of 2 delivered').waitFor();
        assert.deepEqual(labelsInBox(), {0: 'a', 1: 'b'});
        assert.ok(act('look').puts.every((path) => path.startsWith(`in/${responses}/`)));
      });
    }));

  it('are written to a folder that is chosen, all of them each time', () =>
    withFreshPortal(demo.browser, demo.origin, async (page, portal, errors) => {
      await start(page, portal);
      await label(page, portal, 1);
      await page.getByText('1 of 1 delivered').waitFor();
      // No one can press a button of the browser's own dialog from here: a folder of the page's own stands for it.
      await page.evaluate(() => {
        window.showDirectoryPicker = async () =>
          (await navigator.storage.getDirectory()).getDirectoryHandle('results', {create: true});
      });
      await page.getByRole('button', {name: 'Jobs'}).click();
      await page.getByRole('button', {name: 'Deliver texts to a folder'}).click();
      await page.getByText('1 of 1 delivered · results').waitFor();
      await page.getByRole('button', {name: 'Resume texts'}).click();
      await label(page, portal, 2);
      await page.getByText('2 of 2 delivered · results').waitFor();
      const labels = await page.evaluate(async (path) => {
        let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('results');
        for (const name of path.split('/')) folder = await folder.getDirectoryHandle(name);
        const found = {};
        for await (const [index, item] of folder)
          for await (const file of item.values())
            found[index] = JSON.parse(await (await file.getFile()).text()).answers[0].answerContent;
        return found;
      }, responses);
      assert.deepEqual(
        Object.fromEntries(
          Object.entries(labels).map(([index, content]) => [index, content['crowd-classifier'].label]),
        ),
        {0: 'a', 1: 'b'},
      );
      assert.deepEqual(errors, []);
    }));
});
