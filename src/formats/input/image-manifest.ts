/** What a browser can show and a labeling task can use. */
const imageExtensions: ReadonlySet<string> = new Set([
  'apng',
  'avif',
  'bmp',
  'gif',
  'ico',
  'jpeg',
  'jpg',
  'png',
  'svg',
  'webp',
]);

/** Manifest lines for a folder of images, and the files that are none. */
export interface ImageManifest {
  /** One line for each image, in the order a person expects: `img2` before `img10`. */
  readonly lines: readonly string[];
  /** The paths of the lines, in the same order. */
  readonly images: readonly string[];
  readonly others: readonly string[];
}

const naturally = new Intl.Collator('en', {numeric: true});

/**
 * A manifest for a list of file paths: a `source-ref` line for each image.
 *
 * `prefix` is put before each path: '' for references relative to the folder, or the S3 prefix the folder lies under,
 * such as `s3://bucket/in/`. Paths are written as they are, never URL-encoded, as S3 keys are in manifests.
 */
export function manifestOfImages(paths: Iterable<string>, prefix = ''): ImageManifest {
  const images: string[] = [];
  const others: string[] = [];
  for (const path of paths) (isImage(path) ? images : others).push(path.replaceAll('\\', '/'));
  images.sort((a, b) => naturally.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0));
  const start = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  return {images, others, lines: images.map((path) => JSON.stringify({'source-ref': start + path}))};
}

/** By the extension. Hidden files and what archives of a Mac leave behind are no images. */
function isImage(path: string): boolean {
  const parts = path.split(/[/\\]/);
  if (parts.some((part) => part.startsWith('.') || part === '__MACOSX')) return false;
  return imageExtensions.has(/\.([^.]+)$/.exec(parts.at(-1) ?? '')?.[1]?.toLowerCase() ?? '');
}
