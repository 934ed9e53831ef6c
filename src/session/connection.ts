import {openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames} from 'idb';
import {systemClock, type Clock} from './clock.js';
import {migrate, schemaVersion, type SessionSchema} from './migrations.js';
import {StorageError, storageError} from './storage-error.js';

/** An open that takes longer than this stands behind an older tab that does not let go. */
const openTimeoutMs = 5000;

type Database = IDBPDatabase<SessionSchema>;
type Names = StoreNames<SessionSchema>[];
export type Transaction<Mode extends IDBTransactionMode> = IDBPTransaction<SessionSchema, Names, Mode>;

/** Site data may be switched off without IndexedDB saying so; localStorage does. */
function storageIsDenied(): boolean {
  try {
    return typeof localStorage === 'undefined';
  } catch {
    return true;
  }
}

/** A put that is no data fails in the put. Once it was taken, this says that the file of a large value was not written. */
const abortError = (error: DOMException): unknown =>
  error.name === 'DataError' ? new StorageError('disk', error) : error;

const isLateRequest = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'TransactionInactiveError';

/**
 * The one place that opens the database and notices when the connection is lost.
 *
 * Browsers close connections at will: another tab upgrades, the disk fills, the storage process dies. The handle is
 * dropped then, opened anew, and the operation done once more (writes carry a revision, so twice does no harm). What
 * still fails rejects with a `StorageError`; a dead connection never resolves as success. Nothing here deletes.
 */
export class Connection {
  readonly #name: string;
  readonly #clock: Clock;
  #database: Database | undefined;
  #opening: Promise<Database> | undefined;
  #isClosed = false;
  #updateNeeded = false;
  /** Nothing: whatever version is there. Migrations only add, so that everything can be read; nothing is written then. */
  readonly #version: number | undefined;
  /** True when the browser said at opening that it had lost what was stored. */
  dataLost = false;

  /** `isAnyVersion` opens a database that is there, of whatever version, for reading. */
  constructor(name: string, clock: Clock = systemClock, {isAnyVersion = false} = {}) {
    this.#name = name;
    this.#clock = clock;
    this.#version = isAnyVersion ? undefined : schemaVersion;
  }

  /**
   * Does `work` in one transaction and resolves when that is complete: for writes, when the data is on the disk.
   * `work` may await only requests of its transaction. If it throws, everything is taken back.
   */
  async run<Mode extends 'readonly' | 'readwrite', T>(
    stores: Names,
    mode: Mode,
    work: (transaction: Transaction<Mode>) => Promise<T>,
  ): Promise<T> {
    try {
      return await this.#attempt(stores, mode, work);
    } catch (error) {
      const failure = storageError(error);
      if (!(failure instanceof StorageError) || failure.reason !== 'gone' || this.#isClosed) throw failure;
      this.#drop();
    }
    try {
      return await this.#attempt(stores, mode, work);
    } catch (error) {
      throw storageError(error);
    }
  }

  /** Starts a transaction at once where the connection stands, and waits for nothing: a page that ends has no time. */
  send(stores: Names, work: (transaction: Transaction<'readwrite'>) => void): void {
    try {
      const transaction = this.#database?.transaction(stores, 'readwrite', {durability: 'strict'});
      if (!transaction) return;
      transaction.done.catch(() => undefined);
      work(transaction as Transaction<'readwrite'>);
      transaction.commit();
    } catch (error) {
      // Whether it is told or not, nothing more can be done.
      if (!(storageError(error) instanceof StorageError)) throw error;
    }
  }

  /** Ends this connection for good. */
  close(): void {
    this.#isClosed = true;
    this.#drop();
    void this.#opening?.then(
      (database) => database.close(),
      () => undefined,
    );
  }

  async #attempt<Mode extends 'readonly' | 'readwrite', T>(
    stores: Names,
    mode: Mode,
    work: (transaction: Transaction<Mode>) => Promise<T>,
  ): Promise<T> {
    // No await while the connection stands: an edit's transaction starts in the task of the edit itself.
    const database = this.#database ?? (await this.#open());
    const transaction = database.transaction(stores, mode, {durability: 'strict'}) as Transaction<Mode>;
    const completed = transaction.done;
    // Handled below; without this a failing request would also count as an unhandled rejection.
    completed.catch(() => undefined);
    try {
      const result = await work(transaction);
      if (mode === 'readwrite') transaction.commit();
      await completed;
      return result;
    } catch (error) {
      try {
        transaction.abort();
      } catch {
        // It has ended already.
      }
      const ending: unknown = await completed.then(
        () => undefined,
        (reason: unknown) => reason,
      );
      // The transaction's own error says more than that of a request it took down or of one that came too late.
      if (transaction.error) throw abortError(transaction.error);
      throw isLateRequest(error) && ending !== undefined ? ending : error;
    }
  }

  #open(): Promise<Database> {
    if (this.#isClosed) throw new StorageError('gone');
    if (this.#updateNeeded) throw new StorageError('newer');
    if (typeof indexedDB === 'undefined') throw new StorageError('missing');
    const opening = (this.#opening ??= this.#request().finally(() => {
      this.#opening = undefined;
    }));
    return new Promise((resolve, reject) => {
      const stop = this.#clock.after(openTimeoutMs, () => reject(new StorageError('blocked')));
      void opening.then(resolve, reject).finally(stop);
    });
  }

  async #request(): Promise<Database> {
    try {
      const database: Database = await openDB<SessionSchema>(this.#name, this.#version, {
        upgrade: (opened, oldVersion, _newVersion, transaction, event) => {
          // There is none to be read, and none must be made.
          if (this.#version === undefined) return transaction.abort();
          const {dataLoss = 'none'} = event as IDBVersionChangeEvent & {dataLoss?: string};
          this.dataLost ||= dataLoss !== 'none';
          migrate(opened, oldVersion);
        },
        blocking: (_current, newVersion) => {
          database.close();
          this.#forget(database);
          this.#updateNeeded ||= newVersion !== null;
        },
        terminated: () => this.#forget(database),
      });
      if (this.#isClosed) database.close();
      else this.#database = database;
      return database;
    } catch (error) {
      const failure = storageError(error);
      const denied = failure instanceof StorageError && failure.reason === 'disk' && storageIsDenied();
      throw denied ? new StorageError('denied', error) : failure;
    }
  }

  #drop(): void {
    this.#database?.close();
    this.#database = undefined;
  }

  #forget(database: Database): void {
    if (this.#database === database) this.#database = undefined;
  }
}
