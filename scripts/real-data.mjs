// Real Ground Truth files are not part of the project. Tests that read them say so when they are not there.
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The folder of real files: `$GT_REAL_DATA`, or `shared/data` beside the project; `undefined` when there is none. */
export function realDataFolder() {
  const folder = process.env.GT_REAL_DATA ?? resolve(root, '../shared/data');
  return existsSync(folder) ? folder : undefined;
}

/** Paths of the real files below `manifests/`, relative to the folder. */
export function realFiles() {
  const folder = realDataFolder();
  if (!folder) return [];
  return readdirSync(folder, {recursive: true})
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .map((file) => relative(folder, file).replaceAll('\\', '/'))
    .sort();
}

/** Hands real files to browser tests: `executeServerCommand('real-files')` and `('real-file', path)` (base64). */
export function realDataPlugin() {
  return {
    name: 'real-data',
    executeCommand({command, payload}) {
      if (command === 'real-files') return realFiles();
      if (command === 'real-file') return readFileSync(join(realDataFolder(), payload)).toString('base64');
      return undefined;
    },
  };
}
