import {GtSession} from '../elements/gt-session/gt-session.js';
import {sessionWords} from '../strings/english/session.js';
import {workerActWords} from '../strings/english/worker-acts.js';
import {addEnglish} from '../strings/strings.js';
import {define} from './define.js';

addEnglish(sessionWords);
addEnglish(workerActWords);
define('gt-session', GtSession);

export {GtSession};
