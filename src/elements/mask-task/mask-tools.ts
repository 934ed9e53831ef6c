import type {MaskToolName} from '../../editor/mask-board.js';
import type {MaskContext} from '../../editor/mask-context.js';
import type {MaskTool} from '../../editor/mask-tool.js';
import {BucketTool} from '../../editor/tools/bucket.js';
import {DrawShapeTool} from '../../editor/tools/draw-shape.js';
import {PaintTool} from '../../editor/tools/paint.js';
import {PickRegionTool} from '../../editor/tools/pick-region.js';
import {SegmentTool} from '../../editor/tools/segment.js';
import {SuperpixelsTool} from '../../editor/tools/superpixels.js';
import {WandTool} from '../../editor/tools/wand.js';

/** The one that picks areas is also told to cut. */
export type MaskTools = Readonly<Record<MaskToolName, MaskTool>> & {readonly select: PickRegionTool};

/** Every tool for masks. Brush and eraser are one: it looks itself which of the two it is. */
export function maskTools(context: MaskContext): MaskTools {
  const paint = new PaintTool(context);
  return {
    select: new PickRegionTool(context),
    brush: paint,
    eraser: paint,
    shape: new DrawShapeTool(context),
    bucket: new BucketTool(context),
    wand: new WandTool(context),
    superpixels: new SuperpixelsTool(context),
    segment: new SegmentTool(context),
  };
}

const finders: ReadonlySet<MaskToolName> = new Set<MaskToolName>(['wand', 'superpixels', 'segment']);

/** True for tools that find pixels by reading the picture. Their presses add or, with Alt, take away. */
export function isFinder(tool: MaskToolName): boolean {
  return finders.has(tool);
}
