import {errorAt, warningAt, type Problem} from '../base/result.js';
import {kindOfType, typesByReference} from './label-types.js';

const words = /^[a-zA-Z0-9](?:-*[a-zA-Z0-9])*$/;

/** Why Ground Truth would not take this job name. */
export function checkJobName(name: string): Problem[] {
  const problems: Problem[] = [];
  if (name === '') {
    problems.push(
      errorAt('job-name', 'name/empty', 'The job has no name. Give it one of 1 to 63 characters.'),
    );
  } else {
    if (name.length > 63) {
      problems.push(
        errorAt(
          'job-name',
          'name/too-long',
          `The job name has ${name.length} characters; at most 63 are allowed.`,
        ),
      );
    }
    if (!words.test(name)) {
      problems.push(
        errorAt(
          'job-name',
          'name/characters',
          'The job name may have the letters a to z in either case, digits, and hyphens inside it.',
        ),
      );
    }
  }
  return problems;
}

/**
 * What is wrong with the name of a label attribute. Errors would damage the manifest; a warning is a name that
 * Ground Truth itself does not take but that hand-made manifests use, such as `fruit_BB`.
 * `type` is the type of the label, such as `groundtruth/semantic-segmentation`; it decides about `-ref`.
 */
export function checkLabelAttributeName(name: string, type?: string): Problem[] {
  const at = 'label-attribute-name';
  const problems: Problem[] = [];
  const error = (code: string, message: string) => problems.push(errorAt(at, code, message));
  if (name === '') {
    error('name/empty', 'The label attribute has no name. Give it one of 1 to 127 characters.');
    return problems;
  }
  if (name === 'source' || name === 'source-ref') {
    error('name/reserved', `The label attribute name "${name}" is the key of the data. Choose another name.`);
  }
  if (name.endsWith('-metadata')) {
    error(
      'name/metadata',
      `The label attribute name "${name}" ends in "-metadata", which marks metadata. Choose another name.`,
    );
  }
  if (name.includes('$')) {
    error(
      'name/dollar',
      `The label attribute name "${name}" has a "$", which is reserved. Choose another name.`,
    );
  }
  if (name.length > 127) {
    error(
      'name/too-long',
      `The label attribute name has ${name.length} characters; at most 127 are allowed.`,
    );
  }
  if (type !== undefined && name !== 'source-ref') {
    const isReference = typesByReference.has(type.toLowerCase());
    if (isReference && !name.endsWith('-ref')) {
      error(
        'name/needs-ref',
        `The label of ${type} is a reference, so its attribute name must end in "-ref": "${name}-ref".`,
      );
    }
    // What custom labels are is up to their job.
    const isEither = kindOfType(type) === 'custom';
    if (!isReference && !isEither && name.endsWith('-ref')) {
      error(
        'name/not-ref',
        `The label attribute name "${name}" ends in "-ref", which says that the label is in another file; a label of ${type} is not.`,
      );
    }
  }
  if (!words.test(name) && !name.includes('$')) {
    problems.push(
      warningAt(
        at,
        'name/characters',
        `Ground Truth takes letters a to z, digits, and hyphens inside a label attribute name; "${name}" has others. This kit keeps it.`,
      ),
    );
  }
  return problems;
}

/** The label attribute name when none is given: the job's name, with `-ref` for labels in files of their own. */
export function defaultAttributeName(jobName: string, isLabelFile: boolean): string {
  return isLabelFile && !jobName.endsWith('-ref') ? `${jobName}-ref` : jobName;
}

/** The same, for labels of a type such as `groundtruth/semantic-segmentation`. */
export function defaultLabelAttributeName(jobName: string, type: string): string {
  return defaultAttributeName(jobName, typesByReference.has(type.toLowerCase()));
}
