import {fail, ok, type Problem, type Result} from '../base/result.js';
import type {Deadline} from './deadline.js';
import {mediaProblem} from './problems.js';

/** The bytes of a picture, or the news that only an `<img>` may have them. */
export type Fetched =
  {readonly blob: Blob; readonly isShort: boolean} | {readonly blob: undefined; readonly answers: boolean};

const statusText = (response: Response): string => `HTTP status ${response.status}`;

/** The beginning of an error page; never more, it may be endless. */
async function beginningOf(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  let text = '';
  const decoder = new TextDecoder();
  while (text.length < 4096) {
    const {done, value} = await reader.read();
    if (done) break;
    text += decoder.decode(value, {stream: true});
  }
  void reader.cancel();
  return text;
}

/** What Amazon S3 and CloudFront answer when a signed link is too old. */
const expired =
  /request has expired|<Code>(ExpiredToken|RequestExpired)<|token (has|is) expired|policy has expired/i;

async function refusal(response: Response, address: string): Promise<Problem> {
  const {status} = response;
  if (status === 404 || status === 410) return mediaProblem('media/not-found', address, statusText(response));
  if (status >= 400 && status <= 403) {
    const said = await beginningOf(response);
    if (expired.test(said)) return mediaProblem('media/expired', address, statusText(response));
    if (status !== 400 && status !== 402) return mediaProblem('media/refused', address, statusText(response));
  }
  return mediaProblem('media/server-error', address, statusText(response));
}

async function bodyOf(response: Response, gotFirstByte: () => void): Promise<Blob> {
  const reader = response.body?.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  while (reader) {
    const {done, value} = await reader.read();
    gotFirstByte();
    if (done) break;
    chunks.push(value);
  }
  return new Blob(chunks, {type: response.headers.get('content-type') ?? ''});
}

/** True if fewer bytes came than were promised. A length is no promise when the server packs what it sends. */
function isShort(response: Response, blob: Blob): boolean {
  const promised = Number(response.headers.get('content-length') ?? Number.NaN);
  return response.headers.get('content-encoding') === null && blob.size < promised;
}

/** True if a server answers at that address, though it does not let the page read what it says. */
async function answers(address: string, deadline: Deadline): Promise<boolean> {
  try {
    await fetch(address, {mode: 'no-cors', signal: deadline.signal, cache: 'no-store'});
    return true;
  } catch (error) {
    if (deadline.cause) throw error;
    return false;
  }
}

/**
 * The bytes of a picture. The address is requested exactly as it is: a signed link allows not one byte more.
 *
 * Throws only when the deadline ends the work; everything else that goes wrong is a problem with its reason.
 */
export async function fetchPicture(
  address: string,
  deadline: Deadline,
  firstByteMs: number,
): Promise<Result<Fetched>> {
  const gotFirstByte = deadline.expectFirstByte(firstByteMs);
  let response: Response;
  try {
    response = await fetch(address, {signal: deadline.signal});
  } catch (error) {
    if (deadline.cause) throw error;
    // Browsers tell a page only that a request failed, not why; so ask again for less.
    const isThere = await answers(address, deadline);
    gotFirstByte();
    return ok({blob: undefined, answers: isThere});
  }
  try {
    if (!response.ok) return fail(await refusal(response, address));
    const blob = await bodyOf(response, gotFirstByte);
    return ok({blob, isShort: isShort(response, blob)});
  } catch (error) {
    if (deadline.cause) throw error;
    return fail(mediaProblem('media/cut-off', address));
  } finally {
    gotFirstByte();
  }
}
