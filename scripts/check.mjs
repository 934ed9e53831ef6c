// `npm run check`: format, lint, types, rooms, lock file and custom-elements.json, each said in one line.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {roomViolations} from './check-rooms.mjs';
import {manifestDrift} from './custom-elements.mjs';
import {root, runNode, tool} from './run.mjs';

/** The lock file must install anywhere: every dependency present, no registry named. */
function lockProblems() {
  const {packages} = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  return Object.entries(packages).flatMap(([path, entry]) => [
    ...(/^https?:/.test(entry.resolved ?? '') ? [`package-lock.json: ${path} names a registry.`] : []),
    ...Object.keys({...entry.dependencies, ...entry.optionalDependencies})
      .filter((name) => !names.has(name))
      .map((name) => `package-lock.json: ${path || 'the project'} needs ${name}, which is missing.`),
  ]);
}

const tsc = (...args) => [tool('typescript', 'tsc'), args];

export const checks = [
  {name: 'format', run: () => runNode(tool('prettier'), ['--check', '--log-level', 'warn', '.'])},
  {name: 'lint', run: () => runNode(tool('eslint'), ['--max-warnings', '0', '.'])},
  {name: 'types', run: () => runNode(...tsc('--noEmit'))},
  {name: 'plain data without DOM types', run: () => runNode(...tsc('--noEmit', '-p', 'tsconfig.pure.json'))},
  {name: 'rooms', run: () => say(roomViolations())},
  {name: 'lock file', run: () => say(lockProblems())},
  {name: 'custom-elements.json', run: async () => say([await manifestDrift()].filter(Boolean))},
];

function say(problems) {
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
}

/** Runs every check, two at a time, and gives how many passed and failed. */
export async function runChecks() {
  const count = {passed: 0, failed: 0, skipped: 0};
  const waiting = checks.values();
  const lane = async () => {
    for (const {name, run} of waiting) {
      const passed = (await run()) === 0;
      count[passed ? 'passed' : 'failed']++;
      console.log(`${passed ? '✓' : '✗'} ${name}`);
    }
  };
  await Promise.all([lane(), lane()]);
  return count;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const {failed} = await runChecks();
  process.exitCode = failed > 0 ? 1 : 0;
}
