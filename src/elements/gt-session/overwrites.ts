import type {ManifestEntry} from '../../formats/entry.js';
import {labelsOf, overwriteWarning} from '../../formats/labels-of.js';

/** What stands where the answer will be written: an earlier label, or a value of somebody else's. */
export type Overwritten = 'label' | 'value';

/** Tells once per session, for labels and for other values, that answers replace what the lines have already. */
export class Overwrites {
  readonly #told = new Set<Overwritten>();
  #shown: {readonly entry: ManifestEntry; readonly kind: Overwritten} | undefined;

  /** What to say about the item on screen; nothing when it was said before. */
  for(entry: ManifestEntry | undefined, attribute: string): Overwritten | undefined {
    if (!entry || !overwriteWarning(entry, attribute)) return undefined;
    if (this.#shown?.entry === entry) return this.#shown.kind;
    const kind = labelsOf(entry).some((label) => label.attribute === attribute) ? 'label' : 'value';
    if (this.#told.has(kind)) return undefined;
    this.#told.add(kind);
    this.#shown = {entry, kind};
    return kind;
  }

  dismiss(): void {
    this.#shown = undefined;
  }

  /** Another session begins. */
  forget(): void {
    this.#told.clear();
    this.#shown = undefined;
  }
}
