// `npm test`: everything. Finds a browser, checks the sources, builds, runs all tests, and adds up what they say.
// `npm test -- unit` runs only the parts named.
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {findBrowser} from './browser.mjs';
import {build} from './build.mjs';
import {runChecks} from './check.mjs';
import {root, runNode, tool} from './run.mjs';

const temporary = mkdtempSync(join(tmpdir(), 'gt-test-'));

/** The Node test files of a folder below `test/`. */
const nodeTests = (folder) =>
  readdirSync(join(root, 'test', folder))
    .filter((file) => file.endsWith('.test.mjs'))
    .map((file) => join('test', folder, file));

/** Node's own runner: spec for people, TAP for the count. */
async function runNodeTests(name, files, options = []) {
  const tap = join(temporary, `${name}.tap`);
  const reporters = [
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${tap}`,
  ];
  const code = await runNode('--test', [...reporters, ...options, ...files]);
  const text = readFileSync(tap, 'utf8');
  const number = (word) => Number(new RegExp(`^# ${word} (\\d+)`, 'm').exec(text)?.[1] ?? 0);
  return atLeastOneFailure(code, {
    passed: number('pass'),
    failed: number('fail') + number('cancelled'),
    skipped: number('skipped'),
  });
}

async function runBrowserTests() {
  const file = join(temporary, 'browser.json');
  const code = await runNode(tool('@web/test-runner', 'web-test-runner'), [], {TEST_COUNT_FILE: file});
  let count = {passed: 0, failed: 1, skipped: 0};
  try {
    count = JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // No file: the runner died before it could count.
  }
  return atLeastOneFailure(code, count);
}

/** A runner that says it failed has failed, whatever it counted. */
const atLeastOneFailure = (code, count) => (code !== 0 && count.failed === 0 ? {...count, failed: 1} : count);

const parts = {
  check: runChecks,
  unit: runBrowserTests,
  package: () => runNodeTests('package', nodeTests('package')),
  journeys: () =>
    runNodeTests('journeys', nodeTests('journeys'), ['--test-concurrency=2', '--test-timeout=240000']),
  faults: () =>
    runNodeTests('faults', nodeTests('faults'), ['--test-concurrency=2', '--test-timeout=120000']),
  stories: () => runNodeTests('stories', nodeTests('stories')),
};

/** Asked for by name only: they take minutes, or need to be root. */
const rare = {
  'all-faults': () => {
    process.env.GT_ALL_FAULTS = '1';
    const files = [...nodeTests('faults'), ...nodeTests('faults/slow')];
    return runNodeTests('all-faults', files, ['--test-concurrency=1', '--test-timeout=240000']);
  },
};

const needs = {
  faults: ['library'],
  'all-faults': ['library'],
  package: ['library'],
  journeys: ['library', 'demo'],
  stories: ['storybook'],
};

const wanted = process.argv.slice(2);
const names = wanted.length > 0 ? wanted : Object.keys(parts);
const total = {passed: 0, failed: 0, skipped: 0};

process.env.CHROME_PATH = findBrowser();
process.env.TMPDIR = temporary; // Chromium leaves folders behind; they go with this one.
try {
  if (!process.env.GT_BUILT) await build([...new Set(names.flatMap((name) => needs[name] ?? []))]);
  for (const name of names) {
    const started = performance.now();
    const count = await (parts[name] ?? rare[name])();
    for (const word of Object.keys(total)) total[word] += count[word];
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`${name}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`);
  }
} catch (error) {
  console.error(error);
  total.failed++;
} finally {
  rmSync(temporary, {recursive: true, force: true, maxRetries: 3});
}
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 ? 1 : 0;
