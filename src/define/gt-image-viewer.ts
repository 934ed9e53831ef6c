import {GtImageViewer} from '../elements/gt-image-viewer/gt-image-viewer.js';
import {define} from './define.js';

define('gt-image-viewer', GtImageViewer);

export {GtImageViewer};
