import {copyFileSync, mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {after, before} from 'node:test';
import {fileURLToPath} from 'node:url';
import {root} from '../../scripts/run.mjs';
import {photoFile} from '../../scripts/sample-photos.mjs';
import {launch} from './browser.mjs';
import {serve} from './serve.mjs';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../faults');

/** Set to the name of a carelessness to see the tests that are about it fail. */
const careless = process.env.GT_CARELESS ?? '';

/** Serves a page with a job on it to the tests of a `describe`; `browser` has no profile. */
export function withFaults({pages = {}, headers = {}, flags = [], hasBrowser = true} = {}) {
  const faults = {origin: '', temporary: '', browser: undefined, address: ''};
  let server;
  before(async () => {
    faults.temporary = mkdtempSync(join(tmpdir(), 'gt-faults-'));
    for (const name of ['careless.js', 'job.html'])
      copyFileSync(join(folder, name), join(faults.temporary, name));
    copyFileSync(photoFile('boats.jpg'), join(faults.temporary, 'photo.jpg'));
    server = await serve({
      folders: {'/dist/': join(root, 'dist'), '/': faults.temporary},
      pages,
      headers,
    });
    faults.origin = server.origin;
    if (hasBrowser) faults.browser = await launch(...flags);
  });
  after(async () => {
    await faults.browser?.close();
    await server?.close();
    if (faults.temporary) await rm(faults.temporary, {recursive: true, force: true, maxRetries: 10});
  });
  faults.page = (task = 'gt-classification-task') =>
    `${faults.origin}/job.html?task=${task}&careless=${careless}`;
  return faults;
}

/** True in the Chromium that has no windows at all, which our script installs where there is no other. */
export const isShell = (page) => page.evaluate(() => typeof chrome === 'undefined');

export const shellOnly =
  'since 2026-11-22: a Chromium without windows has neither hidden pages nor a cache for Back nor settings of sites';

/** Waits until the page shows its first item. */
export const ready = (page) => page.waitForFunction('Boolean(globalThis.isReady)');

/** Opens the job. */
export async function openJob(page, address) {
  await page.goto(address);
  await ready(page);
}

/** Submits so many items by the keyboard, each with its first label, and waits for the next one. */
export async function answer(page, count = 1) {
  for (let n = 0; n < count; n++) {
    await page.waitForFunction('fault.task.acceptsSubmit');
    const index = await page.evaluate('fault.session.index');
    await page.evaluate('fault.task.focus()');
    await page.keyboard.press('1');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    await page.waitForFunction(`fault.session.index !== ${index}`);
  }
}

/** Waits until the session says so of its work. */
export const waitForStatus = (page, kind) =>
  page.waitForFunction(`fault.status()?.kind === ${JSON.stringify(kind)}`);

/** What the page says about the work: the status in the bar, and the alerts under it. */
export const said = (page) =>
  page.evaluate(() => {
    const texts = (selector) =>
      [...fault.session.shadowRoot.querySelectorAll(selector)].map(({textContent}) =>
        textContent.replace(/\s+/g, ' ').trim(),
      );
    return {
      status: texts('.bar [role="status"]')[0],
      alerts: texts('.notices [role="alert"] .notice-text'),
      actions: texts('.notices [role="alert"] .notice-actions button'),
    };
  });

/** Everything that is stored of the job. */
export const stored = (page) => page.evaluate(() => fault.stored());
