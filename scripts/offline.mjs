// Makes the built portal work offline: one service worker that knows every file of the build.
import {createHash} from 'node:crypto';
import {readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const template = join(dirname(fileURLToPath(import.meta.url)), 'service-worker.js');

function filesBelow(folder) {
  return readdirSync(folder, {recursive: true})
    .map((name) => join(folder, String(name)))
    .filter((file) => statSync(file).isFile())
    .sort();
}

/** A Vite plugin; it must come after those that add files. */
export function offline() {
  let outDir;
  let isWritten = false;
  return {
    name: 'offline',
    apply: 'build',
    enforce: 'post',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    writeBundle() {
      isWritten = true;
    },
    closeBundle() {
      // A build that failed has said why; there may be no folder to look into.
      if (!isWritten) return;
      const files = filesBelow(outDir).filter((file) => !/(sw\.js|\.map)$/.test(file));
      const hash = createHash('sha256');
      for (const file of files) hash.update(readFileSync(file));
      const paths = files.map((file) => relative(outDir, file).replaceAll('\\', '/'));
      const worker = readFileSync(template, 'utf8')
        .replace("'VERSION'", JSON.stringify(hash.digest('hex').slice(0, 12)))
        .replace('[/* FILES */]', JSON.stringify(['./', ...paths]));
      writeFileSync(join(outDir, 'sw.js'), worker);
    },
  };
}
