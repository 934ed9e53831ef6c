import {GtBboxTask} from '../elements/gt-bbox-task/gt-bbox-task.js';
import {define} from './define.js';
import './gt-box-list.js';
import './gt-image-viewer.js';
import './gt-instructions.js';
import './gt-label-picker.js';

define('gt-bbox-task', GtBboxTask);

export {GtBboxTask};
