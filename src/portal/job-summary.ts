import {member} from '../base/json.js';
import type {SavedSession, SessionStore, WorkerProfile} from '../session/session-store.js';
import type {JobDefinition} from './job.js';
import {partOf, type StoredJob} from './jobs.js';

/** How far a job is as a whole. */
export type JobStatus = 'not-started' | 'in-progress' | 'complete';

/** How far one worker is with a job. */
export interface WorkerProgress {
  readonly id: string;
  /** Empty for somebody nobody has named. */
  readonly name: string;
  readonly done: number;
  readonly skipped: number;
  readonly declined: number;
  /** How many items are theirs. */
  readonly total: number;
}

/** A job as a list shows it. */
export interface JobSummary {
  readonly id: string;
  readonly definition: JobDefinition;
  /** The name of the file the items came from. */
  readonly source: string;
  readonly total: number;
  /** Items with an answer of somebody's. */
  readonly done: number;
  /** Items without an answer that somebody has skipped, and that somebody has declined. */
  readonly skipped: number;
  readonly declined: number;
  readonly status: JobStatus;
  /** Those who work on it, or were given a part of it. */
  readonly workers: readonly WorkerProgress[];
  /** How far the person is who looks at the list. */
  readonly own: WorkerProgress | undefined;
}

/** What to call the worker of a session: as they are called here, else as their work file says. */
export function nameOf({workerId, settings}: SavedSession, people: readonly WorkerProfile[]): string {
  const worker = member(settings, 'worker');
  return people.find(({id}) => id === workerId)?.name || (typeof worker === 'string' ? worker : '');
}

/** How far a job is, over all who work on it. */
export async function summaryOf(
  job: StoredJob,
  store: SessionStore,
  people: readonly WorkerProfile[],
  currentId: string,
): Promise<JobSummary> {
  const {id, definition, source, total, sessions} = job;
  const workers = sessions.map((session): WorkerProgress => {
    const {submitted, skipped, declined = 0} = session.counts;
    const name = nameOf(session, people);
    return {
      id: session.workerId,
      name,
      done: submitted,
      skipped,
      declined,
      total: partOf(session).size(total),
    };
  });
  const {done, skipped, declined} =
    workers.length > 1 ? await counted(store, sessions) : (workers[0] ?? {done: 0, skipped: 0, declined: 0});
  const hasBegun = sessions.some(({counts}) => counts.draft > 0) || done + skipped + declined > 0;
  const isComplete = total > 0 && done + skipped + declined >= total;
  return {
    id,
    definition,
    source,
    total,
    done,
    skipped,
    declined,
    status: isComplete ? 'complete' : hasBegun ? 'in-progress' : 'not-started',
    workers,
    own: workers.find((worker) => worker.id === currentId),
  };
}

/** Counts each item once, by the best that any worker has said about it. */
async function counted(
  store: SessionStore,
  sessions: readonly SavedSession[],
): Promise<Pick<JobSummary, 'done' | 'skipped' | 'declined'>> {
  const known = new Set<number>();
  const count = async (...statuses: readonly ('submitted' | 'changed' | 'skipped' | 'declined')[]) => {
    const before = known.size;
    for (const {id} of sessions) {
      for (const status of statuses) for (const index of await store.indexesOf(id, status)) known.add(index);
    }
    return known.size - before;
  };
  return {
    done: await count('submitted', 'changed'),
    skipped: await count('skipped'),
    declined: await count('declined'),
  };
}
