// What may become of a browser's storage: full, taken over, closed, emptied, damaged, denied, missing.
import assert from 'node:assert/strict';
import {
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {browserFlags} from '../../scripts/browser.mjs';
import {launchWithProfile} from '../helpers/browser.mjs';
import {
  answer,
  isShell,
  openJob,
  ready,
  said,
  shellOnly,
  stored,
  waitForStatus,
  withFaults,
} from '../helpers/faults.mjs';

const submitted = async (page) => (await stored(page)).counts.submitted;
const lossOf = (page) => page.evaluate(() => fault.session.session.state.loss);

/** `npm run test:faults` harms the files in every way there is. */
const isThorough = Boolean(process.env.GT_ALL_FAULTS);

function filesBelow(folder) {
  return readdirSync(folder, {recursive: true})
    .map((name) => join(folder, name))
    .filter(
      (path) => statSync(path).isFile() && statSync(path).size > 0 && !/(LOCK|LOG|LOG\.old)$/.test(path),
    );
}

/** Overwrites a stretch in the middle of a file. */
function scribble(path, from, length) {
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(length, 0xa5), 0, length, from);
  closeSync(file);
}

/** What may happen to the files of a database while the browser is closed. */
const harms = {
  'has bytes that are other ones': (files) => {
    for (const path of files) scribble(path, Math.floor(statSync(path).size / 2), 64);
  },
  'has a bad beginning': (files) => {
    for (const path of files) scribble(path, 0, 64);
  },
  'is cut in half': (files) => {
    for (const path of files) truncateSync(path, Math.floor(statSync(path).size / 2));
  },
  'has been deleted': (files) => {
    for (const path of files) rmSync(path);
  },
};

const devtoolsOf = (page) => page.context().newCDPSession(page);

/** The lines of the output manifest that have a label. */
const labelledLines = (page) =>
  page.evaluate(async () => {
    const text = await (await fault.session.exportManifest()).text();
    return text.split('\n').filter((line) => line.includes('"kind"')).length;
  });

const backupSize = (page) => page.evaluate(async () => (await fault.session.backup()).size);

