import {errorAt, warningAt, type Problem} from '../base/result.js';
import {saveFile} from '../elements/shared/save-file.js';
import type {SessionStore, WorkerProfile} from '../session/session-store.js';
import type {Strings} from '../strings/strings.js';
import {bringBackup, type Brought, type Person} from './bring-backup.js';
import {exportFile, remarksOn} from './job-export.js';
import type {Jobs, StoredJob} from './jobs.js';
import {jobFiles, wholeJobFile, workFile, type FileToSend} from './share-job.js';

/** What a person is told after something was done. */
export interface Told {
  readonly sentences: readonly string[];
  readonly problems: readonly Problem[];
}

/** What can be had of a job as a file. */
export type FileKind = 'export-manifest' | 'export-job' | 'backup' | 'send';

/** What came in with files, and a job among it that somebody is to work on. */
export interface BroughtIn extends Told {
  readonly toTake: Brought | undefined;
  /** Whose backup it was. */
  readonly person: Person | undefined;
}

/** Gives out the files of jobs, takes in those of others, and says what became of them. */
export class JobDesk {
  readonly #store: SessionStore;
  readonly #jobs: Jobs;
  readonly #words: () => Pick<Strings, 'portal' | 'people'>;

  constructor(store: SessionStore, jobs: Jobs, words: () => Pick<Strings, 'portal' | 'people'>) {
    this.#store = store;
    this.#jobs = jobs;
    this.#words = words;
  }

  /** Downloads a file of a job; `worker` is who asks for it. */
  async give(kind: FileKind, job: StoredJob, worker: WorkerProfile): Promise<Told> {
    if (kind === 'backup') return this.#save(await wholeJobFile(job, this.#store, worker));
    if (kind === 'send') {
      const session = job.sessions.find(({workerId}) => workerId === worker.id);
      return session ? this.#save(await workFile(job, this.#store, session, worker)) : told([]);
    }
    const manifest = await this.#jobs.manifest(job.id);
    const {portal, people} = this.#words();
    if (manifest) return told(remarksOn(await exportFile(kind, this.#store, job, manifest), people));
    const message = portal.loadFailed(job.source, portal.manifestGone);
    return {sentences: [], problems: [errorAt('manifest', 'portal/load-failed', message)]};
  }

  /** Downloads a job for others to do, in so many parts. */
  async share(job: StoredJob, parts: number): Promise<void> {
    for await (const file of jobFiles(job, this.#store, parts)) this.#save(file);
  }

  /** Takes in backups, job files and work files, one after the other. */
  async bring(files: readonly File[], people: readonly WorkerProfile[]): Promise<BroughtIn> {
    const sentences: string[] = [];
    const problems: Problem[] = [];
    let toTake: Brought | undefined;
    let person: Person | undefined;
    for (const file of files) {
      const brought = await bringBackup(file, this.#store, people, this.#words());
      problems.push(...(brought.ok ? (brought.warnings ?? []) : brought.problems));
      if (!brought.ok) continue;
      sentences.push(...this.#sentencesOn(brought.value));
      person ??= brought.value.savedBy;
      // Work on other lines than those of the job would be of no use to anybody.
      const isOther = brought.warnings?.some(({code}) => code === 'backup/source-differs');
      if (brought.value.purpose === 'job' && !isOther) toTake = brought.value;
    }
    return {sentences, problems, toTake, person};
  }

  #sentencesOn({restored, job, purpose, worker}: Brought): readonly string[] {
    const {portal, people} = this.#words();
    const {title} = job.definition;
    if (purpose === 'job') return [people.broughtJob(title)];
    const all = [restored, ...restored.others];
    const count = (of: (one: (typeof all)[number]) => number) => all.reduce((sum, one) => sum + of(one), 0);
    const items = portal.restoredItems(
      count(({added}) => added.length),
      count(({replaced}) => replaced.length),
      count(({kept}) => kept.length),
      count(({same}) => same),
    );
    const name = worker || restored.session.workerId;
    return [`${purpose === 'work' ? people.broughtWork(name, title) : portal.restored(title)} ${items}`];
  }

  /** Saves a file, and says what is not in it. */
  #save(file: FileToSend): Told {
    saveFile(file.blob, file.name);
    const missing = remarksOn(file, this.#words().people);
    return {
      sentences: [],
      problems: missing.map((message) => warningAt(file.name, 'portal/not-whole', message)),
    };
  }
}

const told = (sentences: readonly string[]): Told => ({sentences, problems: []});
