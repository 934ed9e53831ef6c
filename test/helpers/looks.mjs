import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';

const axe = readFileSync(
  join(dirname(createRequire(import.meta.url).resolve('axe-core')), 'axe.min.js'),
  'utf8',
);

const wide = {width: 1280, height: 800};

/** Looks in which everything on screen is checked. */
export const looks = [
  {name: 'light', viewport: wide},
  {name: 'dark, right to left', viewport: wide, dark: true, direction: 'rtl'},
  {
    name: '320 px, forced colours',
    viewport: {width: 320, height: 640},
    media: {forcedColors: 'active'},
  },
];

/** Puts a page into one of the looks. */
export async function wear(page, {viewport, media = {}, dark = false, direction = 'ltr'}) {
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

/** What axe finds wrong below `root`, a sentence each. */
export async function findings(page, root = 'body') {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
  return page.evaluate(async (selector) => {
    const {violations} = await window.axe.run(selector);
    return violations.map(({id, nodes}) => {
      const places = nodes.map(({target, failureSummary}) => `${target} ${failureSummary}`);
      return `${id}: ${places.join('; ')}`;
    });
  }, root);
}

/**
 * How many CSS pixels the page, or anything in it that scrolls up and down, is wider than its place. What scrolls only
 * sideways, as a line of tools does on a small stage, is meant to be wider.
 */
export const overflow = (page) =>
  page.evaluate(() => {
    let most = document.documentElement.scrollWidth - innerWidth;
    const walk = (root) => {
      for (const element of root.querySelectorAll('*')) {
        const {overflowY} = getComputedStyle(element);
        const scrolls = overflowY === 'auto' || overflowY === 'scroll';
        if (scrolls && element.checkVisibility())
          most = Math.max(most, element.scrollWidth - element.clientWidth);
        if (element.shadowRoot) walk(element.shadowRoot);
      }
    };
    walk(document);
    return most;
  });
