import type {Box} from '../../geometry/box.js';
import type {Size} from '../../geometry/point.js';

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

/** One file of an export. */
export interface ExportedFile {
  /** With `/` between folders. It has only characters that every file system takes. */
  readonly path: string;
  readonly content: string | Blob;
}

/** One way to write boxes down for other tools. */
export interface Exporter {
  readonly name: string;
  /** What people call the format. */
  readonly title: string;
  /**
   * The files, one after the other as soon as they are complete. `labels` are the names of the classes in the order of
   * their numbers; a label that is not among them gets the next number when it is met.
   */
  write(
    images: Iterable<BoxedImage> | AsyncIterable<BoxedImage>,
    labels?: readonly string[],
  ): AsyncIterable<ExportedFile>;
}
