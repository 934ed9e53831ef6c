import {isFields, isText, optional} from '../base/checks.js';
import {checkDeliveryPlace} from '../delivery/http-sink.js';
import {isTimeLimit, isWorkerCount, taskTags, type Example, type JobDefinition} from './job.js';
import {isWritten} from './rich-text/rich-text.js';

/** What the portal keeps with the session of a job. */
export interface PortalJob {
  readonly definition: JobDefinition;
  readonly source: string;
  readonly total: number;
}

const isMissingOrText = optional(isText);

/** True for what can be a job of the portal: what comes out of a file or an older release is not taken at its word. */
export function isPortalJob(value: unknown): value is PortalJob {
  if (!isFields(value)) return false;
  const {definition, source, total} = value;
  return isDefinition(definition) && isText(source) && Number.isSafeInteger(total);
}

function isDefinition(value: unknown): value is JobDefinition {
  if (!isFields(value) || !isFields(value['instructions'])) return false;
  const {taskType, labels, instructions} = value;
  const texts = ['title', 'header', 'jobName', 'labelAttributeName'].map((name) => value[name]);
  return (
    typeof taskType === 'string' &&
    Object.hasOwn(taskTags, taskType) &&
    texts.every(isText) &&
    Array.isArray(labels) &&
    labels.every((label) => isFields(label) && isText(label['label'])) &&
    [value['exclusionLabel'], value['baseUrl']].every(isMissingOrText) &&
    [instructions['short'], instructions['full']].every(isWritten) &&
    (value['timeLimit'] === undefined || isTimeLimit(value['timeLimit'])) &&
    (value['workersPerObject'] === undefined || isWorkerCount(value['workersPerObject'])) &&
    optional(isDeliveryPlace)(value['deliverTo']) &&
    [instructions['good'], instructions['bad']].every((one) => one === undefined || isExample(one))
  );
}

const isDeliveryPlace = (value: unknown): boolean => isText(value) && checkDeliveryPlace(value).ok;

const isExample = (value: unknown): value is Example =>
  isFields(value) && isText(value['caption']) && isMissingOrText(value['picture']);
