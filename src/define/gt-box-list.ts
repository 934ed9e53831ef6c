import {GtBoxList} from '../elements/gt-box-list/gt-box-list.js';
import {boxWords} from '../strings/english/boxes.js';
import {addEnglish} from '../strings/strings.js';
import {define} from './define.js';

addEnglish(boxWords);
define('gt-box-list', GtBoxList);

export {GtBoxList};