describe('a browser whose storage', () => {
  const faults = withFaults({
    // A frame without an origin of its own asks from elsewhere.
    headers: {'access-control-allow-origin': '*'},
    flags: ['--host-resolver-rules=MAP plain.test 127.0.0.1'],
  });

  const withContext = async (use, options) => {
    const context = await faults.browser.newContext(options);
    try {
      await use(await context.newPage(), context);
    } finally {
      await context.close();
    }
  };

  it('is wanted by a newer version: lets it have it, says so, and gives everything out', () =>
    withContext(async (page, context) => {
      await openJob(page, faults.page());
      await answer(page, 2);
      await waitForStatus(page, 'saved');
      const newer = await context.newPage();
      await newer.goto(`${faults.origin}/careless.js`);
      const waited = await newer.evaluate(
        () =>
          new Promise((resolve, reject) => {
            const started = performance.now();
            const request = indexedDB.open('gt-elements', 1000);
            request.onupgradeneeded = () => request.result.createObjectStore('of-the-future');
            request.onblocked = () => setTimeout(() => reject(new Error('blocked')), 5000);
            request.onsuccess = () => resolve(performance.now() - started);
          }),
      );
      assert.ok(waited < 5000);
      await page.evaluate('fault.task.focus()');
      await page.keyboard.press('2');
      await waitForStatus(page, 'update-needed');
      assert.match((await said(page)).alerts[0], /newer version/i);
      assert.equal(await labelledLines(page), 2);

      const older = await context.newPage();
      await openJob(older, faults.page());
      await waitForStatus(older, 'update-needed');
      assert.equal(await older.evaluate(() => fault.session.session.state.isWritable), false);
      assert.ok((await backupSize(older)) > 0);
    }));

  it('is emptied while it is used: everything on the page is stored again, and what is missing is told', () =>
    withContext(async (page) => {
      await openJob(page, faults.page());
      await answer(page, 3);
      await waitForStatus(page, 'saved');
      const devtools = await devtoolsOf(page);
      await devtools.send('Storage.clearDataForOrigin', {origin: faults.origin, storageTypes: 'indexeddb'});
      await answer(page, 1);
      await waitForStatus(page, 'saved');
      assert.equal((await lossOf(page)).answers, 3);
      assert.match((await said(page)).alerts.join(), /3 answers saved on .* are missing/);
      assert.equal(await submitted(page), 1);
    }));

  it('was emptied meanwhile: the next visit tells how many answers are missing', () =>
    withContext(async (page) => {
      await openJob(page, faults.page());
      await answer(page, 4);
      await waitForStatus(page, 'saved');
      await page.goto(`${faults.origin}/careless.js`);
      const devtools = await devtoolsOf(page);
      await devtools.send('Storage.clearDataForOrigin', {origin: faults.origin, storageTypes: 'indexeddb'});
      await openJob(page, faults.page());
      assert.match((await said(page)).alerts.join(), /4 answers saved on .* are missing/);
    }));

  it('loses its connection without a word: the next edit is stored over a new one', () =>
    withContext(async (page) => {
      await page.addInitScript(() => {
        const all = new Set();
        const {open} = IDBFactory.prototype;
        IDBFactory.prototype.open = function (...args) {
          const request = open.apply(this, args);
          request.addEventListener('success', () => all.add(request.result));
          return request;
        };
        globalThis.dropAll = () => {
          for (const database of all) {
            database.close();
            database.dispatchEvent(new Event('close'));
          }
          all.clear();
        };
      });
      await openJob(page, faults.page());
      for (let n = 1; n <= 3; n++) {
        await page.evaluate('dropAll()');
        await answer(page, 1);
        await waitForStatus(page, 'saved');
        assert.equal(await submitted(page), n);
      }
    }));

  it('is missing: works in this tab, warns, guards the page, and gives the work out', () =>
    withContext(async (page) => {
      await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', {value: undefined}));
      await openJob(page, faults.page());
      await worksInThisTab(page, /no storage for pages/);
    }));

  it('is on a page without encryption, where half of the browser is missing: is used all the same', () =>
    withContext(async (page) => {
      const address = faults.page().replace('127.0.0.1', 'plain.test');
      await openJob(page, address);
      assert.equal(await page.evaluate('isSecureContext'), false);
      assert.equal(await page.evaluate('typeof navigator.locks'), 'undefined');
      await answer(page, 2);
      await waitForStatus(page, 'saved');
      await page.reload();
      await ready(page);
      assert.equal(await submitted(page), 2);
      // Without locks between tabs, the page that was here a moment ago counts as open for some seconds.
      await page.waitForFunction('fault.session.session.state.isWritable');
      await answer(page, 1);
      await waitForStatus(page, 'saved');
      assert.equal(await submitted(page), 3);
    }));

  it('is used under a clock that jumps two days back and a year ahead: keeps the order of what was done', () =>
    withContext(async (page) => {
      await page.addInitScript(() => {
        globalThis.offset = 0;
        const {now} = Date;
        Date.now = () => now() + globalThis.offset;
      });
      await openJob(page, faults.page());
      const day = 24 * 60 * 60 * 1000;
      for (const offset of [0, -2 * day, 365 * day, -2 * day]) {
        await page.evaluate(`globalThis.offset = ${offset}`);
        await answer(page, 1);
        await waitForStatus(page, 'saved');
      }
      await page.reload();
      await ready(page);
      const {seq, counts, labels} = await stored(page);
      assert.deepEqual([counts.submitted, labels.length, seq >= 4], [4, 4, true]);
      assert.equal(await lossOf(page), undefined);
      assert.equal(await page.evaluate('fault.session.index'), 4);
    }));

  it('meets data that cannot be copied: the item says so, and nothing is half stored', () =>
    withContext(async (page) => {
      await openJob(page, faults.page());
      await answer(page, 1);
      await waitForStatus(page, 'saved');
      // A page that wraps its answers, as reactive frameworks do with data.
      await page.evaluate(() =>
        fault.session.session.save({
          history: new Proxy({done: [new Proxy({name: 'Choose', changes: []}, {})], undone: []}, {}),
          timeSpentMs: 1,
        }),
      );
      await waitForStatus(page, 'not-saved');
      assert.match((await said(page)).alerts[0], /could not be stored/);
      assert.deepEqual((await stored(page)).counts, {draft: 0, submitted: 1, skipped: 0});
    }));

  it('belongs to a frame that may have none: works in this tab, and says so', () =>
    withContext(async (page) => {
      const address = faults.page();
      await page.goto(`${faults.origin}/careless.js`);
      await page.setContent(
        `<iframe sandbox="allow-scripts" style="width: 900px; height: 600px" src="${address}"></iframe>`,
      );
      const frame = page.frames()[1];
      await ready(frame);
      await worksInThisTab(frame, /does not let this page store anything/, page);
    }));
});

/** There is no storage: the work is done all the same, and the page says where it stands. */
async function worksInThisTab(frame, reason, page = frame) {
  await frame.waitForFunction('fault.task.acceptsSubmit');
  await frame.evaluate('fault.task.focus()');
  for (let n = 1; n <= 2; n++) {
    await frame.waitForFunction('fault.task.acceptsSubmit');
    await page.keyboard.press('1');
    await page.keyboard.press('Control+Enter');
    await frame.waitForFunction(`fault.session.index === ${n}`);
  }
  const {status, alerts, actions} = await said(frame);
  assert.equal(status, 'This tab only');
  assert.match(alerts[0], reason);
  assert.ok(actions.includes('Download a backup') && actions.includes('Export manifest'));
  assert.equal(await labelledLines(frame), 2);
  assert.equal(await frame.evaluate(() => fault.session.session.isUnsaved), true);
  assert.equal(
    await frame.evaluate(() => !dispatchEvent(new Event('beforeunload', {cancelable: true}))),
    true,
  );
}

