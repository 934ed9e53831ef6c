import {errorAt, fail, ok, type Result} from '../base/result.js';
import {shownAddress} from './address.js';
import type {ResolveSource} from './resolve.js';

/** A place in Amazon S3. The key is as the manifest writes it, which is not percent-encoded. */
export interface S3Place {
  readonly bucket: string;
  readonly key: string;
}

/** Bucket and key of `s3://bucket/key`, or nothing for any other reference. */
export function parseS3(ref: string): S3Place | undefined {
  const match = /^s3:\/\/([^/]+)\/(.+)$/is.exec(ref.trim());
  return match?.[1] && match[2] ? {bucket: match[1], key: match[2]} : undefined;
}

/** A key as the path of a URL: each segment encoded, the slashes between them kept. */
export function encodeKey(key: string): string {
  // encodeURIComponent throws on a lone surrogate, which no key in S3 can hold anyway.
  const wellFormed = key.replace(/\p{Surrogate}/gu, '\ufffd');
  return wellFormed.split('/').map(encodeURIComponent).join('/');
}

/**
 * Where an S3 reference is below a base URL. `{bucket}` in the base stands for the bucket; otherwise the base is the
 * bucket, or the copy of it, itself. Relative references count as keys.
 */
export function s3ToUrl(ref: string, base: string): Result<string> {
  const place = parseS3(ref);
  const key = place?.key ?? ref.replace(/^\/+/, '');
  if (key.split('/').some((segment) => segment === '.' || segment === '..')) {
    return fail(
      errorAt(
        'picture',
        'media/outside-base',
        `“${shownAddress(ref)}” has a “.” or “..” in its path, which would lead out of the base URL. Use the plain path.`,
      ),
    );
  }
  const start = base.trim().replaceAll('{bucket}', encodeURIComponent(place?.bucket ?? ''));
  return ok(`${start.replace(/\/*$/, '/')}${encodeKey(key)}`);
}

/** A resolver that looks for S3 and relative references below a base URL and leaves whole URLs as they are. */
export function baseUrlResolver(base: string): ResolveSource {
  return (ref) => {
    if (/^(https?|data|blob):/i.test(ref.trim())) return ref;
    const url = s3ToUrl(ref, base);
    if (!url.ok) throw new Error(url.problems[0]?.message);
    return url.value;
  };
}
