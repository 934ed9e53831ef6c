import type {Box} from '../geometry/box.js';
import type {TilePlace, TileRuns} from '../raster/tiles.js';

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

/** What a worker says about one box beside its label, by the name of the attribute: a tick, a choice or a text. */
export type BoxAttributes = Readonly<Record<string, boolean | string>>;

/** The worker drew a box around something, or took over one that was there. */
export interface BoxRecord extends RecordOf<'box'> {
  readonly label: string;
  /** In the stored grid, whatever grid the answer counts in. */
  readonly box: Box;
  /** The numbers as they were read, kept until somebody touches the box: they go out as they came in. */
  readonly read?: Box;
  /** Only what differs from the start: no `false`, no empty text. */
  readonly attributes?: BoxAttributes;
  /** Copied from the item before, and not yet touched or accepted. */
  readonly isSuggestion?: true;
}

/** The worker looked and found nothing to label, which is another answer than none. */
export type NothingRecord = RecordOf<'nothing'>;

/**
 * What the pixels of one number in a mask mean. In semantic segmentation each label has at most one region; in instance
 * segmentation each thing has its own, and several may have the same label.
 */
export interface RegionRecord extends RecordOf<'region'> {
  /** From 1; its pixels in the tiles have this number. Its id is `region:<number>`. */
  readonly number: number;
  readonly label: string;
}

/** The labelled pixels of one tile of a mask. A tile without any has no record. Its id is `tile:<column>:<row>`. */
export interface TileRecord extends RecordOf<'tile'>, TilePlace {
  readonly runs: TileRuns;
}

/** One row per kind of thing a worker can say. */
export interface RecordKinds {
  choice: ChoiceRecord;
  comment: CommentRecord;
  box: BoxRecord;
  nothing: NothingRecord;
  region: RegionRecord;
  tile: TileRecord;
}

export type Kind = keyof RecordKinds;
export type AnyRecord = RecordKinds[Kind];

/** The id of the region with that number. */
export const regionId = (number: number): RecordId => `region:${number}`;

/** The id of a tile. */
export const tileId = ({column, row}: TilePlace): RecordId => `tile:${column}:${row}`;
