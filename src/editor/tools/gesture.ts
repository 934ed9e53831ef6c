import type {BoxRecord, RecordId} from '../../model/record.js';
import type {Drawing} from '../drawing.js';
import type {PointerInput, ToolContext} from '../tool.js';

/** Something that follows a drag. It is shown as a preview and commits at its end, if anything differs then. */
export interface Gesture {
  drag(input: PointerInput): void;
  end(input: PointerInput): void;
}

/** Calls `drop` when another item is opened, or the same one anew: what was under way belongs to what is gone. */
export function onOpen({drawing}: ToolContext, drop: () => void): void {
  drawing.editor.subscribe((_state, cause) => {
    if (cause === 'open') drop();
  });
}

/** True while boxes are as they were when a gesture began. Undo in the middle of a drag makes it void. */
export function areCurrent({editor}: Drawing, records: readonly BoxRecord[]): boolean {
  return records.every((record) => editor.state.document.records.get(record.id) === record);
}

/** Shows boxes in other places than the document has them. */
export function previewChange(drawing: Drawing, records: readonly BoxRecord[], isResize: boolean): void {
  const byId = new Map<RecordId, BoxRecord>(records.map((record) => [record.id, record]));
  drawing.set({preview: {kind: 'change', records: byId, isResize}});
}
