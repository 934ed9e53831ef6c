import type {Box} from '../../geometry/box.js';
import type {Label} from '../../model/label.js';
import type {BoxAttributes, RecordId} from '../../model/record.js';
import type {BoxAttribute} from '../../tasks/task.js';

/** What has become of a box since the item was opened with an earlier label or with copies. */
export const boxStatuses = ['suggestion', 'given', 'changed', 'added', 'removed'] as const;
export type BoxStatus = (typeof boxStatuses)[number];

/** By label and then from the top left on, or as the boxes were made. */
export type BoxSort = 'label' | 'created';

/** One box as the list shows it. */
export interface BoxRow {
  readonly id: RecordId;
  readonly label: string;
  /** Its place among the boxes of its label, counted from 1. */
  readonly number: number;
  /** The numbers as the answer says them. */
  readonly box: Box;
  /** Grows with every box that is made. */
  readonly order: number;
  /** Left out where nothing was given; then no row needs it. */
  readonly status?: BoxStatus;
  readonly isHidden?: boolean;
  readonly isLocked?: boolean;
  readonly attributes?: BoxAttributes;
  /** What is wrong with the box, as a sentence. */
  readonly warning?: string;
  /** True when "Fit to image" would help. */
  readonly isOutside?: boolean;
}

/** The head of those rows that share a status. */
export interface GroupItem {
  readonly kind: 'group';
  readonly key: string;
  readonly status: BoxStatus;
  readonly ids: readonly RecordId[];
}

export interface RowItem {
  readonly kind: 'box';
  readonly key: RecordId;
  readonly row: BoxRow;
}

/** One line of the list. */
export type ListItem = GroupItem | RowItem;

/** The rows in the order of the list, without regard to groups. */
export function sortRows(
  rows: readonly BoxRow[],
  labels: readonly Label[],
  sort: BoxSort,
): readonly BoxRow[] {
  if (sort === 'created') return rows.toSorted((a, b) => a.order - b.order);
  const places = new Map(labels.map(({label}, index) => [label, index]));
  // Looked up once for each row and not at every comparison: lists of ten thousand are sorted at every change.
  const placed = rows.map((row) => ({row, place: places.get(row.label) ?? labels.length}));
  placed.sort(
    (a, b) =>
      a.place - b.place ||
      a.row.box.top - b.row.box.top ||
      a.row.box.left - b.row.box.left ||
      a.row.order - b.row.order,
  );
  return placed.map(({row}) => row);
}

/** Sorted rows as lines: grouped by status as soon as one has a status, else without heads. */
export function itemsOf(sorted: readonly BoxRow[]): readonly ListItem[] {
  const item = (row: BoxRow): RowItem => ({kind: 'box', key: row.id, row});
  if (sorted.every(({status}) => status === undefined)) return sorted.map(item);
  return boxStatuses.flatMap((status): readonly ListItem[] => {
    const rows = sorted.filter((row) => (row.status ?? 'added') === status);
    if (rows.length === 0) return [];
    return [{kind: 'group', key: `group-${status}`, status, ids: rows.map(({id}) => id)}, ...rows.map(item)];
  });
}

/** A removed box is in no document: it can be restored, and nothing else. */
export function isSelectable(item: ListItem | undefined): item is RowItem {
  return item?.kind === 'box' && item.row.status !== 'removed';
}

/** The required attributes that a box lacks. A required tick must be set, as in a form. */
export function missingAttributes(row: BoxRow, attributes: readonly BoxAttribute[]): readonly BoxAttribute[] {
  if (row.status === 'removed') return [];
  return attributes.filter(({name, required}) => required && !row.attributes?.[name]);
}
