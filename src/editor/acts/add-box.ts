import type {Box} from '../../geometry/box.js';
import {onLattice} from '../../geometry/box-in-picture.js';
import {commitStep, done, refused, type ActContext, type Outcome} from '../act.js';
import {createBoxes, newBoxes} from '../box-records.js';
import {countBoxes, toldBox} from '../box-words.js';
import {showForNew} from './show-boxes.js';

/**
 * Adds one box with the active label and selects it, so that a key corrects its label at once (SEL-2). It is never one
 * that nobody sees: what is hidden with it is shown again.
 */
export function addBox(context: ActContext, drawn: Box): Outcome {
  const {drawing, words, language} = context;
  const {frame, label} = drawing.state;
  if (!frame) return refused('no-picture', words.noPicture);
  const {editor} = drawing;
  const box = onLattice(drawn, frame.stored);
  const records = newBoxes(editor.state, [{label, box}]);
  const changes = createBoxes(editor.state.document, records);
  return commitStep(context, words.stepDraw(label), changes, () => {
    drawing.set({selection: new Set(records.map(({id}) => id))});
    const {left, top, width, height} = toldBox(context, box);
    const count = countBoxes(editor.state.document);
    const message = words.added(label, width, height, left, top, count, language);
    return done(showForNew(context, [label], message));
  });
}
