import {mediumOf, sourceOf, type ManifestEntry} from '../../formats/entry.js';
import {resolveImage, type ResolveSource} from '../../media/resolve.js';

/** Fetches and decodes an entry's picture into the browser's cache. Never fails: the item itself will say what is wrong. */
export async function prefetchPicture(
  entry: ManifestEntry,
  resolveSource: ResolveSource | undefined,
): Promise<void> {
  const source = sourceOf(entry);
  if (source?.key !== 'source-ref' || mediumOf(entry) !== 'image') return;
  const found = await resolveImage(source.value, {resolveSource});
  if (!found.ok || typeof found.value !== 'string') return;
  const picture = new Image();
  picture.src = found.value;
  // A picture that cannot be decoded is told when its item opens.
  await picture.decode().catch(() => undefined);
}
