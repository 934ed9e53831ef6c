import {errorAt, fail, ok, type Result} from '../base/result.js';
import type {IncomingData} from './incoming-data.js';

/** Loads a manifest from an address. Relative references in it are relative to it. */
export async function fetchManifest(address: string): Promise<Result<IncomingData>> {
  const failed = (why: string) =>
    fail(
      errorAt(
        'manifest',
        'portal/manifest-not-loaded',
        `The manifest at “${address}” could not be loaded: ${why}`,
      ),
    );
  let url: URL;
  try {
    url = new URL(address, document.baseURI);
  } catch {
    return failed('this is not an address. Begin with https://.');
  }
  if (!['http:', 'https:'].includes(url.protocol)) {
    return failed(
      `addresses that begin with “${url.protocol}” cannot be opened. Begin with https://, or open the file.`,
    );
  }
  try {
    const response = await fetch(url);
    if (!response.ok)
      return failed(
        `the server answered ${response.status}. Check the address, or download the file and open it.`,
      );
    const name = decodeURIComponent(url.pathname.split('/').at(-1) ?? '') || url.hostname;
    return ok({name, manifest: await response.blob(), pictures: [], baseUrl: new URL('.', url).href});
  } catch {
    return failed(
      'the server did not answer, or does not let other sites read the file (CORS). Download it and open the file.',
    );
  }
}
