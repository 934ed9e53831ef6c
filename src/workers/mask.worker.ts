import {doJob, type JobAnswer, type JobArgs, type JobName} from './mask-jobs.js';

/** One job at a time: the page waits for the reply before it sends the next. */
export interface MaskRequest {
  readonly name: JobName;
  readonly args: JobArgs<JobName>;
}

export type MaskReply = {readonly answer: JobAnswer<JobName>} | {readonly failed: string};

const scope = globalThis as unknown as {
  onmessage: ((event: MessageEvent<MaskRequest>) => void) | null;
  postMessage(reply: MaskReply, transfer: Transferable[]): void;
};

scope.onmessage = ({data: {name, args}}) => {
  try {
    const answer = doJob(name, args);
    // Stretches are handed over instead of being copied.
    scope.postMessage({answer}, answer instanceof Int32Array ? [answer.buffer] : []);
  } catch (error) {
    scope.postMessage({failed: error instanceof Error ? error.message : String(error)}, []);
  }
};
