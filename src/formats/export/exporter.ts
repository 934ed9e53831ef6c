import type {Box} from '../../geometry/box.js';
import type {Size} from '../../geometry/point.js';
import type {LabelMap} from '../../raster/label-map.js';

/** A box and the name of its class. */
export interface LabelledBox {
  readonly label: string;
  /** In pixels of the image, as Ground Truth counts them. */
  readonly box: Box;
}

/** An image and what is boxed in it, without any format. */
export interface BoxedImage {
  /** The address of the image: the `source-ref` of its line. */
  readonly reference: string;
  readonly size: Size;
  readonly boxes: readonly LabelledBox[];
}

/** What the pixels of one number in a map are. */
export interface MaskRegion {
  /** From 1. */
  readonly number: number;
  readonly label: string;
}

/** An image and which of its pixels belong to what, without any format. */
export interface MaskedImage {
  /** The address of the image: the `source-ref` of its line. */
  readonly reference: string;
  /** The region number of each pixel; 0 for none. It is as large as the image. */
  readonly map: LabelMap;
  /** In ascending order of their numbers. Regions without pixels may be among them. */
  readonly regions: readonly MaskRegion[];
  /** Each region is one thing. Otherwise a region is all that has its label. */
  readonly hasThings: boolean;
}

/** One file of an export. */
export interface ExportedFile {
  /** With `/` between folders. It has only characters that every file system takes. */
  readonly path: string;
  readonly content: string | Blob;
}

/** One way to write boxes, or masks, down for other tools. */
export interface Exporter<Image = BoxedImage> {
  readonly name: string;
  /** What people call the format. */
  readonly title: string;
  /**
   * The files, one after the other as soon as they are complete. `labels` are the names of the classes in the order of
   * their numbers; a label that is not among them gets the next number when it is met.
   */
  write(
    images: Iterable<Image> | AsyncIterable<Image>,
    labels?: readonly string[],
  ): AsyncIterable<ExportedFile>;
}

/** One way to write masks down for other tools. */
export type MaskExporter = Exporter<MaskedImage>;
