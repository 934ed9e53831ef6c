import type {CellGrid} from '../editor/mask-work.js';
import type {MaskPreview} from '../editor/mask-preview.js';
import type {StageColors} from './colors.js';
import {wordOf} from './mask-looks.js';
import {intersection, type DeviceBox, type Projector} from './projector.js';
import {rasterPlaces} from './raster-places.js';

type Cells = NonNullable<MaskPreview['cells']>;

/** How much of the lines is seen where they are strongest. */
const strength = 0.5;
const levels = 16;
/** CSS pixels after which light and dark come again along a line: it is seen on every ground. */
const dashPeriod = 6;

/**
 * Paints where cells of the picture meet: thin lines that fade away from the middle. It is done pixel by pixel: a path of so many short lines takes ten times as long.
 */
export function paintCells(
  context: CanvasRenderingContext2D,
  projector: Projector,
  canvas: DeviceBox,
  {grids, around}: Cells,
  colors: StageColors,
): void {
  const area = projector.box(around);
  const part = intersection(area, canvas);
  if (!part) return;
  const image = new ImageData(part.right - part.left, part.bottom - part.top);
  const shown = {
    projector,
    area,
    part,
    words: new Uint32Array(image.data.buffer),
    light: shades(colors.forced ?? colors.light),
    dark: shades(colors.dark),
  };
  for (const grid of grids) paintGrid(grid, shown);
  const easel = new OffscreenCanvas(image.width, image.height);
  easel.getContext('2d')?.putImageData(image, 0, 0);
  context.drawImage(easel, part.left, part.top);
}

interface Shown {
  readonly projector: Projector;
  /** Where it would be without the ends of the canvas, in device pixels. */
  readonly area: DeviceBox;
  readonly part: DeviceBox;
  readonly words: Uint32Array;
  /** A colour from transparent to as strong as it gets. */
  readonly light: Uint32Array;
  readonly dark: Uint32Array;
}

function paintGrid({box, cells}: CellGrid, {projector, area, part, words, light, dark}: Shown): void {
  const seen = intersection(projector.box(box), part);
  if (!seen) return;
  const {columns, rows} = rasterPlaces(projector, seen, box);
  const line = Math.max(1, Math.round(projector.ratio));
  const period = Math.max(2, Math.round(dashPeriod * projector.ratio));
  const middle = {x: (area.left + area.right) / 2, y: (area.top + area.bottom) / 2};
  const reach = (Math.max(area.right - area.left, area.bottom - area.top) / 2) ** 2;
  const phase = (Math.abs(area.left + area.top) + 1) * period - area.left - area.top;
  const stride = part.right - part.left;
  /** The places of a row that are on a border: the same for all rows that show one row of the picture. */
  const onBorder = new Int32Array(columns.length);
  let count = 0;
  for (let y = 0; y < rows.length; y++) {
    const row = rows[y] as number;
    // On the first lines of what is seen of a grid, the cells before are those of another one.
    const above = rows[y - line] ?? -1;
    if (y === 0 || row !== rows[y - 1] || above !== (rows[y - 1 - line] ?? -1)) {
      count = 0;
      for (let x = 0; x < columns.length; x++) {
        const column = columns[x] as number;
        const cell = cells[row + column];
        const isBorder =
          above < 0 ||
          x < line ||
          cell !== cells[above + column] ||
          cell !== cells[row + (columns[x - line] as number)];
        if (isBorder) onBorder[count++] = x;
      }
    }
    const down = (seen.top + y - middle.y) ** 2;
    const to = (seen.top + y - part.top) * stride + seen.left - part.left;
    for (let at = 0; at < count; at++) {
      const x = onBorder[at] as number;
      const far = ((seen.left + x - middle.x) ** 2 + down) / reach;
      if (far >= 1) continue;
      const level = Math.round(levels * Math.min(1, (1 - far) * 1.5));
      const isLight = ((seen.left + x + seen.top + y + phase) % period) * 2 < period;
      words[to + x] = (isLight ? light : dark)[level] as number;
    }
  }
}

function shades(color: string): Uint32Array {
  return Uint32Array.from({length: levels + 1}, (_, level) => wordOf(color, (strength * level) / levels));
}
