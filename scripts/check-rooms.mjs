// Holds the table of rooms: who may import whom. Fails on any other import, `import type` included.
import {readFileSync, readdirSync} from 'node:fs';
import {dirname, join, relative, resolve, sep} from 'node:path';
import {fileURLToPath} from 'node:url';

const plainData = ['base', 'geometry', 'raster', 'vision', 'strings', 'model', 'formats', 'tasks', 'editor'];

/** Room → rooms and packages its files may import besides their own room. */
export const rooms = {
  base: [],
  geometry: ['base', 'flatbush'],
  raster: ['base', 'geometry'],
  vision: ['base', 'geometry', 'raster'],
  strings: ['base'],
  model: ['base', 'geometry', 'raster'],
  formats: ['base', 'geometry', 'raster', 'model', 'papaparse'],
  tasks: ['base', 'geometry', 'raster', 'model', 'formats'],
  editor: ['base', 'geometry', 'raster', 'vision', 'strings', 'model'],
  media: ['base', 'geometry', 'formats'],
  workers: ['base', 'geometry', 'raster', 'vision', 'formats', 'editor', 'model', 'media'],
  segmenters: ['base', 'geometry', 'raster', 'vision', 'onnxruntime-web'],
  session: ['base', 'model', 'formats', 'tasks', 'media', 'idb', 'client-zip'],
  delivery: ['base', 'formats', 'media', 'session'],
  canvas: ['base', 'geometry', 'raster', 'model', 'editor', 'fabric'],
  elements: [
    ...plainData,
    'media',
    'canvas',
    'session',
    'workers',
    'segmenters',
    'lit',
    'lucide',
    '@tanstack/virtual-core',
  ],
  portal: [
    ...plainData,
    'media',
    'session',
    'delivery',
    'workers',
    'elements',
    'lit',
    'lucide',
    'prosemirror-commands',
    'prosemirror-history',
    'prosemirror-keymap',
    'prosemirror-model',
    'prosemirror-schema-list',
    'prosemirror-state',
    'prosemirror-view',
  ],
  define: ['base', 'strings', 'elements', 'portal'],
  entries: [
    ...plainData,
    'media',
    'canvas',
    'session',
    'delivery',
    'workers',
    'segmenters',
    'elements',
    'define',
  ],
};

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const src = join(root, 'src');

const sources = readdirSync(src, {recursive: true, withFileTypes: true})
  .filter((file) => file.isFile() && /\.ts$/.test(file.name) && !/\.(test|harness|d)\.ts$/.test(file.name))
  .map((file) => join(file.parentPath ?? file.path, file.name));

/** The specifiers a file imports, statically, for types, or by `import()`. */
function importsOf(text) {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [
    ...code.matchAll(/^\s*(?:import|export)\b[^'";]*?from\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/^\s*import\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]/g),
    ...code.matchAll(/new URL\(\s*['"](\.[^'"]+)['"]/g),
  ].map((match) => match[1]);
}

const packageOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

const roomOf = (file) => relative(src, file).split(sep)[0];

/** Sentences about imports that the table does not allow. */
export function roomViolations() {
  return sources.flatMap((file) => {
    const room = roomOf(file);
    const allowed = rooms[room];
    const name = relative(root, file);
    if (!allowed)
      return [`${name} stands in the unknown room "${room}". Add the room to scripts/check-rooms.mjs.`];
    return importsOf(readFileSync(file, 'utf8')).flatMap((specifier) => {
      const target = specifier.startsWith('.')
        ? roomOf(resolve(dirname(file), specifier))
        : packageOf(specifier);
      if (target === room || allowed.includes(target)) return [];
      return [
        `${name} (room ${room}) imports "${specifier}" (${target}). ${room} may import: ${allowed.join(', ') || 'nothing'}.`,
      ];
    });
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const violations = roomViolations();
  for (const violation of violations) console.error(violation);
  process.exitCode = violations.length > 0 ? 1 : 0;
}
