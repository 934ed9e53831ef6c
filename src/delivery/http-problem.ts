import {errorAt, type Problem} from '../base/result.js';
import {shownAddress} from '../media/address.js';

/** Why a request failed, and whether it may work when it is made again. */
export interface HttpFailure {
  readonly problem: Problem;
  readonly passes: boolean;
  /** The server asks not to be asked again before. */
  readonly waitMs?: number;
}

/** Statuses of servers that are busy, restarting, or want less: RFC 9110 and, for 425 and 429, RFC 8470 and 6585. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Longer waits than this are not believed. */
const longestWaitMs = 60 * 60 * 1000;

/** What a server's answer means that is no success. */
export function failureOf(response: Response, address: string): HttpFailure {
  const {status} = response;
  const waitMs = waitOf(response.headers.get('retry-after'));
  return {
    problem: errorAt('delivery', `delivery/${codeOf(status)}`, `${at(address)} ${meaningOf(status)}`),
    passes: passing.has(status),
    ...(waitMs !== undefined && {waitMs}),
  };
}

/** No answer at all, or one that broke off. */
export function unreachable(address: string, isCutOff = false): HttpFailure {
  const why =
    globalThis.navigator?.onLine === false
      ? 'cannot be reached: there is no network connection.'
      : isCutOff
        ? 'broke off before everything had arrived.'
        : 'did not answer, or does not let this page talk to it (CORS).';
  return {problem: errorAt('delivery', 'delivery/unreachable', `${at(address)} ${why}`), passes: true};
}

const at = (address: string): string => `The server at “${shownAddress(address)}”`;

function codeOf(status: number): string {
  if (status === 401 || status === 403) return 'not-allowed';
  if (status === 404 || status === 410) return 'not-found';
  if (status === 413) return 'too-large';
  return passing.has(status) ? 'busy' : 'refused';
}

function meaningOf(status: number): string {
  switch (codeOf(status)) {
    case 'not-allowed':
      return `does not allow it (${status}). A signed link may have expired; ask for a new one.`;
    case 'not-found':
      return `has no such place (${status}). Check the address.`;
    case 'too-large':
      return `takes no file of this size (${status}).`;
    case 'busy':
      return `is busy or out of order (${status}).`;
    default:
      return `refuses it (${status}).`;
  }
}

/** Seconds, or a date. */
function waitOf(header: string | null): number | undefined {
  if (header === null) return undefined;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return seconds > 0 ? Math.min(seconds * 1000, longestWaitMs) : undefined;
}
