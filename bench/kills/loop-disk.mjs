import {spawnSync} from 'node:child_process';
import {mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';

function run(command, ...args) {
  const {status, stdout, stderr} = spawnSync(command, args, {encoding: 'utf8'});
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed: ${stderr}`);
  return stdout.trim();
}

/**
 * Ends a file system between two writes, without flushing anything: what ext4 calls going down without its log
 * (EXT4_IOC_SHUTDOWN, `_IOR('X', 125, u32)`, flag 2).
 */
const shutDown =
  'open(F, "<", $ARGV[0]) or die $!; my $flags = pack("L", 2); ioctl(F, 0x8004587d, $flags) or die $!';

/**
 * A disk of its own for a browser's profile, kept in a file, whose power can be cut: what the browser has not flushed by
 * then is gone, as on a real machine. Only root can mount it.
 */
export class LoopDisk {
  #image;
  /** One for all times: another one for the same file might see other bytes. */
  #device;
  folder;

  constructor(temporary) {
    this.#image = join(temporary, 'disk.img');
    this.folder = join(temporary, 'disk');
    mkdirSync(this.folder);
    run('truncate', '-s', '400M', this.#image);
    run('mkfs.ext4', '-q', this.#image);
    this.#device = run('losetup', '--find', '--show', this.#image);
    this.#mount();
  }

  /** Nothing reaches the disk from now on; then the machine starts again with what is there. */
  cutPower(browserProcess) {
    run('perl', '-e', shutDown, this.folder);
    process.kill(-browserProcess, 'SIGKILL');
    this.#unmount();
    this.#mount();
  }

  remove() {
    this.#unmount();
    run('losetup', '--detach', this.#device);
    rmSync(this.#image);
  }

  /** The file system writes by itself only once a minute: nothing is saved by luck. */
  #mount() {
    run('mount', '-o', 'commit=60', this.#device, this.folder);
  }

  /** Killed processes take a moment to let go of their files. */
  #unmount() {
    for (let tries = 0; tries < 100; tries++) {
      if (spawnSync('umount', [this.folder]).status === 0) return;
      spawnSync('sleep', ['0.1']);
    }
    run('umount', this.folder);
  }
}

/** Why there can be no such disk here. */
export function whyNoDisk() {
  if (process.platform !== 'linux') return 'only Linux has loop devices';
  if (process.getuid() !== 0) return 'only root can mount a disk';
  return spawnSync('mkfs.ext4', ['-V']).status === 0 ? undefined : 'there is no mkfs.ext4';
}
