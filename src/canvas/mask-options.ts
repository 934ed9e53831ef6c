import type {PreviewPixels} from '../editor/mask-preview.js';
import type {WriteRule} from '../raster/map-writer.js';
import type {BoxLook} from './stage-options.js';

/** How the pixels of a region are shown. */
export interface MaskLook {
  readonly color: string;
  readonly pattern: BoxLook['pattern'];
  /** Which hatching it gets while regions are hatched: usually the place of its label in the list, from 0. */
  readonly hatch?: number;
}

/** What a stage for masks lets others choose. */
export interface MaskOptions {
  /** The look of a region, also of one that begins with the stroke that is being made and is in no document yet. */
  readonly lookOf: (number: number) => MaskLook;
  /** The look of what would be painted next, for previews. */
  readonly activeLook: () => MaskLook;
  /** Which pixels of a preview a commit would change, by their numbers; see `editor/preview-changes.ts`. */
  readonly changedBy: (pixels: PreviewPixels) => WriteRule;
  /** How much of a region's colour covers the picture, from 0 to 1. */
  readonly opacity: number;
  /** Only lines between regions; the picture shows inside of them. */
  readonly isOutlineOnly: boolean;
  /** Every label has a hatching of its own, for people who cannot tell the colours apart. */
  readonly hatches: boolean;
  /** Hatches what nobody has labelled. */
  readonly showsUnlabelled: boolean;
}

const plain: MaskLook = {color: '#0072b2', pattern: 'solid'};

export const defaultMaskOptions: MaskOptions = {
  lookOf: () => plain,
  activeLook: () => plain,
  changedBy: () => undefined,
  opacity: 0.5,
  isOutlineOnly: false,
  hatches: false,
  showsUnlabelled: false,
};
