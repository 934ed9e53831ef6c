import {errorAt, fail, type Result} from '../../base/result.js';
import {inflate} from './inflate.js';
import {type PngFile, rowBytes} from './png-file.js';
import {rowBuffer, unfilter} from './unfilter.js';

/** Which pixels of the picture the rows of one pass are: all of them, or one of the seven parts of Adam7. */
interface Pass {
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
}

const wholePicture: readonly Pass[] = [{x: 0, y: 0, stepX: 1, stepY: 1}];

const adam7: readonly Pass[] = [
  {x: 0, y: 0, stepX: 8, stepY: 8},
  {x: 4, y: 0, stepX: 8, stepY: 8},
  {x: 0, y: 4, stepX: 4, stepY: 8},
  {x: 2, y: 0, stepX: 4, stepY: 4},
  {x: 0, y: 2, stepX: 2, stepY: 4},
  {x: 1, y: 0, stepX: 2, stepY: 2},
  {x: 0, y: 1, stepX: 1, stepY: 2},
];

/**
 * Takes one row: `count` pixels, packed as the file has them, the first of them at `start` of the picture counted row
 * by row, the others each `step` further.
 */
export type RowSink = (bytes: Uint8Array, count: number, start: number, step: number) => void;

/** Unpacks the rows of a file, one by one, without ever holding all of them. */
export async function readRows(file: PngFile, take: RowSink): Promise<Result<undefined>> {
  const passes = (file.isInterlaced ? adam7 : wholePicture)
    .map((pass) => ({
      ...pass,
      columns: Math.ceil((file.width - pass.x) / pass.stepX),
      rows: Math.ceil((file.height - pass.y) / pass.stepY),
    }))
    .filter(({columns, rows}) => columns > 0 && rows > 0);
  const size = passes.reduce((sum, {columns, rows}) => sum + rows * (1 + rowBytes(columns, file)), 0);
  const pixelBytes = Math.max(1, (file.depth * file.channels) / 8);

  let [passIndex, rowIndex, filter, filled] = [0, 0, -1, 0];
  let pass = passes[0]!;
  let length = rowBytes(pass.columns, file);
  let [row, above] = [rowBuffer(length), rowBuffer(length)];
  let isFilterKnown = true;

  const endRow = (): void => {
    isFilterKnown &&= unfilter(filter, row, above, length, pixelBytes);
    take(row.bytes, pass.columns, (pass.y + rowIndex * pass.stepY) * file.width + pass.x, pass.stepX);
    [row, above] = [above, row];
    [filter, filled] = [-1, 0];
    rowIndex++;
    if (rowIndex < pass.rows) return;
    rowIndex = 0;
    passIndex++;
    if (passIndex === passes.length) return;
    pass = passes[passIndex]!;
    length = rowBytes(pass.columns, file);
    [row, above] = [rowBuffer(length), rowBuffer(length)];
  };

  const outcome = await inflate(file.data, size, (piece) => {
    for (let at = 0; at < piece.length;) {
      if (filter < 0) {
        filter = piece[at++] as number;
        continue;
      }
      const taken = Math.min(length - filled, piece.length - at);
      row.bytes.set(piece.subarray(at, at + taken), filled);
      filled += taken;
      at += taken;
      if (filled === length) endRow();
    }
  });
  if (outcome.ok && !isFilterKnown)
    return fail(
      errorAt(
        'mask',
        'png/data',
        'A row of the PNG file names a filter that does not exist. The file is damaged.',
      ),
    );
  return outcome;
}
