import type {Connection} from './connection.js';

/** Browsers keep at most 4 MB of a database in its log before they begin another one. */
const fillers = 160;
const fillerBytes = 32 * 1024;

/**
 * Makes the browser begin a new log of the database: for one whose last writer was cut off.
 *
 * Chromium's LevelDB goes on in the log it finds. When the power fails, the end of that file can be zeros where the last
 * write was on its way (ext4 orders data before sizes only for new blocks). It opens so the first time, and new records
 * are put behind the zeros; but whoever opens it the next time takes the rest of that block for empty, finds a torn
 * record after it, and throws the whole database away. Records that do not shrink, more than fit into a log, lead out of
 * it.
 */
export async function newLog(connection: Connection): Promise<void> {
  const keys = Array.from({length: fillers}, (_, n) => `\u0000filler ${n}`);
  const filler = crypto.getRandomValues(new Uint8Array(fillerBytes));
  await connection.run(['leases'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('leases');
    const records = keys.map((session) => ({session, holder: '', until: 0, filler}));
    await Promise.all(records.map((record) => store.put(record)));
  });
  await connection.run(['leases'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('leases');
    await Promise.all(keys.map((key) => store.delete(key)));
  });
}
