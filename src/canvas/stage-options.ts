import type {BoxRecord} from '../model/record.js';

/** How a label is drawn. Labels that share a colour differ in the pattern of their line. */
export interface BoxLook {
  readonly color: string;
  readonly pattern: 'solid' | 'ring' | 'stripes' | 'dots';
}

/** `given` and `suggested` boxes have not been touched yet and are drawn dashed. */
export type BoxStatus = 'own' | 'given' | 'suggested';

/** When the name of a label stands beside its box. Each includes what follows it: `hover` shows the selected too. */
export type TagMode = 'always' | 'hover' | 'selected' | 'never';

/** What a stage lets others choose. */
export interface StageOptions {
  readonly lookOf: (label: string) => BoxLook;
  /** What a tag says where the name has no room: the number of the label. */
  readonly shortNameOf: (label: string) => string;
  readonly statusOf: (record: BoxRecord) => BoxStatus;
  /** How much of the label's colour covers the inside of a box, from 0 to 1. */
  readonly fillOpacity: number;
  /** Never fill, whatever the opacity. */
  readonly isOutlineOnly: boolean;
  readonly tags: TagMode;
  /** Lines through the pointer across the whole picture, while a drawing tool is chosen. */
  readonly hasGuides: boolean;
  /** Handles on the selected box. They are also missing from locked boxes. */
  readonly hasHandles: boolean;
  /** Decides how large handles are. */
  readonly pointer: 'mouse' | 'pen' | 'touch';
}

export const defaultOptions: StageOptions = {
  lookOf: () => ({color: '#0072b2', pattern: 'solid'}),
  shortNameOf: (label) => label.slice(0, 1),
  statusOf: (record) => (record.isSuggestion ? 'suggested' : 'own'),
  fillOpacity: 0.1,
  isOutlineOnly: false,
  tags: 'hover',
  hasGuides: true,
  hasHandles: true,
  pointer: 'mouse',
};
