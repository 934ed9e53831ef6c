import {errorAt, warningAt, type Problem} from '../base/result.js';
import {shownAddress} from './address.js';

/** Stable names of everything that can keep a picture from the screen, or spoil it. */
export type MediaCode =
  | 'media/unreachable'
  | 'media/blocked'
  | 'media/refused'
  | 'media/expired'
  | 'media/not-found'
  | 'media/server-error'
  | 'media/cut-off'
  | 'media/timeout'
  | 'media/cancelled'
  | 'media/empty'
  | 'media/not-an-image'
  | 'media/damaged'
  | 'media/too-large';

type Sentence = (address: string, detail: string) => string;

const sentences: Readonly<Record<MediaCode, Sentence>> = {
  'media/unreachable': (address) =>
    `“${address}” could not be reached: the server does not answer, the name is wrong, you are offline, or the address redirects in a circle. Check the connection and the address, then retry.`,
  'media/blocked': (address) =>
    `The server of “${address}” answers, but does not let this page read what it sends (no CORS header), and it does not show as a picture either: the link may be refused, expired or wrong. Open the address in a tab of its own to see which, or allow this page in the CORS settings of the bucket.`,
  'media/refused': (address, status) =>
    `The server refuses “${address}” (${status}). You may not be signed in, the link may lack a permission, or in Amazon S3 the object may not exist. Ask whoever made the manifest for links that you may open.`,
  'media/expired': (address, status) =>
    `The link to “${address}” has expired (${status}). Signed links live for a limited time: reload the manifest to get new ones.`,
  'media/not-found': (address, status) =>
    `There is nothing at “${address}” (${status}). The picture was moved or deleted, or the address is misspelled.`,
  'media/server-error': (address, status) =>
    `The server of “${address}” answered with an error (${status}) instead of a picture. Retry in a while.`,
  'media/cut-off': (address) =>
    `The connection broke before all of “${address}” had arrived. Retry; if it stays so, the file on the server may be damaged.`,
  'media/timeout': (address, detail) =>
    `“${address}” took too long: ${detail}. Retry, or go on with the next item.`,
  'media/cancelled': (address) => `Loading “${address}” was stopped.`,
  'media/empty': (address) =>
    `“${address}” is an empty file (0 bytes). The upload may have failed: replace the file.`,
  'media/not-an-image': (address, found) =>
    `“${address}” is not a picture this browser can show: ${found}. Expected PNG, JPEG, WebP or GIF.`,
  'media/damaged': (address, type) =>
    `“${address}” starts like a picture (${type}) but cannot be decoded: the file is damaged. Replace the file.`,
  'media/too-large': (address, detail) =>
    `“${address}” is too large for the browser: ${detail}. At most 100 megapixels and 16,384 pixels a side can be opened; make the picture smaller or cut it into parts.`,
};

/** Why a picture cannot be shown, in words for whoever looks at it. `detail` is what only this case knows. */
export function mediaProblem(code: MediaCode, address: string, detail = ''): Problem {
  return errorAt('picture', code, sentences[code](shownAddress(address), detail));
}

/** The picture is shown, but the page cannot read its bytes. */
export function unreadableWarning(address: string): Problem {
  return warningAt(
    'picture',
    'media/no-cors',
    `“${shownAddress(address)}” is shown, but its server does not let this page read it (no CORS header). It may be shown turned, and tools that need its pixels are off. Allow this page in the CORS settings of the bucket.`,
  );
}

/** The file ends before the picture does. */
export function truncatedWarning(address: string): Problem {
  return warningAt(
    'picture',
    'media/truncated',
    `“${shownAddress(address)}” ends early, so a part of the picture may be missing or grey. Look closely before labeling, or replace the file.`,
  );
}

/** More frames than one. */
export function animatedWarning(address: string): Problem {
  return warningAt(
    'picture',
    'media/animated',
    `“${shownAddress(address)}” is animated. Its first frame is shown, and the label counts for that.`,
  );
}

/** The picture is shown through fewer pixels than it has, and there is no memory for more. */
export function coarseWarning(address: string): Problem {
  return warningAt(
    'picture',
    'media/coarse',
    `“${shownAddress(address)}” is larger than this browser has memory for, so it is shown with fewer pixels than it has: zooming in shows no more. Coordinates are exact all the same. Close other tabs, or make the picture smaller.`,
  );
}
