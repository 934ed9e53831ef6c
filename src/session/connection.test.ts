import {expect} from '@open-wc/testing';
import type {Clock} from './clock.js';
import {Connection} from './connection.js';
import {newSession} from './apply-edit.js';
import {schemaVersion} from './migrations.js';
import {StorageError} from './storage-error.js';

let databases = 0;
const newName = () => `connection-test-${performance.timeOrigin}-${++databases}`;
const session = newSession({jobName: 'j', labelAttributeName: 'l', workerId: 'w'}, 1);

const save = (connection: Connection) =>
  connection.run(['sessions'], 'readwrite', (transaction) =>
    transaction.objectStore('sessions').put(session),
  );
const count = (connection: Connection) =>
  connection.run(['sessions'], 'readonly', (transaction) => transaction.objectStore('sessions').count());
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'none',
    (error: unknown) => (error instanceof StorageError ? error.reason : error),
  );

/** Remembers every database that is opened while `scene` runs. */
async function watchingOpen<T>(scene: (opened: IDBDatabase[]) => Promise<T>): Promise<T> {
  const {open} = IDBFactory.prototype;
  const opened: IDBDatabase[] = [];
  IDBFactory.prototype.open = function (...args) {
    const request = open.apply(this, args);
    request.addEventListener('success', () => opened.push(request.result));
    return request;
  };
  try {
    return await scene(opened);
  } finally {
    IDBFactory.prototype.open = open;
  }
}

function rawOpen(name: string, version: number): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
}

describe('Connection', () => {
  it('opens anew and tries again when the browser has closed the connection', async () => {
    const connection = new Connection(newName());
    await watchingOpen(async (opened) => {
      await save(connection);
      opened[0]!.close();
      opened[0]!.dispatchEvent(new Event('close'));
      await save(connection);
      expect(opened).to.have.length(2);
      opened[1]!.close(); // no event this time: the next transaction() throws InvalidStateError
      expect(await count(connection)).to.equal(1);
      expect(opened).to.have.length(3);
    });
    connection.close();
  });

  it('opens once for many operations at the same time', async () => {
    const connection = new Connection(newName());
    await watchingOpen(async (opened) => {
      await Promise.all([save(connection), count(connection), count(connection)]);
      expect(opened).to.have.length(1);
    });
    connection.close();
  });

  it('tries a second time only, and then says so', async () => {
    const connection = new Connection(newName());
    await save(connection);
    const {transaction} = IDBDatabase.prototype;
    let tries = 0;
    IDBDatabase.prototype.transaction = () => {
      tries++;
      throw new DOMException('closing', 'InvalidStateError');
    };
    try {
      expect(await reasonOf(save(connection))).to.equal('gone');
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    expect(tries).to.equal(2);
    expect(await count(connection)).to.equal(1);
    connection.close();
  });

  it('lets a newer version have the database, and does not come back to it', async () => {
    const name = newName();
    const connection = new Connection(name);
    await save(connection);
    const newer = await rawOpen(name, schemaVersion + 1);
    expect(await reasonOf(save(connection))).to.equal('newer');
    newer.close();
    const late = new Connection(name);
    expect(await reasonOf(save(late))).to.equal('newer');
    late.close();
    connection.close();
  });

  it('says that it is blocked when an older tab does not let go, and recovers when it does', async () => {
    const name = newName();
    const holder = await rawOpen(name, schemaVersion);
    holder.onversionchange = null;
    holder.close();
    // The upgrade to a version above waits for this one, and our open waits behind the upgrade.
    const deaf = await rawOpen(name, schemaVersion);
    const upgrade = rawOpen(name, schemaVersion + 1);
    let expire = () => {};
    const clock: Clock = {
      now: () => 0,
      after: (_ms, callback) => {
        expire = callback;
        return () => {};
      },
    };
    const connection = new Connection(name, clock);
    const waiting = reasonOf(save(connection));
    expire();
    expect(await waiting).to.equal('blocked');
    deaf.close();
    (await upgrade).close();
    expect(await reasonOf(save(connection))).to.equal('newer');
    connection.close();
  });

  it('names denied storage and a browser without IndexedDB', async () => {
    const {open} = IDBFactory.prototype;
    const denied = new Connection(newName());
    IDBFactory.prototype.open = () => {
      throw new DOMException('denied', 'SecurityError');
    };
    try {
      expect(await reasonOf(save(denied))).to.equal('denied');
    } finally {
      IDBFactory.prototype.open = open;
    }
    const original = Object.getOwnPropertyDescriptor(globalThis, 'indexedDB')!;
    Object.defineProperty(globalThis, 'indexedDB', {value: undefined, configurable: true});
    try {
      expect(await reasonOf(save(new Connection(newName())))).to.equal('missing');
    } finally {
      Object.defineProperty(globalThis, 'indexedDB', original);
    }
    expect(await reasonOf(save(denied)), 'works again when allowed').to.equal('none');
    denied.close();
  });

  it('starts the transaction in the task that asked for it', async () => {
    const connection = new Connection(newName());
    await save(connection);
    const {transaction} = IDBDatabase.prototype;
    const options: unknown[] = [];
    IDBDatabase.prototype.transaction = function (...args) {
      options.push(args[2]);
      return transaction.apply(this, args);
    };
    try {
      const saving = save(connection);
      expect(options).to.deep.equal([{durability: 'strict'}]);
      await saving;
    } finally {
      IDBDatabase.prototype.transaction = transaction;
    }
    connection.close();
  });

  it('closes a connection whose opening it no longer waits for', async () => {
    const name = newName();
    const connection = new Connection(name);
    const saving = reasonOf(save(connection));
    connection.close();
    await saving;
    const newer = await rawOpen(name, schemaVersion + 1);
    newer.close();
    expect(await reasonOf(save(connection))).to.equal('gone');
  });

  it('passes on the mistakes of the program as they are', async () => {
    const connection = new Connection(newName());
    const mistake = new TypeError('mistake');
    expect(await reasonOf(connection.run(['sessions'], 'readonly', () => Promise.reject(mistake)))).to.equal(
      mistake,
    );
    connection.close();
  });
});
