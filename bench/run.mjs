// `npm run bench`: measures the kit beside the obvious way of doing the same, in one run, and holds it to its targets.
//   --area NAME  only this area       --reps N   repetitions, medians are shown (3; 1 with --quick)
//   --quick      small data           --full     also the largest data
//   --check      exit with 1 when a target is missed
import {mkdirSync, writeFileSync} from 'node:fs';
import {cpus, loadavg, totalmem} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {report} from './report.mjs';

const areas = {
  boxes: () => import('./boxes/area.mjs'),
  brush: () => import('./brush/area.mjs'),
  image: () => import('./image/area.mjs'),
  jobs: () => import('./jobs/area.mjs'),
  kills: () => import('./kills/area.mjs'),
  manifest: () => import('./manifest/area.mjs'),
  png: () => import('./png/area.mjs'),
  segment: () => import('./segment/area.mjs'),
};

const here = dirname(fileURLToPath(import.meta.url));
const {values} = parseArgs({
  options: {
    area: {type: 'string', multiple: true},
    reps: {type: 'string'},
    quick: {type: 'boolean', default: false},
    full: {type: 'boolean', default: false},
    check: {type: 'boolean', default: false},
  },
});

/** The machine in general terms: nothing that names it. */
const machine = {
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  system: process.platform,
  node: process.version,
  loadBefore: Math.round(loadavg()[0] * 10) / 10,
};
const reps = Number(values.reps ?? (values.quick ? 1 : 3));

function printTable(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? String(cell).padEnd(widths[0]) : String(cell).padStart(widths[column]),
        )
        .join('  '),
    );
  }
}

let missed = 0;
for (const name of values.area ?? Object.keys(areas)) {
  if (!areas[name])
    throw new Error(`There is no area "${name}". There are: ${Object.keys(areas).join(', ')}.`);
  const {run} = await areas[name]();
  const {browser, versions, about, tables, gates, details} = await run({...values, reps});
  for (const {title, rows} of tables) {
    console.log(`\n${title}`);
    printTable(rows);
  }
  console.log('\nTargets');
  printTable(gates.map(({target, found, holds}) => [target, found, holds ? 'holds' : 'MISSED']));
  missed += gates.filter(({holds}) => !holds).length;
  const result = {
    area: name,
    date: new Date().toISOString().slice(0, 10),
    machine: {...machine, browser},
    ...(versions ? {versions} : {}),
    gates,
    details,
  };
  const folder = values.quick ? join(here, 'results', 'tmp') : join(here, 'results');
  mkdirSync(folder, {recursive: true});
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(result, undefined, 2)}\n`);
  writeFileSync(join(folder, `${name}.md`), report({...result, about, tables}));
}
if (values.check && missed > 0) process.exitCode = 1;
