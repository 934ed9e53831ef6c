import {copyFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {basename, join} from 'node:path';
import {build} from 'vite';
import {serve} from '../test/helpers/serve.mjs';

/** Builds the page of an area and serves it, with other files beside it: name on the page → path. */
export async function servePage(folder, files = {}) {
  const pages = join(tmpdir(), 'gt-elements-bench', 'pages', basename(folder));
  rmSync(pages, {recursive: true, force: true});
  await build({
    root: folder,
    base: './',
    configFile: false,
    logLevel: 'error',
    build: {outDir: pages, emptyOutDir: true, target: 'es2022', chunkSizeWarningLimit: 10_000},
  });
  for (const [name, file] of Object.entries(files)) copyFileSync(file, join(pages, name));
  return serve({folders: {'/': pages}});
}
