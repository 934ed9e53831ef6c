// Serves the packages that sources and tests import as a few files: a browser that asks for hundreds is slow to start.
import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {build} from 'vite';

const folder = '/__packages/';
/** What finds its own files beside itself, or belongs to the test runner. */
const asTheyAre = /^(onnxruntime-web|gt-elements|@web\/)/;
const specifier = /\b(?:from|import)\s*\(?\s*'([a-z@][^']*)'/g;

/** The packages and parts of packages that the files below some folders import. */
function importedPackages(folders) {
  const found = new Set();
  for (const root of folders) {
    for (const name of readdirSync(root, {recursive: true})) {
      if (!name.endsWith('.ts')) continue;
      for (const [, source] of readFileSync(join(root, name), 'utf8').matchAll(specifier))
        if (!asTheyAre.test(source)) found.add(source);
    }
  }
  return [...found].sort();
}

/** Bundles them together, so that what two of them share is there once. Gives the code of each file by its name. */
async function bundle(packages, conditions) {
  const {output} = await build({
    configFile: false,
    mode: 'development',
    logLevel: 'error',
    resolve: {conditions: ['module', ...conditions]},
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      rolldownOptions: {
        input: Object.fromEntries(packages.map((source, index) => [`${index}`, source])),
        external: /^\/__web-/,
        preserveEntrySignatures: 'strict',
        output: {format: 'es', entryFileNames: '[name].mjs', chunkFileNames: 'shared-[hash].mjs'},
      },
    },
  });
  return new Map(output.map(({fileName, code}) => [fileName, code]));
}

export function packagesPlugin({folders, conditions}) {
  let packages = [];
  let files;
  return {
    name: 'packages',
    serverStart() {
      packages = importedPackages(folders);
      files = bundle(packages, conditions);
    },
    resolveImport({source}) {
      const index = packages.indexOf(source);
      return index < 0 ? undefined : `${folder}${index}.mjs`;
    },
    async serve({path}) {
      if (!path.startsWith(folder)) return undefined;
      const body = (await files).get(path.slice(folder.length));
      return body && {body, type: 'js', headers: {'cache-control': 'max-age=3600'}};
    },
  };
}
