/** One thing a worker can say. Its class id is its position in the task's label list, counting from 0. */
export interface Label {
  /** The exact text that goes into the output. */
  readonly label: string;
  /** CSS colour `#rrggbb`; when left out, one of the palette. */
  readonly color?: string;
  /** A single key that chooses this label; when left out, its number. */
  readonly shortcut?: string;
  /** A short name for narrow places. */
  readonly shortDisplayName?: string;
  /** A sentence that helps the worker to decide. */
  readonly description?: string;
}
