import {expect} from '@open-wc/testing';
import {ar} from '../../src/strings/ar.js';
import {de} from '../../src/strings/de.js';
import {en} from '../../src/strings/en.js';
import type {Strings} from '../../src/strings/strings.js';

/** Every language but English. */
const languages: Readonly<Record<string, Strings>> = {ar, de};

/** What may be the same as in English: names of keys and coordinates, addresses, a word German has borrowed. */
const shared = new Set([
  ...['Format', 'Name', 'Text', 'Orange', 'Link', '–', '—', '?'],
  ...['ltr', 'Label', 'Labels', 'Gamma', 'X', 'Y', 'H', 'Ctrl', 'Alt', 'Esc', 'Page Up', 'Page Down'],
  ...[en.portal.manifestAddressExample, en.portal.baseUrlExample],
]);

type Say = (...args: readonly unknown[]) => string;
type Leaf = string | Say;

/** The words of a tree by their path, such as `task.submit`. */
function leavesOf(tree: object, path = ''): Map<string, Leaf> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]): [string, Leaf][] => {
      const at = path ? `${path}.${key}` : key;
      return typeof value === 'object' ? [...leavesOf(value as object, at)] : [[at, value as Leaf]];
    }),
  );
}

/** What the parameters of a function are called in English, which tells what they are. */
const parametersOf = (say: Say): readonly string[] =>
  (/^\(?([^)=]*)\)?\s*=>/.exec(String(say))?.[1] ?? '').split(',').map((name) => name.trim());

const texts =
  /^(a|address|attribute|b|comment|date|id|into|jobName|key|label|message|name|paths|percent|pixels|places|query|reason|reference|room|share|size|step|time|title|tool|value|what|why)$/;

/** Arguments for a function: every number is `count`, every text `Thing`. */
function argumentsFor(say: Say, count: number, code: string): readonly unknown[] {
  return parametersOf(say).map((name) => {
    if (name === 'language') return code;
    if (name === 'minutes') return '1.5';
    if (name === 'labels') return Array.from({length: count}, () => 'Thing');
    return texts.test(name) ? 'Thing' : count;
  });
}

const english = leavesOf(en);

for (const [code, words] of Object.entries(languages)) {
  describe(`words in ${code}`, () => {
    const leaves = leavesOf(words);

    it('are there for exactly what English says', () => {
      expect([...leaves.keys()].sort()).to.deep.equal([...english.keys()].sort());
      for (const [at, leaf] of leaves) expect(typeof leaf, at).to.equal(typeof english.get(at));
    });

    it('are translated', () => {
      const same = [...leaves].filter(
        ([at, leaf]) => typeof leaf === 'string' && leaf === english.get(at) && !shared.has(leaf),
      );
      expect(same.map(([at]) => at)).to.deep.equal([]);
      for (const [at, leaf] of leaves) if (typeof leaf === 'string') expect(leaf.trim(), at).to.not.equal('');
    });

    it('are sentences for every number and name', () => {
      for (const [at, say] of leaves) {
        const original = english.get(at);
        // A length of time is numbers and units, however many seconds it has.
        if (at === 'requester.seconds' || typeof say === 'string' || typeof original !== 'function') continue;
        for (const count of [0, 1, 2, 5, 11, 100, 12_345]) {
          const said = say(...argumentsFor(original, count, code));
          const inEnglish = original(...argumentsFor(original, count, 'en'));
          const where = `${at} for ${count}: ${said}`;
          // Of nothing at all there may be nothing to say.
          if (inEnglish === '') continue;
          expect(said, where).to.not.match(/undefined|null|NaN|\[object|=>/);
          expect(said.trim(), where).to.not.equal('');
          // Some are names, numbers and units alone, which leaves nothing to translate.
          const own = inEnglish.replaceAll('Thing', '').replaceAll('Label', '');
          if (/\p{L}{2}/u.test(own)) expect(said, where).to.not.equal(inEnglish);
          if (inEnglish.includes('Thing')) expect(said, where).to.include('Thing');
          // One and two may be said by the noun alone; larger numbers are written as the language writes them.
          if (count > 2 && /\d/.test(inEnglish)) expect(said, where).to.include(count.toLocaleString(code));
        }
      }
    });
  });
}
