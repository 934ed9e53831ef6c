import {outputManifest} from '../formats/output-manifest.js';
import {answerPages, type AnswerSource} from './answers.js';
import {blobOf} from './blob-of.js';

/** A file, and the items whose answers did not get into it. */
export interface Exported {
  readonly blob: Blob;
  /** Their line is not the one that was labelled. */
  readonly changed: readonly number[];
  /** Their record is damaged. */
  readonly unreadable: readonly number[];
}

/** The output manifest so far: a line per item, submitted ones with their label, all others byte for byte. */
export async function exportManifest(source: AnswerSource): Promise<Exported> {
  const lines = new Map<number, string>();
  const changed: number[] = [];
  const unreadable: number[] = [];
  for await (const page of answerPages(source)) {
    for (const {index, line} of page.submitted) lines.set(index, line);
    changed.push(...page.changed);
    unreadable.push(...page.unreadable);
  }
  const blob = await blobOf(outputManifest(source.manifest, lines), 'application/jsonl');
  return {blob, changed, unreadable};
}
