import '../src/define/gt-portal.js';
import {chooseLanguage} from './language.js';

// The portal appears when its words are there, so that it does not start in another language.
await chooseLanguage().catch((error: unknown) => console.warn('The language could not be loaded.', error));
const portal = document.createElement('gt-portal');
portal.samples = './sample/jobs.json';
document.body.append(portal);

// A new version waits until every tab of the old one is closed, so an update never interrupts work.
if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register(new URL('sw.js', document.baseURI));
}
