import type {MaskBoard} from './mask-board.js';
import type {Box} from '../geometry/box.js';
import type {Size} from '../geometry/point.js';
import {recordsOf, type AnnotationDocument} from '../model/document.js';
import {eachRun, tileBox} from '../raster/tiles.js';

/** What was asked of a document before: it never changes. */
const known = new WeakMap<AnnotationDocument, Map<number, Box | undefined>>();

/** What the pixels of a region take up, to the pixel, as of the last step; nothing when it has none. */
export function regionBounds(board: MaskBoard, number: number): Box | undefined {
  const {map} = board;
  if (!map) return undefined;
  const {document} = board.editor.state;
  let bounds = known.get(document);
  if (!bounds) known.set(document, (bounds = new Map<number, Box | undefined>()));
  if (!bounds.has(number)) bounds.set(number, findBounds(document, map, number));
  return bounds.get(number);
}

function findBounds(document: AnnotationDocument, map: Size, number: number): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const tile of recordsOf(document, 'tile')) {
    const box = tileBox(tile, map);
    const width = box.right - box.left;
    let place = 0;
    eachRun(tile.runs, (value, count) => {
      if (value === number) {
        const last = place + count - 1;
        const [row, lastRow] = [Math.floor(place / width), Math.floor(last / width)];
        const isOneRow = row === lastRow;
        left = Math.min(left, box.left + (isOneRow ? place % width : 0));
        right = Math.max(right, box.left + (isOneRow ? (last % width) + 1 : width));
        top = Math.min(top, box.top + row);
        bottom = Math.max(bottom, box.top + lastRow + 1);
      }
      place += count;
    });
  }
  return right > left ? {left, top, width: right - left, height: bottom - top} : undefined;
}
