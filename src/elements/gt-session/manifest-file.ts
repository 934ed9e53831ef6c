import {errorAt, fail, ok, type Result} from '../../base/result.js';
import {shownAddress} from '../../media/address.js';
import {safeImageUrl} from '../../media/safe-url.js';

/** Loads a manifest from an address. What goes wrong is told in a sentence that says what to do. */
export async function fetchManifestFile(address: string, signal: AbortSignal): Promise<Result<Blob>> {
  const failed = (code: string, why: string) =>
    fail(errorAt('manifest', code, `The manifest at “${shownAddress(address)}” could not be loaded: ${why}`));
  // The rules for pictures' addresses are those for manifests too, except that no manifest is a data: address.
  const url = /^\s*data:/i.test(address) ? undefined : safeImageUrl(address);
  if (!url?.ok) {
    return failed(
      'session/manifest-address',
      'its address is not one this page may load. Use https, http or a relative address.',
    );
  }
  let response: Response;
  try {
    response = await fetch(url.value, {signal});
  } catch (error) {
    if (signal.aborted) throw error;
    const isOffline = globalThis.navigator?.onLine === false;
    return isOffline
      ? failed('session/manifest-offline', 'there is no network connection.')
      : failed(
          'session/manifest-unreachable',
          'the server did not answer, or it does not let this page read the file (CORS).',
        );
  }
  if (!response.ok) return failed('session/manifest-refused', refusal(response.status));
  try {
    return ok(await response.blob());
  } catch (error) {
    if (signal.aborted) throw error;
    return failed('session/manifest-cut-off', 'the connection broke off before all of it had arrived.');
  }
}

function refusal(status: number): string {
  if (status === 404 || status === 410) return `there is no such file (${status}). Check the address.`;
  if (status === 401 || status === 403) {
    return `the server refuses it (${status}). A signed link may have expired; ask for a new one.`;
  }
  return `the server answered ${status}. Try again later, or open the file from your disk.`;
}
