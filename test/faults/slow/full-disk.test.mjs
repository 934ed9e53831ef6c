// A disk with no room left, under the profile of a browser. Only root can mount one.
import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {launchWithProfile} from '../../helpers/browser.mjs';
import {answer, openJob, said, stored, waitForStatus, withFaults} from '../../helpers/faults.mjs';

const whyNot =
  process.platform !== 'linux' || process.getuid() !== 0
    ? 'only root on Linux can mount a small disk'
    : false;

function run(command, ...args) {
  const {status, stderr} = spawnSync(command, args, {encoding: 'utf8'});
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
}

/** Fills a disk to the last byte. */
function fill(folder) {
  for (let size = 1 << 20, n = 0; size >= 1; n++) {
    try {
      writeFileSync(join(folder, `filler-${n}`), Buffer.alloc(size));
    } catch {
      size = Math.floor(size / 4);
    }
  }
}

describe('a disk', () => {
  const faults = withFaults({hasBrowser: false});

  it('is full: keeps the work, and stores it when there is room', {skip: whyNot}, async () => {
    const disk = join(faults.temporary, 'disk');
    mkdirSync(disk);
    let context;
    run('mount', '-t', 'tmpfs', '-o', 'size=80m', 'tmpfs', disk);
    try {
      context = await launchWithProfile(join(disk, 'profile'));
      const page = await context.newPage();
      await openJob(page, faults.page());
      await answer(page, 2);
      await waitForStatus(page, 'saved');
      fill(disk);
      // Small writes go into room that the database has already.
      const large = {history: {done: [], undone: []}, timeSpentMs: 1, draft: {text: 'x'.repeat(9_000_000)}};
      await page.evaluate((present) => fault.session.session.save(present), large);
      await page.waitForFunction(() => ['not-saved', 'tab-only'].includes(fault.status().kind));
      const {alerts, actions} = await said(page);
      assert.match(
        alerts[0],
        /cannot write to its disk|storage for this site is full|connection .* was lost/,
      );
      assert.ok(actions.includes('Download a backup'));
      await answer(page, 2);
      const backup = await page.evaluate(async () => {
        const file = await fault.session.backup();
        return new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();
      });
      const submitted = backup.split('\n').filter((line) => line.includes('"status":"submitted"'));
      assert.ok(submitted.length >= 2, 'what was answered since is in the backup');
      for (const name of spawnSync('ls', [disk], {encoding: 'utf8'}).stdout.split('\n'))
        if (name.startsWith('filler-')) rmSync(join(disk, name));
      await page.waitForFunction(async () => {
        await fault.session.session.retry();
        return fault.status().kind === 'saved';
      });
      assert.equal((await stored(page)).counts.submitted, 4);
    } finally {
      await context?.close();
      run('umount', '-l', disk);
    }
  });
});
