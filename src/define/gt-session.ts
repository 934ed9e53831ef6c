import {GtSession} from '../elements/gt-session/gt-session.js';
import {sessionWords} from '../strings/english/session.js';
import {addEnglish} from '../strings/strings.js';
import {define} from './define.js';

addEnglish(sessionWords);
define('gt-session', GtSession);

export {GtSession};
