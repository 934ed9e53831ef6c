import type {ResolveSource} from './resolve.js';
import {parseS3} from './s3.js';

/** A file with its path below the folder that was chosen. */
export interface FolderFile {
  readonly path: string;
  readonly file: File;
}

/** What a folder has for one reference. */
export type FolderMatch =
  | {readonly kind: 'found'; readonly path: string; readonly file: File}
  | {readonly kind: 'missing'}
  /** Several files fit equally well; the first of them is not better than the others. */
  | {readonly kind: 'ambiguous'; readonly paths: readonly string[]};

/** How well a folder fits the references of a manifest. */
export interface FolderReport {
  readonly found: number;
  readonly missing: readonly string[];
  readonly ambiguous: readonly {readonly ref: string; readonly paths: readonly string[]}[];
}

type Segments = readonly string[];

interface IndexedFile {
  readonly entry: FolderFile;
  readonly segments: Segments;
}

/** Ways to read a name, strictest first. Each later one forgives what copying to a disk may have done to it. */
const readings: readonly ((segment: string) => string)[] = [
  (segment) => segment,
  // Windows, and `aws s3 cp` there, cannot keep these characters in a file name.
  (segment) => segment.replace(/[:*?"<>|\\]/g, '_'),
  (segment) => segment.replace(/[:*?"<>|\\]/g, '_').toLowerCase(),
];

function segmentsOf(path: string): Segments {
  return path
    .normalize('NFC')
    .split('/')
    .filter((segment) => segment !== '' && segment !== '.' && segment !== '..');
}

/** Percent-encoding undone; text that is not percent-encoded rightly stays as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The paths a reference may mean, best first: as written, then percent-decoded. */
function pathsOf(ref: string): readonly Segments[] {
  const place = parseS3(ref);
  const path = place
    ? `${place.bucket}/${place.key}`
    : ref.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, '').replace(/[?#].*$/s, '');
  return [...new Set([path, decoded(path)])].map(segmentsOf);
}

/** How many segments two paths share, counted from their ends. */
function sharedEnd(a: Segments, b: Segments): number {
  let count = 0;
  while (count < a.length && count < b.length && a.at(-1 - count) === b.at(-1 - count)) count++;
  return count;
}

/** True if all files lie below one folder, which then is the one that was chosen: its name is part of no key. */
function haveOneTop(files: readonly FolderFile[]): boolean {
  const tops = new Set(
    files.map(({path}) => segmentsOf(path)).map((path) => (path.length > 1 ? path[0] : '')),
  );
  return tops.size === 1 && !tops.has('');
}

/** The files of a local folder, found by the references of a manifest. */
export class PictureFolder {
  readonly #byName: readonly ReadonlyMap<string, readonly IndexedFile[]>[];
  /** Segments at the start of every path that name only the chosen folder. */
  readonly #topLength: number;

  constructor(files: Iterable<FolderFile>) {
    const entries = Array.from(files);
    this.#topLength = haveOneTop(entries) ? 1 : 0;
    this.#byName = readings.map((read) => {
      const index = new Map<string, IndexedFile[]>();
      for (const entry of entries) {
        const segments = segmentsOf(entry.path).map(read);
        const name = segments.at(-1);
        if (name === undefined) continue;
        const same = index.get(name);
        if (same) same.push({entry, segments});
        else index.set(name, [{entry, segments}]);
      }
      return index;
    });
  }

  /** The file a reference means: the whole key first, then the longest end of it, down to the bare file name. */
  match(ref: string): FolderMatch {
    const paths = pathsOf(ref);
    for (const [level, index] of this.#byName.entries()) {
      for (const path of paths) {
        const wanted = path.map(readings[level]!);
        const match = best(index.get(wanted.at(-1) ?? '') ?? [], wanted, this.#topLength);
        if (match) return match;
      }
    }
    return {kind: 'missing'};
  }

  /** Which references have no file here, and which have several. */
  report(refs: Iterable<string>): FolderReport {
    let found = 0;
    const missing: string[] = [];
    const ambiguous: {ref: string; paths: readonly string[]}[] = [];
    for (const ref of refs) {
      const match = this.match(ref);
      if (match.kind === 'found') found++;
      else if (match.kind === 'missing') missing.push(ref);
      else ambiguous.push({ref, paths: match.paths});
    }
    return {found, missing, ambiguous};
  }

  /** Gives the files of this folder to elements. A reference without exactly one file is refused with the reason. */
  readonly resolveSource: ResolveSource = (ref) => {
    const match = this.match(ref);
    if (match.kind === 'found') return match.file;
    if (match.kind === 'ambiguous') {
      const some = match.paths.slice(0, 3).join(', ');
      throw new Error(
        `several files in the chosen folder fit: ${some}${match.paths.length > 3 ? ', …' : ''}`,
      );
    }
    throw new Error('no file in the chosen folder has that name');
  };
}

function best(
  candidates: readonly IndexedFile[],
  wanted: Segments,
  topLength: number,
): FolderMatch | undefined {
  const scored = candidates.map((file) => ({file, shared: sharedEnd(file.segments, wanted)}));
  const longest = scored.reduce((most, {shared}) => Math.max(most, shared), 0);
  if (longest === 0) return undefined;
  const closest = scored.filter(({shared}) => shared === longest);
  const whole = closest.filter(
    ({file}) => longest >= file.segments.length - topLength && longest >= wanted.length - 1,
  );
  const [first, ...others] = whole.length > 0 ? whole : closest;
  if (!first) return undefined;
  const {path, file} = first.file.entry;
  if (others.length === 0) return {kind: 'found', path, file};
  return {kind: 'ambiguous', paths: [path, ...others.map((other) => other.file.entry.path)]};
}
