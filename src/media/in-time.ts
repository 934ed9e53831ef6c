import {fail, type Result} from '../base/result.js';
import {Deadline} from './deadline.js';
import {mediaProblem} from './problems.js';

export interface TimeOptions {
  readonly signal?: AbortSignal | undefined;
  /** How long the server may take to begin. Default 20 s. */
  readonly firstByteMs?: number;
  /** How long everything may take, from asking the resolver to the end. Default 60 s. */
  readonly totalMs?: number;
}

export const firstByteMs = 20_000;

const seconds = (ms: number): string => `${ms / 1000} seconds`;

/** Loads something in the time it has. That it takes too long, or is not wanted any more, is a problem like others. */
export async function inTime<T>(
  ref: string,
  options: TimeOptions,
  work: (deadline: Deadline) => Promise<Result<T>>,
): Promise<Result<T>> {
  const totalMs = options.totalMs ?? 60_000;
  const deadline = new Deadline(totalMs, options.signal);
  try {
    return await work(deadline);
  } catch (error) {
    switch (deadline.cause) {
      case 'cancelled':
        return fail(mediaProblem('media/cancelled', ref));
      case 'first-byte':
        return fail(
          mediaProblem(
            'media/timeout',
            ref,
            `the server did not begin to answer in ${seconds(options.firstByteMs ?? firstByteMs)}`,
          ),
        );
      case 'total':
        return fail(mediaProblem('media/timeout', ref, `it was not complete after ${seconds(totalMs)}`));
      default:
        throw error;
    }
  } finally {
    deadline.stop();
  }
}
