import {dirname} from 'node:path';
import {fileURLToPath} from 'node:url';
import {median} from '../numbers.mjs';
import {installPeers} from '../peers.mjs';
import {servePage} from '../serve-page.mjs';
import {measureCell} from './cell.mjs';
import {gates} from './gates.mjs';
import {libraries, peerVersions} from './libraries.mjs';
import {largePhoto} from '../photo.mjs';
import {photo} from './scene.js';
import {tables} from './tables.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Boxes on a large photo: ours beside a bare canvas, Konva, fabric and Annotorious, one browser per cell. */
export async function run({reps, quick}) {
  installPeers();
  const server = await servePage(here, {'photo.jpg': await largePhoto(photo)});
  const counts = quick ? [100, 1000, 10_000] : [100, 1000, 10_000, 50_000];
  const frames = quick ? 60 : 120;

  const runs = new Map();
  try {
    for (let repetition = 0; repetition < reps; repetition++) {
      for (const count of counts) {
        for (const {name} of libraries) {
          const key = `${count} ${name}`;
          const cell = await measureCell({origin: `${server.origin}/`, name, count, frames});
          runs.set(key, [...(runs.get(key) ?? []), cell]);
        }
      }
      console.log(`repetition ${repetition + 1} of ${reps} done`);
    }
  } finally {
    await server.close();
  }

  const details = Object.fromEntries([...runs].map(([key, found]) => [key, mediansOf(found)]));
  const cell = (count, name) => details[`${count} ${name}`];
  return {
    browser: `Chromium ${[...runs.values()][0][0].browser.split('.')[0]}`,
    versions: peerVersions(),
    about: `Photo ${photo.width} x ${photo.height}, stage 1200 x 800 at one device pixel per CSS pixel, the whole photo in view. "main / all": CPU ms per frame of the page's main thread and of all processes of the browser. Medians of ${reps}, each in a fresh browser, libraries interleaved.`,
    tables: tables(cell, counts),
    gates: gates(cell, counts),
    details,
  };
}

/** The median of every number. An act that a run had no time for is left out. */
function mediansOf(found) {
  const acts = Object.keys(found[0]).filter((act) => found.every((cell) => typeof cell[act] === 'object'));
  const medians = acts.map((act) => {
    const numbers = Object.keys(found[0][act]).map((key) => {
      const values = found.map((cell) => cell[act][key]);
      return [key, typeof values[0] === 'number' ? Math.round(median(values) * 1000) / 1000 : values[0]];
    });
    return [act, Object.fromEntries(numbers)];
  });
  return {...Object.fromEntries(medians), ...(found.some(({isLate}) => isLate) ? {isLate: true} : {})};
}
