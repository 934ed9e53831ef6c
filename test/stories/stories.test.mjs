// Every story is a test: it renders, its play function passes, nothing is logged as an error, axe finds nothing,
// and nothing is wider than a narrow phone. In light and dark, right to left, and with forced colours.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {root} from '../../scripts/run.mjs';
import {launch} from '../helpers/browser.mjs';
import {serve} from '../helpers/serve.mjs';

const folder = join(root, 'dist-storybook');
const {entries} = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8'));
const stories = Object.values(entries).filter(({type}) => type === 'story');
const axe = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('axe-core')), 'axe.min.js'),
  'utf8',
);

const wide = {width: 1280, height: 800};

/** Looks in which each story is checked once its play function is through. The first is the one it was played in. */
const looks = [
  {name: 'light', viewport: wide},
  {name: 'dark, right to left', viewport: wide, dark: true, direction: 'rtl'},
  {
    name: '320 px, forced colours',
    viewport: {width: 320, height: 640},
    media: {forcedColors: 'active'},
  },
];

async function wear(page, {viewport, media = {}, dark = false, direction = 'ltr'}) {
  await page.setViewportSize(viewport);
  // Without motion colours change at once; axe must not catch them half-way.
  const colorScheme = dark ? 'dark' : 'light';
  await page.emulateMedia({colorScheme, forcedColors: 'none', reducedMotion: 'reduce', ...media});
  await page.evaluate(
    async ([scheme, background, dir]) => {
      const {documentElement, body} = document;
      documentElement.style.colorScheme = scheme;
      documentElement.dir = dir;
      body.style.background = background;
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    },
    [dark ? 'dark' : 'light', dark ? '#101113' : '#f5f6f8', direction],
  );
}

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
  before(async () => {
    server = await serve({folders: {'/': folder}});
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  for (const story of stories) {
    it(`${story.title} – ${story.name}`, async () => {
      const page = await browser.newPage({viewport: wide});
      try {
        const errors = [];
        page.on('pageerror', (error) => errors.push(String(error)));
        await page.emulateMedia({reducedMotion: 'reduce'});
        await page.addInitScript(listenToStorybook);
        await page.goto(`${server.origin}/iframe.html?id=${story.id}&viewMode=story`);
        const outcome = await page.evaluate(() => window.storyOutcome);
        assert.equal(outcome.event, 'storyFinished', outcome.message);
        assert.notEqual(outcome.status, 'error', 'the story or its accessibility check failed');
        await page.evaluate(axe);
        for (const look of looks) {
          await wear(page, look);
          const violations = await page.evaluate(async () =>
            (await window.axe.run('#storybook-root')).violations.map(
              ({id, nodes}) =>
                `${id}: ${nodes.map(({target, failureSummary}) => `${target} ${failureSummary}`).join('; ')}`,
            ),
          );
          assert.deepEqual(violations, [], look.name);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(overflow <= 0, `${look.name}: the story is ${overflow} px wider than the window`);
        }
        assert.deepEqual(errors, []);
      } finally {
        await page.close();
      }
    });
  }
});
