import {fail, ok, type Result} from '../base/result.js';
import {dataUrlBlob} from './data-url.js';
import {fetchPicture} from './fetch-picture.js';
import {firstByteMs, inTime, type TimeOptions} from './in-time.js';
import {mediaProblem} from './problems.js';
import {resolveImage, type ResolveOptions} from './resolve.js';

/**
 * The bytes of a file that a manifest refers to, such as a mask, by the same way and with the same care as a picture.
 * Unlike a picture it is of no use where only the browser may read it.
 */
export function loadFile(ref: string, options: ResolveOptions & TimeOptions = {}): Promise<Result<Blob>> {
  return inTime(ref, options, async (deadline) => {
    const source = await deadline.race(resolveImage(ref, options));
    if (!source.ok) return source;
    if (source.value instanceof Blob) return whole(source.value, ref);
    const address = source.value;
    if (/^data:/i.test(address)) {
      const blob = dataUrlBlob(address);
      return blob ? whole(blob, address) : fail(mediaProblem('media/damaged', address, 'a data URL'));
    }
    const fetched = await fetchPicture(address, deadline, options.firstByteMs ?? firstByteMs);
    if (!fetched.ok) return fetched;
    const {blob} = fetched.value;
    if (!blob) {
      const code = fetched.value.answers ? 'media/blocked' : 'media/unreachable';
      return fail(mediaProblem(code, address));
    }
    return fetched.value.isShort ? fail(mediaProblem('media/cut-off', address)) : whole(blob, address);
  });
}

function whole(blob: Blob, address: string): Result<Blob> {
  return blob.size === 0 ? fail(mediaProblem('media/empty', address)) : ok(blob);
}
