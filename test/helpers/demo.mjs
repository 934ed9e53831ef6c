import {mkdtempSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, before} from 'node:test';
import {root} from '../../scripts/run.mjs';
import {launch} from './browser.mjs';
import {serve} from './serve.mjs';

/** Where the built demo is. */
export const demoFolder = join(root, 'dist-demo');

/**
 * Serves the built demo at `path` to the tests of a `describe`, with other `folders` and `pages` beside it. While they
 * run, what it gives has the server's `origin`, a folder of their own, `temporary`, and unless told otherwise a
 * `browser`. After them everything is gone.
 */
export function withDemo({path = '/', folders = {}, pages = {}, hasBrowser = true} = {}) {
  const demo = {origin: '', temporary: '', browser: undefined};
  let server;
  before(async () => {
    demo.temporary = mkdtempSync(join(tmpdir(), 'gt-journey-'));
    server = await serve({folders: {[path]: demoFolder, ...folders}, pages});
    demo.origin = server.origin;
    if (hasBrowser) demo.browser = await launch();
  });
  after(async () => {
    await demo.browser?.close();
    await server?.close();
    // A browser that was killed leaves processes that still write for a moment; only the asynchronous call tries again.
    if (demo.temporary) await rm(demo.temporary, {recursive: true, force: true, maxRetries: 10});
  });
  return demo;
}
