import {Courier, type CourierState, type DeliveryStore} from '../delivery/courier.js';
import {FolderSink} from '../delivery/folder-sink.js';
import {HttpSink} from '../delivery/http-sink.js';
import type {JobSink} from '../delivery/job-sink.js';
import type {SessionId, SessionStore} from '../session/session-store.js';
import {deliveryOf, type StoredJob} from './jobs.js';
import {ownReceipts} from './own-receipts.js';

/** How far the answers of a job are on their way to a place. */
export interface DeliveryView extends CourierState {
  readonly to: 'address' | 'folder';
  /** The host of the address, or the name of the folder. */
  readonly place: string;
}

/** By job. */
export type DeliveryViews = ReadonlyMap<string, readonly DeliveryView[]>;

/** What goes from the sessions of a job to a place. */
interface Round {
  readonly jobId: string;
  readonly to: DeliveryView['to'];
  readonly place: string;
  readonly couriers: ReadonlyMap<SessionId, Courier>;
}

/** From what must be told first to what need not be told. */
const urgency = ['stopped', 'pausing', 'sending', 'elsewhere', 'idle'] as const;

/**
 * Brings answers to where their jobs say, while the portal is open: those of the person who works here, when they agreed
 * to it; and those of everybody to a folder, when they ask for that.
 */
export class Deliveries {
  readonly #store: SessionStore;
  readonly #changed: () => void;
  /** By the session whose answers they are, and the address. */
  readonly #toAddresses = new Map<string, Round>();
  /** By job. */
  readonly #toFolders = new Map<string, Round>();

  constructor(store: SessionStore, changed: () => void) {
    this.#store = store;
    this.#changed = changed;
  }

  /** Sends what is due of these jobs for a worker, and nothing any more for others. */
  serve(jobs: readonly StoredJob[], workerId: string): void {
    const wanted = new Set<string>();
    for (const job of jobs) {
      const session = job.sessions.find((one) => one.workerId === workerId);
      const address = session && deliveryOf(job, session);
      if (!session || address === undefined) continue;
      const key = `${session.id} ${address}`;
      wanted.add(key);
      if (this.#toAddresses.has(key)) continue;
      const sink = new HttpSink({address});
      const round = {jobId: job.id, to: 'address', place: hostOf(address)} as const;
      this.#toAddresses.set(key, {
        ...round,
        couriers: new Map([[session.id, this.#courier(this.#store, session.id, job, sink)]]),
      });
    }
    this.#end(this.#toAddresses, (key) => !wanted.has(key));
    this.#end(this.#toFolders, (id) => !jobs.some((job) => job.id === id));
    this.#changed();
  }

  /** Writes what everybody has submitted to a job into a folder, and from then on what is submitted. */
  toFolder(job: StoredJob, folder: FileSystemDirectoryHandle): void {
    this.#end(this.#toFolders, (id) => id === job.id);
    const sink = new FolderSink(folder);
    // A folder is chosen for one visit, and nobody knows what is in it: it gets everything.
    const couriers = job.sessions.map(
      ({id}) => [id, this.#courier(ownReceipts(this.#store), id, job, sink)] as const,
    );
    const round = {jobId: job.id, to: 'folder', place: folder.name, couriers: new Map(couriers)} as const;
    this.#toFolders.set(job.id, round);
    this.#changed();
  }

  /** The answer to an item is stored. */
  submitted(session: SessionId, index: number): void {
    for (const {couriers} of this.#rounds) couriers.get(session)?.submitted(index);
  }

  tryNow(jobId: string): void {
    for (const {couriers} of this.#rounds.filter((round) => round.jobId === jobId))
      for (const courier of couriers.values()) courier.tryNow();
  }

  /** What is on its way now. */
  get views(): DeliveryViews {
    const views = new Map<string, readonly DeliveryView[]>();
    for (const round of this.#rounds)
      views.set(round.jobId, [...(views.get(round.jobId) ?? []), viewOf(round)]);
    return views;
  }

  close(): void {
    this.#end(this.#toAddresses, () => true);
    this.#end(this.#toFolders, () => true);
  }

  get #rounds(): readonly Round[] {
    return [...this.#toAddresses.values(), ...this.#toFolders.values()];
  }

  #courier(store: DeliveryStore, session: SessionId, {definition}: StoredJob, sink: JobSink): Courier {
    const {jobName} = definition;
    return new Courier({store, session, jobName, sink, onState: () => this.#changed()});
  }

  #end(rounds: Map<string, Round>, isOver: (key: string) => boolean): void {
    for (const [key, {couriers}] of rounds) {
      if (!isOver(key)) continue;
      for (const courier of couriers.values()) courier.close();
      rounds.delete(key);
    }
  }
}

export const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

/** Several couriers as one: what is worst about any of them, and all they carry. */
function viewOf({to, place, couriers}: Round): DeliveryView {
  const states = [...couriers.values()].map(({state}) => state);
  const sum = (of: 'delivered' | 'waiting') => states.reduce((all, state) => all + state[of], 0);
  const worst = urgency.map((kind) => states.find((state) => state.kind === kind)).find(Boolean);
  return {
    kind: 'idle',
    ...worst,
    delivered: sum('delivered'),
    waiting: sum('waiting'),
    to,
    place,
  };
}
