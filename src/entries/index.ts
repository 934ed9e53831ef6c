/**
 * Registers the core elements: image and text tasks, what they render, and the session around them.
 *
 * @module
 */
import '../define/gt-box-list.js';
import '../define/gt-bbox-task.js';
import '../define/gt-classification-task.js';
import '../define/gt-image-viewer.js';
import '../define/gt-instructions.js';
import '../define/gt-label-picker.js';
import '../define/gt-multi-label-task.js';
import '../define/gt-session.js';

export {GtBoxList} from '../elements/gt-box-list/gt-box-list.js';
export {GtBboxTask} from '../elements/gt-bbox-task/gt-bbox-task.js';
export {GtClassificationTask} from '../elements/gt-classification-task/gt-classification-task.js';
export {GtImageViewer} from '../elements/gt-image-viewer/gt-image-viewer.js';
export {GtInstructions} from '../elements/gt-instructions/gt-instructions.js';
export {GtLabelPicker} from '../elements/gt-label-picker/gt-label-picker.js';
export {GtMultiLabelTask} from '../elements/gt-multi-label-task/gt-multi-label-task.js';
export {GtSession} from '../elements/gt-session/gt-session.js';
