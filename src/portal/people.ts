import type {SessionStore, WorkerProfile} from '../session/session-store.js';
import {textStorage} from '../session/marks.js';

/** The worker of jobs that were made before several people could work on one machine. */
export const formerWorkerId = 'local-worker';

const hintKey = 'gt-elements worker';

/** Where the last choice is remembered: for this tab, and for tabs to come. Only a hint. */
export interface Hints {
  get(): string | undefined;
  set(id: string): void;
}

/** The people who work on this machine, and who of them does now. There is always at least one. */
export class People {
  readonly #store: SessionStore;
  readonly #hints: Hints;
  readonly #now: () => number;

  constructor(store: SessionStore, hints: Hints = browserHints, now: () => number = Date.now) {
    this.#store = store;
    this.#hints = hints;
    this.#now = now;
  }

  async list(): Promise<readonly WorkerProfile[]> {
    const found = await this.#store.profiles();
    return found.length > 0 ? found : [await this.#first()];
  }

  /** Who works in this tab. */
  async current(): Promise<WorkerProfile> {
    const all = await this.list();
    const hint = this.#hints.get();
    return all.find(({id}) => id === hint) ?? all[0]!;
  }

  choose(id: string): void {
    this.#hints.set(id);
  }

  /** A new person, who works from now on. */
  async add(name: string): Promise<WorkerProfile> {
    const profile = {id: newWorkerId(name), name: name.trim(), createdAt: this.#now()};
    await this.#store.putProfile(profile);
    this.choose(profile.id);
    return profile;
  }

  /** Somebody says who they are: the one person who is here already and has no name yet, or another one. */
  async come(name: string): Promise<WorkerProfile> {
    const [only, another] = await this.list();
    const known = only && !another && only.name === '' ? await this.rename(only.id, name) : undefined;
    return known ?? this.add(name);
  }

  /** Whoever keeps a backup goes on with it here: as themselves, unless somebody else works here already. */
  async goOnAs({id, name}: Pick<WorkerProfile, 'id' | 'name'>): Promise<void> {
    const current = await this.current();
    const isKnown = (await this.list()).some((person) => person.id === id);
    if (!isKnown) await this.#store.putProfile({id, name, createdAt: this.#now()});
    const sessions = await this.#store.sessions();
    const isNobody = current.name === '' && !sessions.some(({workerId}) => workerId === current.id);
    if (isNobody) this.choose(id);
  }

  /** What a person is called from now on. Their id, which stands in their answers, stays. */
  async rename(id: string, name: string): Promise<WorkerProfile | undefined> {
    const person = (await this.list()).find((one) => one.id === id);
    if (!person) return undefined;
    const renamed = {...person, name: name.trim()};
    await this.#store.putProfile(renamed);
    return renamed;
  }

  async #first(): Promise<WorkerProfile> {
    const sessions = await this.#store.sessions();
    const hasWorked = sessions.some(({workerId}) => workerId === formerWorkerId);
    const profile = {id: hasWorked ? formerWorkerId : newWorkerId(''), name: '', createdAt: this.#now()};
    await this.#store.putProfile(profile);
    return profile;
  }
}

/** An id that nobody else has on any machine, and that still can be read. */
export function newWorkerId(name: string): string {
  const readable = name
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 24);
  const random = crypto.getRandomValues(new Uint8Array(10));
  const tail = Array.from(random, (byte) => (byte % 36).toString(36)).join('');
  return `${readable || 'worker'}-${tail}`;
}

/** The tab's own storage goes before that of all tabs: two people may use one browser side by side. */
export const browserHints: Hints = {
  get: () => read(tabStorage()) ?? read(textStorage()),
  set: (id) => {
    for (const storage of [tabStorage(), textStorage()]) {
      try {
        storage?.setItem(hintKey, id);
      } catch {
        // Full or denied: it is asked again next time.
      }
    }
  },
};

function read(storage: Storage | undefined): string | undefined {
  try {
    return storage?.getItem(hintKey) ?? undefined;
  } catch {
    return undefined;
  }
}

function tabStorage(): Storage | undefined {
  try {
    return globalThis.sessionStorage;
  } catch {
    return undefined;
  }
}
