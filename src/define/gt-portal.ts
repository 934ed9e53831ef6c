import {GtDataPicker} from '../portal/gt-data-picker/gt-data-picker.js';
import {GtJobForm} from '../portal/gt-job-form/gt-job-form.js';
import {GtJobList} from '../portal/gt-job-list/gt-job-list.js';
import {GtJobRoom} from '../portal/gt-job-room/gt-job-room.js';
import {GtPictureSource} from '../portal/gt-picture-source/gt-picture-source.js';
import {GtPortal} from '../portal/gt-portal/gt-portal.js';
import {GtPortalHome} from '../portal/gt-portal-home/gt-portal-home.js';
import {define} from './define.js';
import './gt-classification-task.js';
import './gt-multi-label-task.js';
import './gt-session.js';

define('gt-data-picker', GtDataPicker);
define('gt-job-form', GtJobForm);
define('gt-job-list', GtJobList);
define('gt-job-room', GtJobRoom);
define('gt-picture-source', GtPictureSource);
define('gt-portal-home', GtPortalHome);
define('gt-portal', GtPortal);
