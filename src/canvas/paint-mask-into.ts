import type {MaskState} from '../editor/mask-board.js';
import type {Sight} from '../geometry/sight.js';
import type {LabelMap} from '../raster/label-map.js';
import type {StageColors} from './colors.js';
import {MapGrid} from './mask-grid.js';
import {hatchesFor} from './mask-hatch.js';
import type {MaskLooks} from './mask-looks.js';
import type {MaskOptions} from './mask-options.js';
import {stageOf} from './moved-canvas.js';
import {paintFootprint} from './paint-footprint.js';
import {maskPixels} from './paint-mask.js';
import {paintMaskPreview} from './paint-mask-preview.js';
import {Projector} from './projector.js';

/** What there is to paint. */
export interface MaskPicture {
  readonly map: LabelMap | undefined;
  readonly looks: MaskLooks;
  readonly state: MaskState;
  readonly options: MaskOptions;
  readonly colors: StageColors;
}

/** Paints a mask and what is being done with it into somebody else's canvas, in its CSS pixels. */
export function paintMaskInto(
  context: CanvasRenderingContext2D,
  sight: Sight,
  {map, looks, state, options, colors}: MaskPicture,
): void {
  const ratio = context.getTransform().a || 1;
  const canvas = stageOf(sight, ratio);
  const grid = new MapGrid(sight, ratio, canvas, {x: 0, y: 0});
  context.save();
  context.scale(1 / ratio, 1 / ratio);
  const part = grid.picture;
  if (map && part) {
    const line = Math.max(1, Math.round(ratio));
    const pixels = maskPixels(part, {map, grid, looks, hatches: hatchesFor(ratio), line});
    // Pixels that are put replace what is there, and know no clip: they are laid over it as a picture instead.
    const easel = new OffscreenCanvas(pixels.width, pixels.height);
    easel.getContext('2d')?.putImageData(pixels, 0, 0);
    context.drawImage(easel, part.left, part.top);
  }
  const projector = new Projector(sight, ratio);
  paintMaskPreview(context, projector, canvas, state, {options, colors, map});
  paintFootprint(context, projector, state, colors);
  context.restore();
}
