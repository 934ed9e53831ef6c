import {GtBoxList} from '../elements/gt-box-list/gt-box-list.js';
import {define} from './define.js';

define('gt-box-list', GtBoxList);

export {GtBoxList};
