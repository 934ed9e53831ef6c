import {registerStrings, stringsFor, type Strings} from '../src/strings/strings.js';

/** The languages of the portal besides English, each loaded only for those who read it. */
const languages: Readonly<Record<string, () => Promise<Strings>>> = {
  ar: async () => (await import('../src/strings/ar.js')).ar,
  de: async () => (await import('../src/strings/de.js')).de,
};

/** The language asked for in the address (`?lang=de`), else the first of the person's languages that there is. */
function wantedLanguage(): string {
  const asked = new URLSearchParams(location.search).get('lang');
  const wanted = [...(asked ? [asked] : []), ...navigator.languages];
  const codes = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return codes.find((code) => code === 'en' || Object.hasOwn(languages, code)) ?? 'en';
}

/** Puts the page into the person's language. */
export async function chooseLanguage(): Promise<void> {
  const code = wantedLanguage();
  const load = languages[code];
  if (!load) return;
  const {documentElement} = document;
  documentElement.lang = code;
  registerStrings(code, await load());
  const {direction, portal} = stringsFor(code);
  documentElement.dir = direction;
  document.title = `gt-elements: ${portal.welcome}`;
}
