/**
 * The words that elements show. English is there; other languages are modules of their own:
 * `import {de} from 'gt-elements/strings/de.js'; registerStrings('de', de)`.
 *
 * @module
 */
import {en} from '../strings/en.js';
import {addEnglish, stringsFor as wordsFor, type Strings} from '../strings/strings.js';

export {en};
export {registerStrings, type Strings} from '../strings/strings.js';

/** The words for a BCP 47 tag: exactly that language, else a wider one (`de` for `de-AT`), else English. */
export function stringsFor(code: string): Strings {
  // Elements bring their English words along; without them nobody has.
  addEnglish(en);
  return wordsFor(code);
}
