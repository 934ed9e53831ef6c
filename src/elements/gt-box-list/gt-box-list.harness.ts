import type {RecordId} from '../../model/record.js';
import type {BoxRequest} from './box-request.js';
import type {GtBoxList} from './gt-box-list.js';
import type {BoxRow, BoxStatus} from './list-items.js';

/** A row with everything a test does not care about filled in. */
export function rowOf(id: string, part: Partial<BoxRow> = {}): BoxRow {
  return {
    id,
    label: 'car',
    number: 1,
    order: 0,
    box: {left: 40, top: 300, width: 120, height: 80},
    ...part,
  };
}

/** Rows that look like a street: several labels, boxes of every size all over a picture of 1920 × 1080. */
export function manyRows(count: number, labels: readonly string[]): BoxRow[] {
  const numbers = new Map<string, number>();
  return Array.from({length: count}, (_, order) => {
    const label = labels[(order * 7) % labels.length] ?? '';
    const number = (numbers.get(label) ?? 0) + 1;
    numbers.set(label, number);
    const width = 12 + ((order * 131) % 380);
    const height = 10 + ((order * 97) % 240);
    const left = (order * 613) % (1920 - width);
    const top = (order * 389) % (1080 - height);
    return {id: `box-${order}`, label, number, order, box: {left, top, width, height}};
  });
}

/** Does what the list asks for, as a task would. */
export function answer(list: GtBoxList): void {
  const change = (ids: readonly RecordId[], how: (row: BoxRow) => BoxRow): void => {
    const among = new Set(ids);
    list.boxes = list.boxes.map((row) => (among.has(row.id) ? how(row) : row));
  };
  const touched = ({status}: BoxRow): {status?: BoxStatus} =>
    status === 'given' ? {status: 'changed'} : status === 'suggestion' ? {status: 'added'} : {};
  const without = (ids: readonly RecordId[]): void => {
    const among = new Set(ids);
    list.boxes = list.boxes.flatMap((row) =>
      !among.has(row.id)
        ? row
        : row.status === 'given' || row.status === 'changed'
          ? {...row, status: 'removed' as const}
          : [],
    );
    list.selected = new Set([...list.selected].filter((id) => !among.has(id)));
  };
  list.addEventListener('gt-box-request', (({detail}: CustomEvent<BoxRequest>) => {
    switch (detail.type) {
      case 'select':
        list.selected = new Set(detail.ids);
        return;
      case 'hover':
        list.hovered = detail.id;
        return;
      case 'relabel':
        return change(detail.ids, (row) => ({...row, ...touched(row), label: detail.label}));
      case 'numbers':
        return change([detail.id], (row) => ({
          ...row,
          ...touched(row),
          box: {...row.box, ...detail.numbers},
        }));
      case 'attribute':
        return change([detail.id], (row) => ({
          ...row,
          attributes: {...row.attributes, [detail.name]: detail.value},
        }));
      case 'hide':
        return change(detail.ids, (row) => ({...row, isHidden: detail.isHidden}));
      case 'lock':
        return change(detail.ids, (row) => ({...row, isLocked: detail.isLocked}));
      case 'delete':
        return without(detail.ids);
      case 'restore':
        return change(detail.ids, (row) => ({...row, status: 'given'}));
      case 'accept':
        return change(detail.ids, (row) => ({...row, status: 'added'}));
      case 'sort':
        list.sort = detail.sort;
    }
  }) as EventListener);
}
