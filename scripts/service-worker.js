// The portal's service worker: every file of one build, taken from the cache. `scripts/offline.mjs` fills in both.
const prefix = 'gt-portal-';
const cacheName = prefix + 'VERSION';
const files = [/* FILES */];

/** Named after what is in it: such a file is the same in every build that has it. */
const isHashed = (file) => file.startsWith('assets/');

async function keep(file, cache) {
  const known = isHashed(file) && (await caches.match(file, {ignoreVary: true}));
  // What the browser's own cache has may be of the build before.
  return known ? cache.put(file, known) : cache.add(new Request(file, {cache: 'reload'}));
}

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(cacheName).then((cache) => Promise.all(files.map((file) => keep(file, cache)))),
  );
});

// A new version waits until a person wants it; `demo/updates.ts` asks them. The files of the old one stay for tabs that
// still show it: pages remove what no page uses.
self.addEventListener('message', (event) => {
  if (event.data === 'take over') event.waitUntil(self.skipWaiting());
});

async function answer(request) {
  const options = {ignoreSearch: request.mode === 'navigate', ignoreVary: true};
  const cache = await caches.open(cacheName);
  const found = (await cache.match(request, options)) ?? (await ofOtherVersions(request, options));
  return found ?? fetch(request);
}

async function ofOtherVersions(request, options) {
  for (const name of await caches.keys()) {
    const found =
      name.startsWith(prefix) && (await caches.open(name).then((cache) => cache.match(request, options)));
    if (found) return found;
  }
  return undefined;
}

self.addEventListener('fetch', (event) => {
  const {request} = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  event.respondWith(answer(request));
});
