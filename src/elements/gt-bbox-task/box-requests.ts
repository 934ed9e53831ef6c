import type {Outcome} from '../../editor/act.js';
import {copyBoxes, duplicateBoxes} from '../../editor/acts/copy-boxes.js';
import {acceptSuggestions, relabel, setAttribute} from '../../editor/acts/label-boxes.js';
import {fitToPicture, setNumbers} from '../../editor/acts/move-boxes.js';
import {deleteBoxes, restoreBoxes} from '../../editor/acts/remove-boxes.js';
import {selectOnly} from '../../editor/acts/select-boxes.js';
import {
  toggleHidden,
  toggleHiddenLabel,
  toggleLocked,
  toggleLockedLabel,
} from '../../editor/acts/show-boxes.js';
import type {BoxRecord, RecordId} from '../../model/record.js';
import type {BoxRequest} from '../gt-box-list/box-request.js';
import type {BoxDesk} from './box-desk.js';

/** Does what was asked for beside the stage, and tells what came of it. */
export function answerBoxRequest(desk: BoxDesk, request: BoxRequest): void {
  const {context, drawing} = desk;
  const tell = (outcome: Outcome): void => desk.tell(outcome);
  /** Some acts are for the selection; what they are asked for becomes it. */
  const forSelection = (ids: readonly RecordId[], run: () => void): void => {
    selectOnly(context, ids);
    run();
  };
  switch (request.type) {
    case 'select':
      return desk.show(request.ids);
    case 'hover':
      return drawing.set({hovered: request.id});
    case 'reveal':
      return desk.zoomTo(request.ids);
    case 'relabel':
      return forSelection(request.ids, () => tell(relabel(context, request.label)));
    case 'pick-label':
      return forSelection(request.ids, () => desk.searchLabels());
    case 'numbers': {
      const [record] = recordsOf(desk, [request.id]);
      if (record) tell(setNumbers(context, record, request.numbers, desk.grid));
      return;
    }
    case 'attribute': {
      const {name, value, isTyping} = request;
      const records = recordsOf(desk, [request.id]);
      return tell(setAttribute(context, name, value, {records, isTyped: isTyping}));
    }
    case 'duplicate':
      return forSelection(request.ids, () => tell(duplicateBoxes(context, desk.scale)));
    case 'copy':
      return forSelection(request.ids, () => {
        const {outcome, clipboard} = copyBoxes(context);
        if (clipboard) desk.clipboard = clipboard;
        tell(outcome);
      });
    case 'delete':
      return tell(deleteBoxes(context, recordsOf(desk, request.ids)));
    case 'restore':
      return tell(restoreBoxes(context, request.ids));
    case 'accept':
      return tell(acceptSuggestions(context, recordsOf(desk, request.ids)));
    case 'hide':
      return setHidden(desk, recordsOf(desk, request.ids), request.isHidden);
    case 'lock':
      return setLocked(desk, recordsOf(desk, request.ids), request.isLocked);
    case 'fit':
      return tell(fitToPicture(context, recordsOf(desk, request.ids)));
    case 'sort':
      return;
  }
}

function recordsOf({drawing}: BoxDesk, ids: readonly RecordId[]): readonly BoxRecord[] {
  const {records} = drawing.editor.state.document;
  return ids.flatMap((id) => {
    const record = records.get(id);
    return record?.kind === 'box' ? [record] : [];
  });
}

/** Boxes may also be hidden by their label; to show them, the label is shown. */
function setHidden(desk: BoxDesk, records: readonly BoxRecord[], isHidden: boolean): void {
  const {context, drawing} = desk;
  if (drawing.state.isAllHidden) {
    // Only these come back; the others stay hidden, one by one.
    const all = [...drawing.editor.state.document.records.keys()];
    drawing.set({isAllHidden: false, hiddenIds: new Set(all)});
  }
  const wanted = records.filter((record) => drawing.isHidden(record) !== isHidden);
  const own = wanted.filter(({id}) => isHidden || drawing.state.hiddenIds.has(id));
  if (own.length > 0) desk.tell(toggleHidden(context, own));
  if (isHidden) return;
  for (const label of new Set(wanted.map((record) => record.label))) {
    if (drawing.state.hiddenLabels.has(label)) desk.tell(toggleHiddenLabel(context, label));
  }
}

function setLocked(desk: BoxDesk, records: readonly BoxRecord[], isLocked: boolean): void {
  const {context, drawing} = desk;
  const wanted = records.filter((record) => drawing.isLocked(record) !== isLocked);
  const own = wanted.filter(({id}) => isLocked || drawing.state.lockedIds.has(id));
  if (own.length > 0) desk.tell(toggleLocked(context, own));
  if (isLocked) return;
  for (const label of new Set(wanted.map((record) => record.label))) {
    if (drawing.state.lockedLabels.has(label)) desk.tell(toggleLockedLabel(context, label));
  }
}
