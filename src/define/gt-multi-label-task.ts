import {GtMultiLabelTask} from '../elements/gt-multi-label-task/gt-multi-label-task.js';
import {define} from './define.js';
import './gt-image-viewer.js';
import './gt-instructions.js';
import './gt-label-picker.js';

define('gt-multi-label-task', GtMultiLabelTask);

export {GtMultiLabelTask};
