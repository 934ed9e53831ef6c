import {fail, ok, type Result} from '../base/result.js';
import {resolveImage, type ResolveSource} from '../media/resolve.js';
import {systemClock, type Clock} from '../session/clock.js';
import {failureOf, unreachable, type HttpFailure} from './http-problem.js';
import type {JobSource} from './job-source.js';
import {pause, waitBefore} from './waiting.js';

export interface HttpSourceOptions {
  /** Where the manifest is. */
  readonly manifest: string;
  /** Says where references lead; without it they are addresses themselves. */
  readonly resolveSource?: ResolveSource;
  readonly clock?: Clock;
}

/** Attempts at a file before its failure is told. */
const mostAttempts = 6;

/** Gets a job's manifest and media from a server, and tries again when that fails for a reason that passes. */
export class HttpSource implements JobSource {
  readonly #options: HttpSourceOptions;

  constructor(options: HttpSourceOptions) {
    this.#options = options;
  }

  manifest(signal: AbortSignal): Promise<Result<Blob>> {
    return this.#get(this.#options.manifest, signal);
  }

  async media(reference: string, signal: AbortSignal): Promise<Result<Blob>> {
    const {resolveSource} = this.#options;
    const found = await resolveImage(reference, {resolveSource});
    if (!found.ok || found.value instanceof Blob) return found as Result<Blob>;
    return this.#get(found.value, signal);
  }

  async #get(address: string, signal: AbortSignal): Promise<Result<Blob>> {
    const {clock = systemClock} = this.#options;
    for (let attempt = 1; ; attempt++) {
      const found = await got(address, signal);
      if (found instanceof Blob) return ok(found);
      if (!found.passes || attempt === mostAttempts) return fail(found.problem);
      await pause(clock, found.waitMs ?? waitBefore(attempt), signal);
    }
  }
}

async function got(address: string, signal: AbortSignal): Promise<Blob | HttpFailure> {
  let response: Response | undefined;
  try {
    response = await fetch(address, {credentials: 'omit', signal});
    // A body that breaks off rejects here: half a file never passes for a whole one.
    return response.ok ? await response.blob() : failureOf(response, address);
  } catch (error) {
    if (signal.aborted) throw error;
    return unreachable(address, response !== undefined);
  }
}
