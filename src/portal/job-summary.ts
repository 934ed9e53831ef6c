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
  const {done, skipped, declined} = isApart(workers, job) ? sumOf(workers) : await remembered(store, job);
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

type Totals = Pick<JobSummary, 'done' | 'skipped' | 'declined'>;

/** Nobody works on what another one works on: their counts, which are stored, can be added up. */
function isApart(workers: readonly WorkerProgress[], {sessions, total}: StoredJob): boolean {
  const begun = sessions.filter(
    ({counts: {submitted, skipped, declined = 0}}) => submitted + skipped + declined > 0,
  );
  if (begun.length < 2) return true;
  const together = begun.map(partOf).reduce((all, part) => all.with(part));
  const isWorking = new Set(begun.map(({workerId}) => workerId));
  const apart = workers.filter(({id}) => isWorking.has(id)).reduce((sum, {total: own}) => sum + own, 0);
  return apart === together.size(total);
}

const sumOf = (workers: readonly WorkerProgress[]): Totals =>
  workers.reduce(
    (sum, {done, skipped, declined}) => ({
      done: sum.done + done,
      skipped: sum.skipped + skipped,
      declined: sum.declined + declined,
    }),
    {done: 0, skipped: 0, declined: 0},
  );

/** What was counted last of each job, and what there was then. */
const countedOf = new WeakMap<SessionStore, Map<string, {readonly state: string; readonly totals: Totals}>>();

/** Counts anew only where somebody has gone on with the job. */
async function remembered(store: SessionStore, {id, sessions, total}: StoredJob): Promise<Totals> {
  const known = countedOf.get(store) ?? new Map<string, {readonly state: string; readonly totals: Totals}>();
  countedOf.set(store, known);
  const state = JSON.stringify(sessions.map((session) => [session.id, session.createdAt, session.seq]));
  const last = known.get(id);
  if (last?.state === state) return last.totals;
  const totals = await counted(store, sessions, total);
  known.set(id, {state, totals});
  return totals;
}

/** Counts each item once, by the best that any worker has said about it. What nobody has said is not looked for. */
async function counted(
  store: SessionStore,
  sessions: readonly SavedSession[],
  total: number,
): Promise<Totals> {
  const known = new Set<number>();
  const count = async (
    name: 'submitted' | 'skipped' | 'declined',
    ...statuses: readonly ('submitted' | 'changed' | 'skipped' | 'declined')[]
  ) => {
    const before = known.size;
    const said = ({counts}: SavedSession) => counts[name] ?? 0;
    for (const session of sessions.toSorted((a, b) => said(b) - said(a))) {
      if (said(session) === 0 || known.size >= total) break;
      for (const status of statuses)
        for (const index of await store.indexesOf(session.id, status)) known.add(index);
    }
    return known.size - before;
  };
  return {
    done: await count('submitted', 'submitted', 'changed'),
    skipped: await count('skipped', 'skipped'),
    declined: await count('declined', 'declined'),
  };
}
