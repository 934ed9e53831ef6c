import {boxWords} from './english/boxes.js';
import {coreWords} from './english/core.js';
import {deliveryWords} from './english/delivery.js';
import {maskWords} from './english/masks.js';
import {peopleWords} from './english/people.js';
import {portalWords} from './english/portal.js';
import {requesterWords} from './english/requester.js';
import {sessionWords} from './english/session.js';
import {wizardWords} from './english/wizard.js';
import {workerActWords} from './english/worker-acts.js';

/** Every word a person reads, in English. One group per room or element that says them. */
export const en = {
  ...coreWords,
  ...boxWords,
  ...deliveryWords,
  ...maskWords,
  ...peopleWords,
  ...portalWords,
  ...requesterWords,
  ...sessionWords,
  ...workerActWords,
  ...wizardWords,
};
