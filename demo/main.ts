import '../src/define/gt-portal.js';

// A new version waits until every tab of the old one is closed, so an update never interrupts work.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register(new URL('sw.js', document.baseURI));
}
