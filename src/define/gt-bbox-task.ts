import {GtBboxTask} from '../elements/gt-bbox-task/gt-bbox-task.js';
import {boxWords} from '../strings/english/boxes.js';
import {addEnglish} from '../strings/strings.js';
import {define} from './define.js';
import './gt-box-list.js';
import './gt-image-viewer.js';
import './gt-instructions.js';
import './gt-label-picker.js';

addEnglish(boxWords);
define('gt-bbox-task', GtBboxTask);

export {GtBboxTask};
