import {GtClassificationTask} from '../elements/gt-classification-task/gt-classification-task.js';
import {define} from './define.js';
import './gt-image-viewer.js';
import './gt-instructions.js';
import './gt-label-picker.js';

define('gt-classification-task', GtClassificationTask);

export {GtClassificationTask};
