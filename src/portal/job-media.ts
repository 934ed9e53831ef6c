import {errorAt, type Problem} from '../base/result.js';
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

/** True for references no browser can open by itself, though a folder or a base address may lead to them. */
export function needsPlace(reference: string): boolean {
  const text = reference.trim();
  return /^s3:/i.test(text) || !/^([a-z][a-z0-9+.-]*:|\/\/)/i.test(text);
}

/** Why a base address cannot be used; nothing when it can. */
export function checkBaseUrl(address: string): Problem | undefined {
  const isUsable =
    /^https?:\/\/[^/\s]/i.test(address) && URL.canParse(address.replaceAll('{bucket}', 'bucket'));
  if (address === '' || isUsable) return undefined;
  return errorAt(
    'base address',
    'portal/base-address',
    `“${address}” is no address that pictures can be below. Begin with https:// and end with the folder.`,
  );
}
