// Every story is a test: it renders, its play function passes, nothing is logged as an error, axe finds nothing,
// and nothing is wider than a narrow phone. In light and dark, right to left, and with forced colours.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {root} from '../../scripts/run.mjs';
import {launch} from '../helpers/browser.mjs';
import {findings, looks, overflow, wear} from '../helpers/looks.mjs';
import {serve} from '../helpers/serve.mjs';

const folder = join(root, 'dist-storybook');
const {entries} = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(({type}) => type === 'story');
/** Follows the story from before it renders until it has finished, and reports every way it can go wrong. */
function listenToStorybook() {
  window.storyOutcome = new Promise((done) => {
    const failures = [
      'playFunctionThrewException',
      'storyThrewException',
      'storyErrored',
      'unhandledErrorsWhilePlaying',
      'storyMissing',
    ];
    const subscribe = () => {
      const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
      if (!channel) return setTimeout(subscribe, 5);
      for (const event of failures) {
        channel.on(event, (detail) =>
          done({event, message: String(detail?.message ?? JSON.stringify(detail))}),
        );
      }
      channel.on('storyFinished', ({status}) => done({event: 'storyFinished', status}));
    };
    subscribe();
  });
}

describe('stories', {concurrency: 2}, () => {
  let server, browser;
  /** Profiles nobody uses just now. They keep the files of Storybook; what a story stores goes with it. */
  const profiles = [];
  before(async () => {
    server = await serve({folders: {'/': folder}, headers: {'cache-control': 'max-age=3600'}});
    browser = await launch();
  });
  const empty = async (page) => {
    const devtools = await page.context().newCDPSession(page);
    const storageTypes = 'cookies,indexeddb,local_storage,service_workers,file_systems';
    await devtools.send('Storage.clearDataForOrigin', {origin: server.origin, storageTypes});
  };
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const story of stories) {
    it(`${story.title} – ${story.name}`, async () => {
      const profile = profiles.pop() ?? (await browser.newContext({viewport: looks[0].viewport}));
      const page = await profile.newPage();
      try {
        const errors = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        await page.emulateMedia({reducedMotion: 'reduce'});
        await page.addInitScript(listenToStorybook);
        await page.goto(`${server.origin}/iframe.html?id=${story.id}&viewMode=story`);
        const outcome = await page.evaluate(() => window.storyOutcome);
        assert.equal(outcome.event, 'storyFinished', outcome.message);
        assert.notEqual(outcome.status, 'error', 'the story or its accessibility check failed');
        for (const look of looks) {
          await wear(page, look);
          // What axe finds in the first look, Storybook has said already.
          if (look !== looks[0]) assert.deepEqual(await findings(page, '#storybook-root'), [], look.name);
          assert.equal(await overflow(page), 0, `${look.name}: something is wider than its place`);
        }
        assert.deepEqual(errors, []);
      } finally {
        await page.goto('about:blank');
        await empty(page);
        await page.close();
        profiles.push(profile);
      }
    });
  }
});
