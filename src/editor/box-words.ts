import type {Box} from '../geometry/box.js';
import {toUprightBox} from '../geometry/box-orientation.js';
import type {AnnotationDocument} from '../model/document.js';
import type {BoxRecord} from '../model/record.js';
import type {ActContext} from './act.js';

/** How many boxes a document has. */
export function countBoxes({records}: AnnotationDocument): number {
  let count = 0;
  for (const {kind} of records.values()) if (kind === 'box') count++;
  return count;
}

/** The place of a box among those with its label, in order of creation, from 1: the 3 of “car 3”. */
export function numberAmongLabel({records}: AnnotationDocument, {label, order}: BoxRecord): number {
  let number = 1;
  for (const other of records.values()) {
    if (other.kind === 'box' && other.label === label && other.order < order) number++;
  }
  return number;
}

/** One box by its name, several by their number. */
export function nameBoxes({drawing, words, language}: ActContext, records: readonly BoxRecord[]): string {
  const [first] = records;
  if (!first || records.length > 1) return words.several(records.length, language);
  return words.name(first.label, numberAmongLabel(drawing.editor.state.document, first), language);
}

/** A box as people are told of it: in whole pixels of the picture as they see it. */
export function toldBox({drawing}: ActContext, box: Box): Box {
  const {frame} = drawing.state;
  const {left, top, width, height} = frame ? toUprightBox(box, frame) : box;
  return {
    left: Math.round(left),
    top: Math.round(top),
    width: Math.round(width),
    height: Math.round(height),
  };
}
