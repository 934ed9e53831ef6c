import {execFileSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, symlinkSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {root} from '../../scripts/run.mjs';

/**
 * A project that has installed the package as it would be published: `npm pack`, unpacked into `node_modules`,
 * with the dependencies it declares and nothing else.
 */
export function installPacked() {
  const project = mkdtempSync(join(tmpdir(), 'gt-project-'));
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'gt-elements'), {recursive: true});
  const npm = {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    shell: process.platform === 'win32',
  };
  const [{filename}] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], npm),
  );
  execFileSync('tar', [
    '-xzf',
    join(project, filename),
    '-C',
    join(modules, 'gt-elements'),
    '--strip-components=1',
  ]);
  for (const name of ['lit', 'lit-html', 'lit-element', '@lit', '@lit-labs', 'idb', '@types']) {
    symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction');
  }
  return {project, remove: () => rmSync(project, {recursive: true, force: true})};
}
