/**
 * The words that elements show. English is there; other languages are modules of their own:
 * `import {de} from 'gt-elements/strings/de.js'; registerStrings('de', de)`.
 *
 * @module
 */
export {en} from '../strings/en.js';
export {registerStrings, stringsFor, type Strings} from '../strings/strings.js';
