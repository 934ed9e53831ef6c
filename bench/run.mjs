// `npm run bench`: measures the kit beside the obvious way of doing the same, in one run, and holds it to its targets.
//   --area NAME  only this area       --reps N   repetitions, medians are shown (3)
//   --quick      small data           --full     also the largest data
//   --check      exit with 1 when a target is missed
import {mkdirSync, writeFileSync} from 'node:fs';
import {cpus, totalmem} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';

const areas = {manifest: () => import('./manifest/area.mjs')};

const here = dirname(fileURLToPath(import.meta.url));
const {values} = parseArgs({
  options: {
    area: {type: 'string', multiple: true},
    reps: {type: 'string', default: '3'},
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
};

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
  const {browser, tables, gates, details} = await run({...values, reps: Number(values.reps)});
  for (const {title, rows} of tables) {
    console.log(`\n${title}`);
    printTable(rows);
  }
  console.log('\nTargets');
  printTable(gates.map(({target, found, holds}) => [target, found, holds ? 'holds' : 'MISSED']));
  missed += gates.filter(({holds}) => !holds).length;
  mkdirSync(join(here, 'results'), {recursive: true});
  const result = {
    area: name,
    date: new Date().toISOString().slice(0, 10),
    machine: {...machine, browser},
    gates,
    details,
  };
  const file = values.quick
    ? join(here, 'results', 'tmp', `${name}.json`)
    : join(here, 'results', `${name}.json`);
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, `${JSON.stringify(result, undefined, 2)}\n`);
}
if (values.check && missed > 0) process.exitCode = 1;
