import {GtSession} from '../elements/gt-session/gt-session.js';
import {define} from './define.js';

define('gt-session', GtSession);

export {GtSession};
