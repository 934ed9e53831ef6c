import {GtSegmentationTask} from '../elements/gt-segmentation-task/gt-segmentation-task.js';
import {maskWords} from '../strings/english/masks.js';
import {addEnglish} from '../strings/strings.js';
import {define} from './define.js';
import './gt-image-viewer.js';
import './gt-instructions.js';
import './gt-label-picker.js';

addEnglish(maskWords);
define('gt-segmentation-task', GtSegmentationTask);

export {GtSegmentationTask};
