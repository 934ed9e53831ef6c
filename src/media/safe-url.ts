import {errorAt, fail, ok, type Problem, type Result} from '../base/result.js';
import {shownAddress} from './address.js';

/** What a picture's address is read against. */
export interface SafeUrlOptions {
  /** Where relative references start: the folder of the manifest, say. With it, no reference may lead out of it. */
  readonly base?: string;
  /** The address of the page. Default: the page this runs in. */
  readonly page?: string;
}

const dataPicture = /^data:image\/(png|jpeg|jpg|webp|gif)[;,]/i;
const hasScheme = /^[a-z][a-z0-9+.-]*:/i;

function unsupported(ref: string, why: string): Problem {
  return errorAt(
    'picture',
    'media/unsupported-address',
    `Unsupported address “${shownAddress(ref)}”: ${why} Pictures come from https, http, data:image (PNG, JPEG, WebP, GIF) or a path relative to the page.`,
  );
}

function parsed(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}

/** Hosts that browsers trust without https. */
function isLocal({hostname}: URL): boolean {
  return /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}

function isMixed(url: URL, page: URL | undefined): boolean {
  return page?.protocol === 'https:' && url.protocol === 'http:' && !isLocal(url);
}

const folderOf = (base: URL): string => base.pathname.slice(0, base.pathname.lastIndexOf('/') + 1);

function isBelow(url: URL, base: URL): boolean {
  if (url.origin !== base.origin || url.protocol !== base.protocol) return false;
  // %2e%2e and %2f mean the same to many servers as what they stand for.
  const path = url.pathname.replace(/%2e/gi, '.').replace(/%(2f|5c)/gi, '/');
  return path.startsWith(folderOf(base)) && !path.split('/').includes('..');
}

function checkAbsolute(ref: string, page: URL | undefined): Result<string> {
  const url = parsed(ref);
  if (!url) return fail(unsupported(ref, 'it cannot be read as a URL.'));
  switch (url.protocol) {
    case 'data:':
      return dataPicture.test(ref) ? ok(ref) : fail(unsupported(ref, 'its data is not a picture.'));
    case 'blob:':
      return page && url.origin === page.origin
        ? ok(ref)
        : fail(unsupported(ref, 'it belongs to another page.'));
    case 'http:':
    case 'https:':
      break;
    default:
      return fail(unsupported(ref, `“${shownAddress(url.protocol)}” addresses are not loaded.`));
  }
  if (url.username || url.password) return fail(unsupported(ref, 'it carries a user name or password.'));
  if (isMixed(url, page)) {
    return fail(
      errorAt(
        'picture',
        'media/mixed-content',
        `The browser blocks “${shownAddress(ref)}”: this page is https, the picture http. Serve the picture over https, or open this page over http.`,
      ),
    );
  }
  return ok(ref);
}

function checkRelative(ref: string, base: URL | undefined, isGiven: boolean): Result<string> {
  if (!base)
    return fail(unsupported(ref, 'it is relative, and there is no address it could be relative to.'));
  const url = parsed(ref, base.href);
  if (!url) return fail(unsupported(ref, 'it cannot be read as a path.'));
  if (url.origin !== base.origin || url.protocol !== base.protocol) {
    return fail(unsupported(ref, 'it names another server without saying https or http.'));
  }
  if (!['http:', 'https:', 'file:'].includes(url.protocol)) {
    return fail(unsupported(ref, `it is relative to a “${url.protocol}” address.`));
  }
  if (isGiven && !isBelow(url, base)) {
    return fail(
      errorAt(
        'picture',
        'media/outside-base',
        `“${shownAddress(ref)}” leads out of the folder it is relative to (${shownAddress(base.href)}). Use a path below that folder, or a whole URL.`,
      ),
    );
  }
  return ok(url.href);
}

/**
 * The address a picture may be loaded from, or why it may not. Everything not on the list is refused.
 *
 * An absolute address comes back exactly as it was given: a signed link must be requested byte for byte.
 */
export function safeImageUrl(ref: string, options: SafeUrlOptions = {}): Result<string> {
  // Browsers drop these around and inside a URL; what is left is what they would look at.
  const text = ref.trim().replace(/[\t\n\r]/g, '');
  if (text === '')
    return fail(errorAt('picture', 'media/no-address', 'There is no picture address. Give one.'));
  const pageAddress = options.page ?? globalThis.location?.href;
  const page = pageAddress === undefined ? undefined : parsed(pageAddress);
  if (hasScheme.test(text)) return checkAbsolute(text, page);
  const base = parsed(options.base ?? globalThis.document?.baseURI ?? pageAddress ?? '', pageAddress);
  return checkRelative(text, base, options.base !== undefined);
}