describe('a profile whose storage', () => {
  const faults = withFaults({hasBrowser: false});
  let profiles = 0;

  const withProfile = async (folder, use, args = []) => {
    const context = await launchWithProfile(folder, {args: [...browserFlags, ...args]});
    try {
      return await use(await context.newPage());
    } finally {
      await context.close();
    }
  };

  const newProfile = () => join(faults.temporary, `profile-${++profiles}`);

  it('is full: says so, keeps the work, gives it out, and stores it when there is room', () =>
    withProfile(newProfile(), async (page) => {
      const devtools = await devtoolsOf(page);
      const setQuota = (quotaSize) =>
        devtools.send('Storage.overrideQuotaForOrigin', {
          origin: faults.origin,
          ...(quotaSize && {quotaSize}),
        });
      await setQuota(400_000);
      await openJob(page, faults.page());
      await answer(page, 2);
      await waitForStatus(page, 'saved');
      // The rest of the room goes to something else.
      await page.evaluate(async () => {
        const store = new fault.gt.session.IndexedDbStore();
        const {id} = await store.openSession(fault.identity, 0);
        for (let size = 128 * 1024, n = 0; size >= 16; n++) {
          const file = new Blob([crypto.getRandomValues(new Uint8Array(Math.min(size, 65536)))]);
          await store.putSource(id, `filler ${n}`, file).catch(() => (size /= 2));
        }
        store.close();
      });
      await answer(page, 3);
      await waitForStatus(page, 'not-saved');
      const {status, alerts, actions} = await said(page);
      assert.equal(status, 'Not saved');
      assert.match(alerts[0], /storage for this site is full/);
      assert.ok(actions.includes('Download a backup'));
      assert.equal(await labelledLines(page), 5);
      assert.ok((await backupSize(page)) > 0);
      await setQuota(undefined);
      await page.evaluate(async () => {
        const store = new fault.gt.session.IndexedDbStore();
        const {id} = await store.openSession(fault.identity, 0);
        for (const name of await store.sourceNames(id)) await store.putSource(id, name, new Blob([]));
        store.close();
      });
      await page.waitForFunction(async () => {
        await fault.session.session.retry();
        return fault.status().kind === 'saved';
      });
      assert.equal(await submitted(page), 5);
    }));

  it('is denied by the person who owns it: works in this tab, and says so', async (test) => {
    const profile = newProfile();
    mkdirSync(join(profile, 'Default'), {recursive: true});
    const preferences = {profile: {default_content_setting_values: {cookies: 2}}};
    writeFileSync(join(profile, 'Default/Preferences'), JSON.stringify(preferences));
    await withProfile(profile, async (page) => {
      if (await isShell(page)) return test.skip(shellOnly);
      await openJob(page, faults.page());
      await worksInThisTab(page, /does not let this page store anything/);
    });
  });

  for (const [backend, args] of [
    ['LevelDB', ['--disable-features=IdbSqliteBackingStore']],
    ['SQLite', ['--enable-features=IdbSqliteBackingStore']],
  ]) {
    for (const [damage, harm] of Object.entries(harms).slice(0, isThorough ? undefined : 1)) {
      it(`in ${backend} ${damage}: what is gone is told, what is there goes on`, async () => {
        const profile = newProfile();
        const count = 6;
        await withProfile(
          profile,
          async (page) => {
            await openJob(page, faults.page());
            await answer(page, count);
            await waitForStatus(page, 'saved');
          },
          args,
        );
        harm(filesBelow(join(profile, 'Default/IndexedDB')));
        await withProfile(
          profile,
          async (page) => {
            await openJob(page, faults.page());
            const {status} = await said(page);
            const there = await page.evaluate(async () => {
              try {
                return {
                  submitted: (await fault.stored()).counts.submitted,
                  unreadable: (await fault.stored()).unreadable,
                };
              } catch {
                return {submitted: 0, unreadable: []};
              }
            });
            const loss = await lossOf(page);
            const missing = count - there.submitted;
            if (status === 'This tab only')
              assert.match((await said(page)).alerts[0], /cannot write|damaged|lost/);
            else if (missing > 0) {
              assert.equal(loss?.answers, missing);
              assert.match((await said(page)).alerts.join(), new RegExp(`${missing} answers? saved on`));
            }
            await answer(page, 1);
            assert.ok((await labelledLines(page)) >= 1);
          },
          args,
        );
      });
    }
  }
});
