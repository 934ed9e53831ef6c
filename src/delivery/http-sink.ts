import {errorAt, fail, ok, type Result} from '../base/result.js';
import {shownAddress} from '../media/address.js';
import {failureOf, unreachable, type HttpFailure} from './http-problem.js';
import type {Delivery, JobSink, Parcel} from './job-sink.js';

/** A server that has not taken a file after this long will not. */
const longestMs = 120_000;

/**
 * Where a file goes. As text: an address with `{path}` where the path belongs, or one that ends in `/`, which the path
 * is put behind. As a function: the address for each path, such as a presigned one.
 */
export type DeliveryAddress = string | ((path: string) => string | Promise<string>);

export interface HttpSinkOptions {
  readonly address: DeliveryAddress;
  /** Sent with every request. `content-type` comes from the file unless it stands here. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Puts files to a server, one PUT each. */
export class HttpSink implements JobSink {
  readonly #options: HttpSinkOptions;

  constructor(options: HttpSinkOptions) {
    this.#options = options;
  }

  async put({path, body}: Parcel, signal: AbortSignal): Promise<Delivery> {
    const {address, headers} = this.#options;
    let url: string;
    try {
      url = typeof address === 'string' ? addressFor(address, path) : await address(path);
    } catch (error) {
      if (signal.aborted) throw error;
      // A page's function that asks for a presigned address can fail as any request can.
      return later(unreachable(path));
    }
    const checked = checkDeliveryAddress(url);
    if (!checked.ok) return {kind: 'refused', problem: checked.problems[0]!};
    const limit = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
    let response: Response;
    try {
      // Exactly the address as given: presigned ones bear no change. No cookies: they are for other pages.
      response = await fetch(url, {
        method: 'PUT',
        body,
        credentials: 'omit',
        signal: limit,
        ...(headers && {headers}),
      });
    } catch (error) {
      if (signal.aborted) throw error;
      return later(unreachable(url));
    }
    if (response.ok) return {kind: 'stored'};
    const failure = failureOf(response, url);
    return failure.passes ? later(failure) : {kind: 'refused', problem: failure.problem};
  }
}

const later = ({problem, waitMs}: HttpFailure): Delivery => ({
  kind: 'later',
  problem,
  ...(waitMs !== undefined && {waitMs}),
});

/** The address of a path. Each part of the path is percent-encoded; the rest of the address stays as it is. */
export function addressFor(address: string, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return address.includes('{path}') ? address.replaceAll('{path}', encoded) : address + encoded;
}

/** A place that one address stands for, as people write it down: it must lead every file to the same server. */
export function checkDeliveryPlace(address: string): Result<URL> {
  const checked = checkDeliveryAddress(address);
  if (!checked.ok) return checked;
  const isFolder = address.endsWith('/') || address.includes('{path}');
  const isOneServer = ['a', 'b/c'].every((path) => {
    const url = addressFor(address, path);
    return URL.canParse(url) && new URL(url).origin === checked.value.origin;
  });
  // What stands behind # is never sent.
  return isFolder && isOneServer && !address.includes('#') ? checked : refused(address);
}

/** Refuses what is no http(s) address, and one with a name or password in it. */
export function checkDeliveryAddress(address: string): Result<URL> {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isHttp = url?.protocol === 'https:' || url?.protocol === 'http:';
  if (url && isHttp && url.username === '' && url.password === '') return ok(url);
  return refused(address);
}

const refused = (address: string): Result<URL> =>
  fail(
    errorAt(
      'delivery',
      'delivery/address',
      `“${shownAddress(address)}” is no address that results can be sent to. Use an https address, without a name or password in it, that ends in “/” or has {path} where the path of each file belongs.`,
    ),
  );
