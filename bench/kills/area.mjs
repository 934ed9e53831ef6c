import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {browserProcess, killBrowser} from '../../test/helpers/browser.mjs';
import {gate} from '../numbers.mjs';
import {largePhoto} from '../photo.mjs';
import {servePage} from '../serve-page.mjs';
import {LoopDisk, whyNoDisk} from './loop-disk.mjs';
import {runRounds} from './run-rounds.mjs';

const here = dirname(fileURLToPath(import.meta.url));

/** Browsers that are killed and machines whose power is cut: what the page had shown as saved must be there. */
export async function run({quick, full}) {
  const kills = quick ? 20 : full ? 1000 : 200;
  const cuts = quick ? 10 : full ? 200 : 50;
  const server = await servePage(here, {'photo.jpg': await largePhoto({width: 1200, height: 800})});
  const temporary = mkdtempSync(join(tmpdir(), 'gt-kills-'));
  const folder = (name) => {
    mkdirSync(join(temporary, name));
    return join(temporary, name);
  };
  const rounds = (name, count, options) =>
    runRounds({
      origin: server.origin,
      rounds: count,
      report: (round) => round % 20 === 0 && console.log(`${name}: ${round} of ${count}`),
      ...options,
    });
  try {
    const killed = await rounds('kills', kills, {profile: folder('killed'), end: killBrowser});
    const control = await rounds('careless page', 10, {
      profile: folder('careless'),
      end: killBrowser,
      isCareless: true,
    });
    const cut = whyNoDisk() ? undefined : await cutPower(rounds, cuts, folder('cut'));
    return summary(killed, cut, control);
  } finally {
    await server.close();
    rmSync(temporary, {recursive: true, force: true, maxRetries: 10});
  }
}

async function cutPower(rounds, count, temporary) {
  const disk = new LoopDisk(temporary);
  try {
    return await rounds('power cuts', count, {
      profile: disk.folder,
      async end(context) {
        const closed = new Promise((done) => context.once('close', done));
        disk.cutPower(await browserProcess(context));
        await closed;
      },
    });
  } finally {
    disk.remove();
  }
}

function summary(killed, cut, control) {
  const columns = [
    ['kill -9', killed],
    ['power cut', cut],
    ['control: a careless page, kill -9', control],
  ];
  const row = (title, text) => [title, ...columns.map(([, found]) => (found ? text(found) : '-'))];
  const checked = [killed, ...(cut ? [cut] : [])];
  const none = (target, of) => {
    const count = checked.reduce((sum, found) => sum + of(found), 0);
    return gate(target, String(count), count === 0);
  };
  const wrong = checked.flatMap((found) => found.wrong);
  return {
    browser: `Chromium ${killed.version.split('.')[0]}`,
    versions: {},
    about: `A worker with real keys and a real pointer goes through five jobs, one for each task type, in one profile. Every round ends 0.1 to 3 s after the page is ready, wherever it is: the browser process gets SIGKILL, or the power of the disk that holds the profile is cut (${cut ? 'the file system goes down between two writes, and only what had been written through is there afterwards' : `not done: ${whyNoDisk()}`}). The next browser looks at all that is stored. An edit counts as shown as saved when the page's status says so; its number in the session is what must be found again. The control says "saved" half a second before it writes: it must lose something, or the measurement would be worth nothing.`,
    tables: [
      {
        title: 'What is there afterwards',
        rows: [
          ['', ...columns.map(([title]) => title)],
          row('times', ({rounds}) => String(rounds)),
          row('edits shown as saved', ({acknowledged}) => String(acknowledged)),
          row('of them missing afterwards', ({lost}) => String(lost)),
          row('items that cannot be read', ({unreadable}) => String(unreadable)),
          row('things that do not fit together', (found) => String(found.wrong.length)),
          row('answers in the end', ({answers}) =>
            String(Object.values(answers).reduce((sum, count) => sum + count, 0)),
          ),
        ],
      },
      ...(wrong.length > 0
        ? [{title: 'What was wrong', rows: [['', ''], ...wrong.slice(0, 50).map((what) => ['', what])]}]
        : []),
    ],
    gates: [
      none('edits shown as saved that are missing', ({lost}) => lost),
      none('items that cannot be read', ({unreadable}) => unreadable),
      none('things that do not fit together: steps, counts, lines, labels', (found) => found.wrong.length),
      gate('the control loses edits', String(control.lost), control.lost > 0),
    ],
    details: {killed, cut: cut ?? null, control},
  };
}
