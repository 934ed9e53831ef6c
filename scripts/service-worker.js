// The portal's service worker: every file of one build, taken from the cache. `scripts/offline.mjs` fills in both.
const cacheName = `gt-portal-${'VERSION'}`;
const files = [/* FILES */];

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll(files)));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name.startsWith('gt-portal-') && name !== cacheName))
      .then((old) => Promise.all(old.map((name) => caches.delete(name)))),
  );
});

self.addEventListener('fetch', (event) => {
  const {request} = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== self.location.origin) return;
  const options = {ignoreSearch: request.mode === 'navigate', ignoreVary: true};
  event.respondWith(
    caches
      .open(cacheName)
      .then((cache) => cache.match(request, options))
      .then((cached) => cached ?? fetch(request)),
  );
});
