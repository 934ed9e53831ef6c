import {errorAt, type Problem} from '../base/result.js';
import {checkManifest} from '../formats/check-manifest.js';

/** Why a file has no usable line: the first thing wrong with it. */
export async function firstProblem(manifest: Blob): Promise<Problem> {
  for await (const problem of checkManifest(manifest)) {
    if (problem.severity === 'error') return problem;
  }
  return errorAt('manifest', 'portal/no-items', 'There is nothing to label in this file.');
}
