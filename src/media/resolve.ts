import {errorAt, fail, ok, type Result} from '../base/result.js';
import {shownAddress} from './address.js';
import {safeImageUrl, type SafeUrlOptions} from './safe-url.js';

/** What a page gives to turn `s3://…` and other references into something a browser can load. */
export type ResolveSource = (ref: string) => string | Blob | Promise<string | Blob>;

export interface ResolveOptions extends SafeUrlOptions {
  readonly resolveSource?: ResolveSource | undefined;
}

async function ask(ref: string, resolveSource: ResolveSource): Promise<Result<string | Blob>> {
  const failed = (why: string) =>
    fail(
      errorAt(
        'picture',
        'media/resolver-failed',
        `The page could not say where “${shownAddress(ref)}” is: ${why} Check its resolveSource function, or the folder or base URL it uses.`,
      ),
    );
  try {
    const found: unknown = await resolveSource(ref);
    if (found instanceof Blob || typeof found === 'string') return ok(found);
    return failed('it gave neither an address nor a file.');
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    return failed(`“${said.slice(0, 300)}”.`);
  }
}

/** The bytes or the allowed address behind a reference. Without a resolver, only what browsers load by themselves. */
export async function resolveImage(
  ref: string,
  options: ResolveOptions = {},
): Promise<Result<string | Blob>> {
  const {resolveSource} = options;
  const found = resolveSource ? await ask(ref, resolveSource) : ok<string | Blob>(ref);
  if (!found.ok || found.value instanceof Blob) return found;
  if (/^\s*s3:/i.test(found.value)) {
    return fail(
      errorAt(
        'picture',
        'media/no-resolver',
        resolveSource
          ? `The page's resolveSource answered with “${shownAddress(found.value)}”, which no browser can load. It must give an https address or a file.`
          : `“${shownAddress(found.value)}” is in Amazon S3, which no browser can open by itself. Set resolveSource to a function that turns it into an https address or a file; in the portal, choose a local folder or a base URL.`,
      ),
    );
  }
  return safeImageUrl(found.value, options);
}
