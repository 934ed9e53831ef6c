import {readdirSync} from 'node:fs';
import {basename} from 'node:path';
import {defineConfig, type UserConfig} from 'vite';
import {contentSecurity} from './scripts/content-security.mjs';
import {offline} from './scripts/offline.mjs';
import {samplePhotos} from './scripts/sample-photos.mjs';

/** Every file of `src/entries` and `src/define`, and every language, is a module of the package named after itself. */
function libraryEntries(): Record<string, string> {
  const modules = (folder: string, pattern: RegExp, under = '') =>
    readdirSync(folder)
      .filter((file) => pattern.test(file) && !file.endsWith('.test.ts'))
      .map((file) => [under + basename(file, '.ts'), `${folder}/${file}`] as const);
  return Object.fromEntries([
    ...modules('src/entries', /^(?!cdn).*\.ts$/),
    ...modules('src/define', /^gt-(?!portal).*\.ts$/),
    ...modules('src/strings', /^[a-z]{2,3}(-\w+)*\.ts$/, 'strings/'),
  ]);
}

const target = 'es2022';

const library: UserConfig = {
  base: './',
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target,
    minify: false,
    sourcemap: true,
    lib: {entry: libraryEntries(), formats: ['es']},
    rolldownOptions: {
      external: [/^lit(\/|$)/, /^@lit\//, 'idb', 'onnxruntime-web'],
      output: {chunkFileNames: 'chunks/[name]-[hash].js'},
    },
  },
};

/** One file for `<script type="module">`, everything inside. */
const cdn: UserConfig = {
  base: './',
  publicDir: false,
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target,
    lib: {entry: {cdn: 'src/entries/cdn.ts'}, formats: ['es']},
    rolldownOptions: {output: {codeSplitting: false, minify: true}},
  },
};

/** The portal: static files that work from any host and sub-path. */
const demo: UserConfig = {
  root: 'demo',
  base: './',
  plugins: [samplePhotos(), contentSecurity(), offline()],
  build: {outDir: '../dist-demo', emptyOutDir: true, target},
};

const modes: Record<string, UserConfig> = {library, cdn, demo};

export default defineConfig(({mode}) => modes[mode] ?? {base: './', build: {target}});
