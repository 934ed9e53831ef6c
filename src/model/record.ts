/** Identifies a record within its document. */
export type RecordId = string;

/** What every record has. `order` is the order of creation. */
export interface RecordOf<Kind extends string> {
  readonly id: RecordId;
  readonly kind: Kind;
  readonly order: number;
}

/** The worker chose this label for the whole item. */
export interface ChoiceRecord extends RecordOf<'choice'> {
  readonly label: string;
}

/** The worker's remark about the whole item. */
export interface CommentRecord extends RecordOf<'comment'> {
  readonly text: string;
}

/** One row per kind of thing a worker can say. */
export interface RecordKinds {
  choice: ChoiceRecord;
  comment: CommentRecord;
}

export type Kind = keyof RecordKinds;
export type AnyRecord = RecordKinds[Kind];
