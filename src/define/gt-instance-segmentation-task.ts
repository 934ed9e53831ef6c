import {GtInstanceSegmentationTask} from '../elements/gt-instance-segmentation-task/gt-instance-segmentation-task.js';
import {maskWords} from '../strings/english/masks.js';
import {addEnglish} from '../strings/strings.js';
import {define} from './define.js';
import './gt-image-viewer.js';
import './gt-instructions.js';
import './gt-label-picker.js';
import './gt-region-list.js';

addEnglish(maskWords);
define('gt-instance-segmentation-task', GtInstanceSegmentationTask);

export {GtInstanceSegmentationTask};
