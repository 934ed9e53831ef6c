/**
 * Registers the core elements: image and text tasks, what they render, and the session around them.
 *
 * @module
 */
import '../define/gt-box-list.js';
import '../define/gt-bbox-task.js';
import '../define/gt-classification-task.js';
import '../define/gt-image-viewer.js';
import '../define/gt-instance-segmentation-task.js';
import '../define/gt-instructions.js';
import '../define/gt-label-picker.js';
import '../define/gt-multi-label-task.js';
import '../define/gt-region-list.js';
import '../define/gt-segmentation-task.js';
import '../define/gt-session.js';

export {GtBoxList} from '../elements/gt-box-list/gt-box-list.js';
export {GtBboxTask} from '../elements/gt-bbox-task/gt-bbox-task.js';
export {GtClassificationTask} from '../elements/gt-classification-task/gt-classification-task.js';
export {GtImageViewer} from '../elements/gt-image-viewer/gt-image-viewer.js';
export {GtInstanceSegmentationTask} from '../elements/gt-instance-segmentation-task/gt-instance-segmentation-task.js';
export {GtInstructions} from '../elements/gt-instructions/gt-instructions.js';
export {GtLabelPicker} from '../elements/gt-label-picker/gt-label-picker.js';
export {GtMultiLabelTask} from '../elements/gt-multi-label-task/gt-multi-label-task.js';
export {GtRegionList} from '../elements/gt-region-list/gt-region-list.js';
export {GtSegmentationTask} from '../elements/gt-segmentation-task/gt-segmentation-task.js';
export {GtSession} from '../elements/gt-session/gt-session.js';
