import {cpSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {browserProcess, launchWithProfile} from '../../test/helpers/browser.mjs';
import {browserFlags} from '../../scripts/browser.mjs';
import {manifestFile} from '../manifest/data.mjs';
import {servePage} from '../serve-page.mjs';
import {memoryOf} from './memory.mjs';
import {summary} from './summary.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** One line of about 290 bytes: a text with what is known about it. */
function textLine(item) {
  const number = String(item).padStart(8, '0');
  return (
    `{"source":"Tree ${number} in row ${item % 97} of the old orchard: leaves with brown spots along the veins, bark sound, ` +
    `some fruit dropped early, the soil below it dry. Seen from the path after rain.","plot":"B${item % 97}","height":${(item % 60) / 10},` +
    `"planted":"19${10 + (item % 90)}-04-02","seen":"2024-05-02T10:11:12.345678"}\n`
  );
}

/** The jobs in every profile, each named after how much of it is done; three people have done all of the last one. */
const jobsOf = (lines) => ({
  none: {anna: 0},
  half: {anna: lines / 2},
  full: {anna: lines},
  team: {anna: lines, ben: lines, cleo: lines},
});

/** What is measured, and on which of the jobs. */
export const cells = {
  create: ['none'],
  home: ['team'],
  open: ['none', 'half', 'full'],
  save: ['none', 'half', 'full'],
  next: ['half'],
  jump: ['half'],
  manifest: ['half', 'full', 'team'],
  zip: ['full', 'team'],
  backup: ['full'],
  restore: ['full'],
  again: ['full'],
  pages: ['full'],
  getAll: ['full'],
  cursor: ['full'],
  copy: ['full'],
};

const launchOptions = {
  viewport: {width: 1200, height: 800},
  args: [...browserFlags, '--enable-precise-memory-info', '--js-flags=--expose-gc'],
};

/** Jobs of many objects: made, opened, worked on, looked through and exported, beside jobs of a hundredth. */
export async function run({reps, quick}) {
  const sizes = quick ? [100, 10_000] : [1000, 100_000];
  const only = process.env.GT_BENCH_CELLS?.split(',');
  const chosen = Object.entries(cells).filter(([name]) => !only || only.includes(name));
  const server = await servePage(here);
  const temporary = mkdtempSync(join(tmpdir(), 'gt-jobs-'));
  const runs = new Map();
  const filled = {};
  let version = '';
  const inBrowser = async (profile, act) => {
    const context = await launchWithProfile(profile, launchOptions);
    try {
      const page = context.pages()[0] ?? (await context.newPage());
      await page.goto(server.origin);
      await page.waitForFunction('globalThis.isReady');
      const call = (act, ...given) =>
        page.evaluate(([name, values]) => globalThis.bench[name](...values), [act, given]);
      version = context.browser().version();
      return await act({call, page, context});
    } finally {
      await context.close();
    }
  };
  try {
    for (const lines of sizes) {
      const data = await manifestFile(lines, 'texts', textLine);
      await inBrowser(join(temporary, `${lines}`), async ({call, page}) => {
        await call('worker', 'anna');
        for (const [name, workers] of Object.entries(jobsOf(lines))) {
          await page.setInputFiles('input', data.file);
          filled[`${lines} ${name}`] = await call('fill', name, workers);
        }
      });
    }
    for (let repetition = 0; repetition < reps; repetition++) {
      for (const [act, jobs] of chosen) {
        for (const job of jobs) {
          for (const lines of sizes) {
            const key = `${lines} ${act} ${job}`;
            const numbers = {};
            for (const kind of ['time', 'watch']) {
              const profile = join(temporary, 'cell');
              rmSync(profile, {recursive: true, force: true});
              cpSync(join(temporary, `${lines}`), profile, {recursive: true});
              const {file} = await manifestFile(lines, 'texts', textLine);
              await inBrowser(profile, async ({call, page, context}) => {
                await page.setInputFiles('input', file);
                await call('ready', act, job);
                const memory = kind === 'time' ? await memoryOf(await browserProcess(context)) : undefined;
                Object.assign(numbers, await call(kind, act, job));
                if (memory) numbers.processPeak = memory.end();
                if (kind === 'time') Object.assign(numbers, await call('look', act));
              });
            }
            runs.set(key, [...(runs.get(key) ?? []), numbers]);
            if (process.env.GT_BENCH_CELLS) console.log(key, JSON.stringify(numbers));
          }
        }
      }
    }
  } finally {
    await server.close();
    rmSync(temporary, {recursive: true, force: true, maxRetries: 10});
  }
  return summary({sizes, runs, filled, reps, version});
}
