import {spawnSync} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {root} from '../scripts/run.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Installs the libraries that are measured beside ours, into `bench/node_modules`, when they are not there. */
export function installPeers() {
  const {dependencies} = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  const isThere = Object.keys(dependencies).every((name) => existsSync(join(here, 'node_modules', name)));
  if (isThere) return;
  console.log('The libraries to measure beside ours are missing: running "npm ci" in bench/.');
  const {status} = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('"npm ci" in bench/ failed. Run it there to see why, then try again.');
}

/** The installed version of a package, of the bench or of the project. */
export function versionOf(name) {
  const file = [here, root]
    .map((folder) => join(folder, 'node_modules', name, 'package.json'))
    .find(existsSync);
  return JSON.parse(readFileSync(file, 'utf8')).version;
}
