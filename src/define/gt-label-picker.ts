import {GtLabelPicker} from '../elements/gt-label-picker/gt-label-picker.js';
import {define} from './define.js';

define('gt-label-picker', GtLabelPicker);

export {GtLabelPicker};
