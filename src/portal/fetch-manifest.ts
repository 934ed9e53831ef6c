import {ok, type Result} from '../base/result.js';
import {fetchManifestFile} from '../elements/gt-session/manifest-file.js';
import {decoded} from '../media/folder.js';
import type {IncomingData} from './incoming-data.js';

/** Loads a manifest from an address. Relative references in it are relative to it. */
export async function fetchManifest(address: string): Promise<Result<IncomingData>> {
  const manifest = await fetchManifestFile(address, new AbortController().signal);
  if (!manifest.ok) return manifest;
  const url = new URL(address, document.baseURI);
  const name = decoded(url.pathname.split('/').at(-1) ?? '') || url.hostname;
  return ok({name, manifest: manifest.value, pictures: [], baseUrl: new URL('.', url).href});
}
