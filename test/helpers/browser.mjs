import {chromium} from 'playwright-core';
import {browserFlags, findBrowser} from '../../scripts/browser.mjs';

const options = {executablePath: findBrowser(), args: browserFlags};

/** A headless Chromium, with further flags if need be. */
export const launch = (...flags) => chromium.launch({...options, args: [...browserFlags, ...flags]});

/** A headless Chromium whose profile lives in `folder`, so that a second launch finds what the first one stored. */
export const launchWithProfile = (folder, context = {}) =>
  chromium.launchPersistentContext(folder, {...options, ...context});

/** The id of the browser's main process, which leads the group of all its processes. */
export async function browserProcess(context) {
  const session = await context.browser().newBrowserCDPSession();
  const {processInfo} = await session.send('SystemInfo.getProcessInfo');
  return processInfo.find(({type}) => type === 'browser').id;
}

/** Kills the browser process as a crash or a power switch would: no page hears of it. */
export async function killBrowser(context) {
  const id = await browserProcess(context);
  const closed = new Promise((done) => context.once('close', done));
  process.kill(id, 'SIGKILL');
  await closed;
}

/** Collects what a page should never say: errors in its console and errors nobody caught. */
export function watchErrors(page) {
  const errors = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}
