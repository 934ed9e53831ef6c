// Runs the project's own tools without a shell, so that paths with blanks and Windows work.
import {spawn} from 'node:child_process';
import {existsSync, readFileSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** The script behind a package's command, such as `tool('typescript', 'tsc')`. */
export function tool(packageName, command = packageName) {
  const folder = join(root, 'node_modules', packageName);
  if (!existsSync(folder)) throw new Error(`${packageName} is not installed. Run "npm ci" first.`);
  const {bin} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Runs a Node script and gives its exit code. Output goes to the terminal. */
export function runNode(script, args = [], env = {}) {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: {...process.env, ...env},
    });
    child.on('error', failed);
    child.on('exit', (code, signal) => done(signal ? 1 : code));
  });
}
