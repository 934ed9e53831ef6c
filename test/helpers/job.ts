import {beginManifest, type Manifest} from '../../src/formats/manifest.js';
import {extendLine} from '../../src/formats/extend-line.js';
import type {WorkerAnswer} from '../../src/formats/worker-response.js';
import {commit, emptyHistory, type History} from '../../src/model/history.js';
import {IndexedDbStore} from '../../src/session/indexed-db.js';
import {JobSession} from '../../src/session/job-session.js';
import type {JobEnvironment} from '../../src/session/session-keeper.js';
import type {SessionStore} from '../../src/session/session-store.js';
import type {Submission} from '../../src/session/job-state.js';
import {choose} from '../contract/session-store.js';

let databases = 0;

/** A database name no other test uses. */
export const newDatabase = (): string => `job-${performance.timeOrigin}-${++databases}`;

export const identity = {jobName: 'fruit', labelAttributeName: 'kind', workerId: 'w-1'};

/** A manifest of so many text lines, with spacing and numbers that a careless writer would change. */
export function manifestText(lines: number): string {
  return Array.from({length: lines}, (_, i) => `{"source": "text ${i}", "weight":1.0${i}}\n`).join('');
}

/** A history with a step per label. */
export function historyOf(...labels: readonly string[]): History {
  return labels.reduce((history, label, i) => commit(history, choose(label, i * 10_000)), emptyHistory);
}

/** What a task element would submit for `label` on a line. */
export function submissionOf(text: string, label: string): Submission {
  const answer: WorkerAnswer = {
    answerContent: {'crowd-classifier': {label}},
    submissionTime: '2026-11-20T14:02:31.000Z',
    timeSpentInSeconds: 1,
    workerId: 'w-1',
  };
  return {answer, line: extendLine(text, [['kind', label]])};
}

/** Chooses and submits a label for the item on screen. */
export async function label(session: JobSession, name: string): Promise<void> {
  const history = historyOf(name);
  session.save({history, timeSpentMs: 10});
  const text = await session.manifest.text(session.state.index);
  session.submit(submissionOf(text, name), {history, timeSpentMs: 20});
}

/** Opens a session on real IndexedDB. */
export async function openJob(
  manifest: Manifest | string,
  database: string | SessionStore,
  environment: Partial<JobEnvironment> = {},
): Promise<JobSession> {
  const store = typeof database === 'string' ? new IndexedDbStore(database) : database;
  const session = await JobSession.open(
    typeof manifest === 'string' ? await beginManifest(manifest) : manifest,
    store,
    identity,
    {
      persist: () => undefined,
      ...environment,
    },
  );
  const close = session.close.bind(session);
  session.close = () => {
    close();
    store.close();
  };
  return session;
}

export async function outputOf(session: JobSession): Promise<string> {
  return (await session.exportManifest()).blob.text();
}
