import {isJsonObject, member, type JsonValue} from '../../base/json.js';
import {ProblemList} from '../../base/problem-list.js';
import {errorAt, warningAt} from '../../base/result.js';
import {onLattice} from '../../geometry/box-in-picture.js';
import type {Size} from '../../geometry/point.js';
import {ClassList} from '../export/class-list.js';
import {sizeIn} from '../read-boxes.js';
import {boxLine, withPrefix, type ImportedBox, type ImportedBoxes, type ImportOptions} from './box-lines.js';
import {boundsOf} from './polygon-bounds.js';
import {namesInLines, namesInYaml} from './yolo-names.js';

/** A text file of a YOLO folder. */
export interface YoloFile {
  /** Inside the folder, such as `labels/train/tree-1.txt`. */
  readonly path: string;
  readonly text: string;
}

/** What YOLO's files do not say about an image. */
export interface YoloImage {
  readonly reference: string;
  readonly size: Size;
}

export interface YoloOptions extends ImportOptions {
  /**
   * The image of a label file, by its path without `labels/` and extension: `train/tree-1`. Asked where the folder has
   * no `images.json`, which this kit's exporter writes.
   */
  readonly imageOf?: (stem: string) => YoloImage | undefined;
}

/**
 * The boxes of a folder of YOLO files, as manifest lines in the order of the files. Fractions become whole pixels;
 * polygons and turned boxes are framed. Lines that cannot be read are left out and told of.
 */
export function importYolo(files: Iterable<YoloFile>, options: YoloOptions): ImportedBoxes {
  const problems = new ProblemList();
  const {names, facts, labels} = sorted(files);
  const classes = new ClassList(listOf(names));
  const lines: string[] = [];
  for (const {path, text} of labels) {
    const stem = stemOf(path);
    const image = facts.get(stem) ?? options.imageOf?.(stem);
    if (!image) {
      problems.add('import/no-size', () =>
        errorAt(
          path,
          'import/no-size',
          `Nobody says which image ${path} belongs to and how large it is, so its fractions mean nothing. It is left out.`,
        ),
      );
      continue;
    }
    const reference =
      options.prefix === undefined
        ? image.reference
        : withPrefix(options.prefix, image.reference.split('/').at(-1) ?? '');
    const boxes = readRows(text, path, image.size, names, problems);
    lines.push(boxLine({reference, size: image.size, boxes}, classes, options));
  }
  return {lines, labels: classes.labels, problems: problems.problems};
}

const labelFolder = /(?:^|\/)(?:labels|obj_[^/]*_data)\//;
/** Lists of images and notes that lie beside the labels. */
const otherTexts = /^(?:train|val|valid|test|readme.*)\.txt$/;

interface Folder {
  readonly names: ReadonlyMap<number, string>;
  readonly facts: ReadonlyMap<string, YoloImage>;
  readonly labels: readonly YoloFile[];
}

/** Tells label files from those about all of them, by their names. */
function sorted(files: Iterable<YoloFile>): Folder {
  let names: ReadonlyMap<number, string> = new Map();
  let facts: ReadonlyMap<string, YoloImage> = new Map();
  const labels: YoloFile[] = [];
  for (const file of files) {
    const name = file.path.split('/').at(-1)?.toLowerCase() ?? '';
    if (name === 'images.json') facts = readFacts(file.text);
    else if (/\.ya?ml$/.test(name)) names = merged(namesInYaml(file.text), names);
    else if (name === 'classes.txt' || name.endsWith('.names'))
      names = merged(names, namesInLines(file.text));
    else if (name.endsWith('.txt') && (labelFolder.test(file.path) || !otherTexts.test(name)))
      labels.push(file);
  }
  return {names, facts, labels};
}

function merged(
  first: ReadonlyMap<number, string>,
  second: ReadonlyMap<number, string>,
): ReadonlyMap<number, string> {
  return first.size > 0 ? first : second;
}

/** Names in the order of their numbers. Gaps stay, as a number, but not a million of them. */
function listOf(names: ReadonlyMap<number, string>): string[] {
  const highest = Math.min(Math.max(-1, ...names.keys()), 10_000);
  return Array.from({length: highest + 1}, (_, number) => names.get(number) ?? String(number));
}

function stemOf(path: string): string {
  return path.replace(/^(?:.*\/)?(?:labels|images)\//, '').replace(/\.[^./]*$/, '');
}

/** What the exporter's `images.json` says, by stem. */
function readFacts(text: string): ReadonlyMap<string, YoloImage> {
  const facts = new Map<string, YoloImage>();
  let list: JsonValue;
  try {
    list = JSON.parse(text) as JsonValue;
  } catch {
    return facts;
  }
  for (const item of Array.isArray(list) ? (list as readonly JsonValue[]) : []) {
    if (!isJsonObject(item)) continue;
    const file = member(item, 'file');
    const reference = member(item, 'reference');
    const size = sizeIn(item);
    if (typeof file === 'string' && typeof reference === 'string' && size)
      facts.set(stemOf(file), {reference, size});
  }
  return facts;
}

function readRows(
  text: string,
  path: string,
  size: Size,
  names: ReadonlyMap<number, string>,
  problems: ProblemList,
): readonly ImportedBox[] {
  return text.split(/\r?\n/).flatMap((row, index) => {
    if (row.trim() === '') return [];
    const numbers = row.trim().split(/\s+/).map(Number);
    const box = boxOfRow(numbers, size, names);
    if (!box) {
      problems.add('import/row', () =>
        errorAt(
          `${path}:${index + 1}`,
          'import/row',
          `Line ${index + 1} of ${path} is no box. Expected a class number and four fractions from 0 to 1; it is left out.`,
        ),
      );
      return [];
    }
    const [id = 0] = numbers;
    if (!names.has(id)) {
      problems.add(`import/unknown-class ${id}`, () =>
        warningAt(
          path,
          'import/unknown-class',
          `The class ${id} has no name in the folder. It is called “${id}”.`,
        ),
      );
    }
    return [box];
  });
}

function boxOfRow(
  [id = -1, ...rest]: readonly number[],
  size: Size,
  names: ReadonlyMap<number, string>,
): ImportedBox | undefined {
  if (!Number.isInteger(id) || id < 0 || id > 1e9) return undefined;
  // Half an image beyond the border is a slip of rounding or a box cut by it; pixels instead of fractions are not.
  if (rest.length < 4 || !rest.every((number) => number >= -0.5 && number <= 1.5)) return undefined;
  const label = names.get(id) ?? String(id);
  if (rest.length >= 6) {
    const frame = boundsOf([rest]);
    return frame && {label, box: inPixels(frame, size)};
  }
  const [x = 0, y = 0, width = 0, height = 0, confidence] = rest;
  if (width < 0 || height < 0) return undefined;
  const frame = {left: x - width / 2, top: y - height / 2, width, height};
  return {
    label,
    box: inPixels(frame, size),
    confidence: confidence === undefined ? undefined : Math.min(1, Math.max(0, confidence)),
  };
}

function inPixels({left, top, width, height}: ImportedBox['box'], size: Size): ImportedBox['box'] {
  return onLattice(
    {
      left: left * size.width,
      top: top * size.height,
      width: width * size.width,
      height: height * size.height,
    },
    size,
  );
}
