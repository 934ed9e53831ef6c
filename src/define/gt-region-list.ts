import {GtRegionList} from '../elements/gt-region-list/gt-region-list.js';
import {maskWords} from '../strings/english/masks.js';
import {addEnglish} from '../strings/strings.js';
import {define} from './define.js';

addEnglish(maskWords);
define('gt-region-list', GtRegionList);

export {GtRegionList};
