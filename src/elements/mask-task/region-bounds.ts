import type {MaskBoard} from '../../editor/mask-board.js';
import type {Box} from '../../geometry/box.js';
import {recordsOf} from '../../model/document.js';
import {eachRun, tileBox} from '../../raster/tiles.js';

/** What the pixels of a region take up, to the pixel, as of the last step; nothing when it has none. */
export function regionBounds(board: MaskBoard, number: number): Box | undefined {
  const {map} = board;
  if (!map) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const tile of recordsOf(board.editor.state.document, 'tile')) {
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
