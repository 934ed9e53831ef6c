import {PictureFolder, type FolderFile} from '../media/folder.js';
import type {ResolveSource} from '../media/resolve.js';
import {baseUrlResolver} from '../media/s3.js';

/** Where the pictures of a job are: in a folder, below an address, or where the references say. */
export interface PicturePlaces {
  readonly files?: readonly FolderFile[];
  readonly baseUrl?: string;
}

/** Looks in the folder first, then below the base address; without either there is nothing to look in. */
export function resolverFor({files = [], baseUrl}: PicturePlaces): ResolveSource | undefined {
  const folder = files.length > 0 ? new PictureFolder(files) : undefined;
  const below = baseUrl ? baseUrlResolver(baseUrl) : undefined;
  if (!folder || !below) return folder?.resolveSource ?? below;
  return (reference) =>
    folder.match(reference).kind === 'found' ? folder.resolveSource(reference) : below(reference);
}

/** True for references no browser can open by itself: S3, and paths of a manifest that has no address. */
export function needsPlace(reference: string): boolean {
  return !/^(https?|data|blob):/i.test(reference.trim());
}
