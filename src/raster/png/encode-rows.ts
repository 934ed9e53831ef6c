import {pause} from '../pause.js';
import {headerChunk, pngOf} from './chunks.js';
import {bandsOf, type MaskPixels} from './pixel-bands.js';
import {RowEncoder, type RunSink} from './row-encoder.js';
import {ColorSink, IndexSink} from './run-sinks.js';

/** Work between two pauses: a run costs about as much as 64 pixels, and all of this some milliseconds. */
const mostWork = 1 << 21;
const workOfRun = 64;

/** A PNG file with one byte per pixel, the class that `ids` gives its number, and a palette. */
export async function indexedPng(
  mask: MaskPixels,
  palette: Uint8Array,
  ids?: ArrayLike<number>,
): Promise<Uint8Array<ArrayBuffer>> {
  return pngOf([
    headerChunk(mask.width, mask.height, 8, 3),
    {type: 'PLTE', data: [palette]},
    {type: 'IDAT', data: await encodeRows(mask, new IndexSink(), ids)},
    {type: 'IEND', data: []},
  ]);
}

/** A PNG file of colours: `colors` says which, such as 0x2ca02c, by number. */
export async function colorPng(
  mask: MaskPixels,
  colors: ArrayLike<number>,
): Promise<Uint8Array<ArrayBuffer>> {
  return pngOf([
    headerChunk(mask.width, mask.height, 8, 2),
    {type: 'IDAT', data: await encodeRows(mask, new ColorSink(), colors)},
    {type: 'IEND', data: []},
  ]);
}

async function encodeRows(
  mask: MaskPixels,
  sink: RunSink,
  lookup?: ArrayLike<number>,
): Promise<Uint8Array<ArrayBuffer>[]> {
  const encoder = new RowEncoder(mask.width, sink);
  let work = 0;
  for (const {scanner, rows} of bandsOf(mask, lookup)) {
    for (let y = 0; y < rows; y++) {
      work += mask.width + encoder.addRow(scanner, y) * workOfRun;
      if (work < mostWork) continue;
      work = 0;
      await pause();
    }
  }
  return sink.finish();
}
