import type {Box} from '../../geometry/box.js';
import {onLattice} from '../../geometry/box-in-picture.js';
import {done, refused, type ActContext, type Outcome} from '../act.js';
import {createBoxes, newBoxes} from '../box-records.js';
import {countBoxes, toldBox} from '../box-words.js';

/** Adds one box with the active label and selects it, so that a key corrects its label at once (SEL-2). */
export function addBox(context: ActContext, drawn: Box): Outcome {
  const {drawing, words, language} = context;
  const {frame, label} = drawing.state;
  if (!frame) return refused('no-picture', words.noPicture);
  const {editor} = drawing;
  const records = newBoxes(editor.state, [{label, box: onLattice(drawn, frame.stored)}]);
  context.commit(words.stepDraw(label), createBoxes(editor.state.document, records));
  const {document} = editor.state;
  const [record] = records;
  // A read-only element commits nothing.
  if (!record || !document.records.has(record.id)) return refused('unchanged', words.isUnchanged);
  drawing.set({selection: new Set([record.id])});
  const {left, top, width, height} = toldBox(context, record.box);
  return done(words.added(label, width, height, left, top, countBoxes(document), language));
}
