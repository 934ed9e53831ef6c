import '../src/define/gt-portal.js';
import {chooseLanguage} from './language.js';
import {watchUpdates} from './updates.js';

// The portal appears when its words are there, so that it does not start in another language.
await chooseLanguage().catch((error: unknown) => console.warn('The language could not be loaded.', error));
const portal = document.createElement('gt-portal');
portal.samples = './sample/jobs.json';
document.body.append(portal);

if (import.meta.env.PROD && 'serviceWorker' in navigator)
  void watchUpdates(portal).catch((error: unknown) => console.warn('The page will not work offline.', error));
