import {errorAt, fail, type Result} from '../../base/result.js';
import {startOf} from '../manifest.js';
import {decodeUtf8, readBytes} from '../read-blob.js';
import {ManifestParts, notUtf8, utf8Of, type MadeManifest} from './text-manifest.js';

/** How the rows of a table become items. */
export interface CsvOptions {
  /** The first row names the columns. Left out: false. */
  readonly header?: boolean;
  /** What the column holds. Left out: texts. */
  readonly as?: 'source' | 'source-ref';
  /** The column with the text or the reference: its name (with `header`) or its number from 0. Left out: the first. */
  readonly column?: string | number;
  /** Keep the other columns of each row as members of its line (with `header`). */
  readonly keepColumns?: boolean;
}

/** A table is read as a whole; larger ones are better made into a manifest where they come from. */
const maxSize = 256 * 1024 * 1024;

/** A manifest for a CSV file: a `source` line for each row that has a text. The delimiter is found out. */
export async function manifestOfCsv(
  source: Blob | string,
  options: CsvOptions = {},
): Promise<Result<MadeManifest>> {
  const read = await readCsv(source);
  if (!read.ok) return read;
  const {header = false, column = 0, keepColumns = false, as = 'source'} = options;
  const rows = read.value;
  const names = header ? (rows[0] ?? []) : [];
  const at = typeof column === 'number' ? column : names.indexOf(column);
  const width = Math.max(0, ...rows.slice(0, 1000).map((row) => row.length));
  if (!(Number.isInteger(at) && at >= 0 && at < width)) {
    const have = header
      ? `It has ${names.map((name) => `"${name}"`).join(', ')}.`
      : `It has ${width} columns, counted from 0.`;
    return fail(
      errorAt('column', 'import/no-column', `The table has no column ${JSON.stringify(column)}. ${have}`),
    );
  }
  const parts = new ManifestParts(as);
  for (const row of header ? rows.slice(1) : rows) {
    const others = keepColumns
      ? names.flatMap((name, index) => otherColumn(name, row[index], index === at))
      : [];
    parts.add(row[at] ?? '', Object.fromEntries(others));
  }
  return parts.finish();
}

/** The rows of a CSV file, for a preview or to choose a column. Rows without any text are left out. */
export async function readCsv(source: Blob | string): Promise<Result<readonly (readonly string[])[]>> {
  const blob = await utf8Of(source);
  if (blob.size > maxSize) {
    return fail(
      errorAt(
        'file',
        'import/too-large',
        `The table is larger than ${maxSize / 1024 / 1024} MB. Make it into a manifest before.`,
      ),
    );
  }
  const bytes = await readBytes(blob, 0, blob.size);
  const text = decodeUtf8(bytes.subarray(startOf(bytes)));
  if (text === undefined) return fail(notUtf8(1));
  const {default: papa} = await import('papaparse');
  const {data, errors} = papa.parse<string[]>(text, {skipEmptyLines: 'greedy'});
  const quotes = errors.find(({type}) => type === 'Quotes');
  if (quotes) {
    const line = (quotes.row ?? 0) + 1;
    return fail({
      ...errorAt(
        `row ${line}`,
        'import/quotes',
        `Row ${line} of the table has quotation marks that do not end or do not fit. Correct the row.`,
      ),
      line,
    });
  }
  return {ok: true, value: data};
}

/** Names that a manifest line gives a meaning are not taken from a table. */
const reserved = new Set(['', 'source', 'source-ref']);

function otherColumn(name: string, value: string | undefined, isSource: boolean): [string, string][] {
  return isSource || reserved.has(name) || name.startsWith('$') || value === undefined ? [] : [[name, value]];
}
