import {GtInstructions} from '../elements/gt-instructions/gt-instructions.js';
import {define} from './define.js';

define('gt-instructions', GtInstructions);

export {GtInstructions};
