import {errorAt, type Problem} from '../base/result.js';
import type {Label} from '../model/label.js';
import {backgroundName} from '../raster/colors.js';
import type {UsableLabels} from './task.js';

/**
 * The labels that masks can have: none with the name of what is nobody's, and, where `most` is given, only as many as
 * there are numbers in a file.
 */
export function usableMaskLabels(given: readonly Label[], most = Infinity): UsableLabels {
  const problems: Problem[] = [];
  const named = given.filter(({label}) => label !== backgroundName);
  if (named.length < given.length)
    problems.push(
      errorAt(
        'labels',
        'labels/background',
        `The label "${backgroundName}" is left out: in masks that is the name of pixels without a label. Leave them unlabelled, or give the class another name.`,
      ),
    );
  if (named.length > most)
    problems.push(
      errorAt(
        'labels',
        'labels/too-many',
        `There are ${named.length} labels; the file of a mask has room for ${most}. Those after "${named[most - 1]?.label}" are left out.`,
      ),
    );
  return {labels: named.slice(0, most), problems};
}
