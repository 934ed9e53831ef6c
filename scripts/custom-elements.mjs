// custom-elements.json: what editors and docs know about the elements. `--write` makes it; without, checks for drift.
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, relative} from 'node:path';
import {fileURLToPath} from 'node:url';
import {root, runNode, tool} from './run.mjs';

const committed = join(root, 'custom-elements.json');

async function generate() {
  const folder = mkdtempSync(join(tmpdir(), 'gt-manifest-'));
  try {
    const args = [
      'analyze',
      '--config',
      'custom-elements-manifest.config.mjs',
      '--outdir',
      relative(root, folder),
      '--quiet',
    ];
    if ((await runNode(tool('@custom-elements-manifest/analyzer', 'cem'), args)) !== 0)
      throw new Error('The analyzer failed.');
    return readFileSync(join(folder, 'custom-elements.json'), 'utf8');
  } finally {
    rmSync(folder, {recursive: true});
  }
}

/** A sentence when the committed manifest is out of date, else nothing. */
export async function manifestDrift() {
  const now = await generate();
  let before = '';
  try {
    before = readFileSync(committed, 'utf8');
  } catch {
    // Not made yet: as good as out of date.
  }
  return before === now
    ? undefined
    : 'custom-elements.json is out of date. Run "npm run manifest" and commit it.';
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (process.argv.includes('--write')) {
    writeFileSync(committed, await generate());
  } else {
    const drift = await manifestDrift();
    if (drift) {
      console.error(drift);
      process.exitCode = 1;
    }
  }
}
