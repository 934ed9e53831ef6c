import {expect} from '@open-wc/testing';
import {de} from './de.js';
import {en} from './en.js';
import {boxWords} from './english/boxes.js';
import {coreWords} from './english/core.js';
import {addEnglish, formatsFor, registerStrings, stringsFor, whenRegistered} from './strings.js';

const other = {...en, direction: 'rtl' as const};

describe('words of a language', () => {
  before(() => {
    registerStrings('de', de);
    registerStrings('zh-Hant', other);
  });

  it('are those of the tag, else of a wider tag, else English', () => {
    for (const code of ['de', 'DE', 'de-AT', 'de-Latn-CH']) expect(stringsFor(code), code).to.equal(de);
    expect(stringsFor('zh-Hant-TW')).to.equal(other);
    for (const code of ['zh', 'xx', 'den', '', 'de_AT']) expect(stringsFor(code), code).to.include(coreWords);
  });

  it('grow with the elements that are defined', () => {
    const text = stringsFor('en');
    addEnglish(boxWords);
    expect(text.boxTask).to.equal(en.boxTask);
    addEnglish(en);
    expect(text).to.deep.equal(en);
  });

  it('come with formats that fit them', () => {
    expect(formatsFor('de-at')).to.equal('de-AT');
    expect(formatsFor('en-GB')).to.equal('en-GB');
    // French has 0 in the singular, but the words are English.
    expect(formatsFor('fr')).to.equal('en');
  });

  it('have formats that exist, whatever the page says its language is', () => {
    for (const code of ['de-', 'de-!', 'de_DE', '-', 'en-a', '日本語']) {
      expect(() => new Intl.NumberFormat(formatsFor(code)), code).to.not.throw();
    }
  });

  it('are registered under real tags only', () => {
    expect(() => registerStrings('de_AT', de)).to.throw(RangeError);
  });

  it('tell who waits for them, until told to stop', () => {
    let calls = 0;
    const stop = whenRegistered(() => calls++);
    registerStrings('nds', de);
    expect(calls).to.equal(1);
    stop();
    registerStrings('nds', de);
    expect(calls).to.equal(1);
  });
});
