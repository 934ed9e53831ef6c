import {manifestOfCsv, readCsv} from '../formats/input/csv-manifest.js';
import {manifestOfImages} from '../formats/input/image-manifest.js';
import {manifestOfText, type MadeManifest} from '../formats/input/text-manifest.js';
import {errorAt, fail, ok, type Result} from '../base/result.js';
import type {FolderFile} from '../media/folder.js';

/** What a person brought: a manifest, made here if need be, and the pictures that came with it. */
export interface IncomingData {
  /** For the title of the job: the name of the file or folder. */
  readonly name: string;
  readonly manifest: Blob;
  readonly pictures: readonly FolderFile[];
  /** Where relative references lead, for a manifest that was loaded from an address. */
  readonly baseUrl?: string;
  /** The table the manifest was made of, so that it can be made otherwise. */
  readonly table?: TableSource;
}

/** A table and how its rows become items. */
export interface TableSource {
  readonly file: Blob;
  /** The names of the columns, or their first values where there is no heading. */
  readonly columns: readonly string[];
  readonly header: boolean;
  /** Counted from 0. */
  readonly column: number;
  readonly as: 'source' | 'source-ref';
}

const extensionOf = ({path}: FolderFile) => /\.[^./]+$/.exec(path.toLowerCase())?.[0] ?? '';

/** Manifests go by many names; pictures, texts and tables only by these. */
const manifestExtensions = ['.manifest', '.jsonl', '.ndjson', '.json'];

/**
 * Decides what the files are. A manifest may come alone or with pictures; without one, a manifest is made from
 * a `.txt` (a line each), a `.csv` (a row each) or the pictures themselves.
 */
export async function incomingData(files: readonly FolderFile[]): Promise<Result<IncomingData>> {
  const found = manifestOfImages(files.map(({path}) => path));
  const isPicture = new Set(found.images);
  const pictures = files.filter(({path}) => isPicture.has(path));
  const others = files.filter(({path}) => !isPicture.has(path) && !/(^|\/)\./.test(path));
  const withExtension = (...extensions: string[]) =>
    others.find((file) => extensions.includes(extensionOf(file)));

  const table = withExtension('.csv');
  const text = withExtension('.txt');
  const manifest =
    withExtension(...manifestExtensions) ?? (table || text || pictures.length > 0 ? undefined : others[0]);
  if (manifest) return ok({name: manifest.file.name, manifest: manifest.file, pictures});
  if (table) return dataOfTable(table.file.name, table.file, pictures);
  if (text) return named(text, await manifestOfText(text.file));
  const first = pictures[0];
  if (first)
    return ok({name: folderOf(first), manifest: new Blob([`${found.lines.join('\n')}\n`]), pictures});
  return fail(
    errorAt(
      'files',
      'portal/no-files',
      'The folder is empty. Bring a manifest (JSON Lines), a .txt or .csv file, or pictures.',
    ),
  );
}

/** Columns that hold the text, by the names people give them. */
const textColumns = new Set([
  'source',
  'text',
  'sentence',
  'content',
  'body',
  'message',
  'comment',
  'review',
  'document',
]);

/** Columns that hold references of pictures. */
const pictureColumns = new Set([
  'source-ref',
  'image',
  'picture',
  'photo',
  'image_url',
  'url',
  'file',
  'filename',
  'path',
]);

const isPictureName = (value: string | undefined): boolean =>
  manifestOfImages([(value ?? '').replace(/[?#].*$/s, '')]).images.length > 0;

/** A row each. A first row that names a known column is a heading: that column is taken and the others are kept. */
async function dataOfTable(
  name: string,
  file: Blob,
  pictures: readonly FolderFile[],
): Promise<Result<IncomingData>> {
  const rows = await readCsv(file);
  if (!rows.ok) return rows;
  const [first, second] = rows.value;
  if (!first) return fail(errorAt('file', 'portal/no-items', `“${name}” has no rows.`));
  const names = first.map((column) => column.trim().toLowerCase());
  const text = names.findIndex((column) => textColumns.has(column));
  const picture = names.findIndex((column, at) => pictureColumns.has(column) && isPictureName(second?.[at]));
  const known = picture >= 0 && text < 0 ? picture : text;
  const column = Math.max(0, known);
  const header = known >= 0;
  const holdsPictures = isPictureName((header ? second : first)?.[column]);
  const table: TableSource = {
    file,
    columns: first,
    header,
    column,
    as: holdsPictures ? 'source-ref' : 'source',
  };
  return tableData(name, table, pictures);
}

/** Makes a manifest of a table as `table` says. */
export async function tableData(
  name: string,
  table: TableSource,
  pictures: readonly FolderFile[],
): Promise<Result<IncomingData>> {
  const {file, header, column, as} = table;
  const made = await manifestOfCsv(file, {header, column, as, keepColumns: header});
  return made.ok ? ok({name, manifest: made.value.manifest, pictures, table}) : made;
}

function named({file}: FolderFile, made: Result<MadeManifest>): Result<IncomingData> {
  return made.ok ? ok({name: file.name, manifest: made.value.manifest, pictures: []}) : made;
}

/** The outermost folder of a file, or the file's own name. */
const folderOf = ({path, file}: FolderFile) => (path.includes('/') ? path.split('/')[0]! : file.name);
