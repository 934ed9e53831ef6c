import type {Problem} from '../../base/result.js';
import {beginManifest} from '../../formats/manifest.js';
import {IndexedDbStore} from '../../session/indexed-db.js';
import {JobSession} from '../../session/job-session.js';
import type {SessionIdentity, SessionStore} from '../../session/session-store.js';
import {indexInWorker} from '../../workers/index-in-worker.js';
import {fetchManifestFile} from './manifest-file.js';

/** What is to be opened. */
export interface OpenRequest {
  /** The manifest, or its address. */
  readonly manifest: Blob | string;
  readonly identity: SessionIdentity;
  /** The page's own store. Without one, IndexedDB under the name `database`. */
  readonly store: SessionStore | undefined;
  readonly database: string;
  /** Review logs of the job in that store. */
  readonly reviews: readonly string[];
}

/** A session that is open, or why there is none. */
export type Opening =
  | {readonly kind: 'open'; readonly session: JobSession; readonly close: () => void}
  | {readonly kind: 'failed'; readonly problems: readonly Problem[]};

/** Loads a manifest if need be, and opens the session for it. Rejects when `signal` says that nobody waits any more. */
export async function openSession(request: OpenRequest, signal: AbortSignal): Promise<Opening> {
  const {manifest: source, identity} = request;
  const file =
    typeof source === 'string' ? await fetchManifestFile(source, signal) : {ok: true as const, value: source};
  if (!file.ok) return {kind: 'failed', problems: file.problems};
  const manifest = await beginManifest(file.value, {index: indexInWorker, signal});
  const store = request.store ?? new IndexedDbStore(request.database);
  const closeStore = () => {
    if (!request.store) store.close();
  };
  const session = await JobSession.open(manifest, store, identity, {}, request.reviews).catch(
    (error: unknown) => {
      closeStore();
      throw error;
    },
  );
  const close = () => {
    session.close();
    closeStore();
  };
  if (!signal.aborted) return {kind: 'open', session, close};
  close();
  throw signal.reason;
}
