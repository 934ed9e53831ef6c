import type {GtPortal} from '../src/portal/gt-portal/gt-portal.js';

const prefix = 'gt-portal-';

/** Whether there is a new version is asked this often while the page stays open. */
const askEveryMs = 60 * 60 * 1000;

/**
 * Makes the page work offline, and tells the portal of new versions. One that has come waits until the person wants it:
 * then this tab is saved and reloaded. Other tabs go on with the version they have, whose files are kept for them.
 */
export async function watchUpdates(portal: GtPortal): Promise<void> {
  const {serviceWorker} = navigator;
  const isFirstVisit = !serviceWorker.controller;
  const registration = await serviceWorker.register(new URL('sw.js', document.baseURI), {
    updateViaCache: 'none',
  });
  portal.addEventListener('gt-reload', takeUpdate);
  // A browser that gives no storage keeps no files of any version either.
  holdFiles().catch(() => undefined);

  const tell = () => {
    if (registration.waiting && registration.active) portal.hasUpdate = true;
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
  // Another tab has taken the new version. This one shows the old one still, until it is reloaded.
  if (!isFirstVisit) serviceWorker.addEventListener('controllerchange', () => (portal.hasUpdate = true));

  const ask = () => void registration.update().catch(() => undefined);
  setInterval(ask, askEveryMs);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') ask();
  });

  function takeUpdate(): void {
    const {waiting} = registration;
    if (!waiting) return location.reload();
    waiting.addEventListener('statechange', () => {
      if (waiting.state === 'activated') location.reload();
    });
    waiting.postMessage('take over');
  }
}

/**
 * Keeps the files of the version this page is of for as long as the page lives, and removes those of versions that no
 * page is of any more. Each page holds a lock on its version's cache.
 */
async function holdFiles(): Promise<void> {
  await navigator.serviceWorker.ready;
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix));
  const own: string[] = [];
  for (const name of names) {
    const cache = await caches.open(name);
    if (await cache.match(import.meta.url)) own.push(name);
  }
  for (const name of own)
    void navigator.locks.request(name, {mode: 'shared'}, () => new Promise<never>(() => {}));
  const registration = await navigator.serviceWorker.getRegistration();
  // A version that is on its way has no page yet; it is the last one.
  if (own.length === 0 || registration?.waiting || registration?.installing) return;
  for (const name of names.filter((one) => !own.includes(one)))
    await navigator.locks.request(name, {ifAvailable: true}, (lock) => lock && caches.delete(name));
}
