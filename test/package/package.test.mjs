// What a stranger gets from `npm install gt-elements`: every path resolves, Node can import it, and it is small.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, resolve} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {gzipSync} from 'node:zlib';
import {build} from 'vite';
import {root} from '../../scripts/run.mjs';
import {installPacked} from '../helpers/packed.mjs';

const kilobytes = (bytes) => Math.round(bytes / 100) / 10;

describe('package', () => {
  let packed, folder;
  before(() => {
    packed = installPacked();
    folder = join(packed.project, 'node_modules/gt-elements');
  });
  after(() => packed?.remove());

  const inProject = (code) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', code], {
      cwd: packed.project,
      encoding: 'utf8',
    }).trim();

  const tags = () =>
    readdirSync(join(folder, 'dist'))
      .filter((file) => /^gt-.*\.js$/.test(file))
      .map((file) => file.slice(0, -3));

  const languages = () =>
    readdirSync(join(folder, 'dist/strings'))
      .filter((file) => file.endsWith('.js'))
      .map((file) => file.slice(0, -3));

  it('has a module and types for every element and entry', () => {
    assert.ok(tags().includes('gt-classification-task'));
    const paths = [
      ...[
        '.',
        './delivery.js',
        './formats.js',
        './interchange.js',
        './onnx-segmenter.js',
        './raster.js',
        './session.js',
        './strings.js',
      ],
      ...tags().map((tag) => `./${tag}.js`),
      ...languages().map((code) => `./strings/${code}.js`),
    ];
    for (const path of paths) {
      const url = inProject(`console.log(import.meta.resolve('gt-elements${path.slice(1)}'))`);
      assert.ok(existsSync(new URL(url)), `${path} leads to ${url}, which is not there`);
    }
    const {exports} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    for (const target of Object.values(exports)) {
      for (const path of typeof target === 'string' ? [target] : Object.values(target)) {
        if (!path.includes('*'))
          assert.ok(existsSync(join(folder, path)), `exports name ${path}, which is not there`);
      }
    }
    for (const tag of tags())
      assert.ok(existsSync(join(folder, `dist/types/define/${tag}.d.ts`)), `${tag} has no types`);
    for (const code of languages())
      assert.ok(existsSync(join(folder, `dist/types/strings/${code}.d.ts`)), `${code} has no types`);
  });

  it('imports in Node without a DOM, every entry', () => {
    const entries = [
      'gt-elements',
      'gt-elements/delivery.js',
      'gt-elements/formats.js',
      'gt-elements/interchange.js',
      'gt-elements/onnx-segmenter.js',
      'gt-elements/raster.js',
      'gt-elements/session.js',
      'gt-elements/strings.js',
      ...languages().map((code) => `gt-elements/strings/${code}.js`),
      ...tags().map((tag) => `gt-elements/${tag}.js`),
    ];
    const said = inProject(
      `for (const entry of ${JSON.stringify(entries)}) await import(entry); console.log('imported')`,
    );
    assert.equal(said, 'imported');
  });

  it('has languages that a page adds by name', () => {
    assert.deepEqual(languages().sort(), ['ar', 'de', 'en']);
    const said = inProject(`
      import {registerStrings, stringsFor} from 'gt-elements/strings.js';
      import {de} from 'gt-elements/strings/de.js';
      const before = stringsFor('de').task.submit;
      registerStrings('de', de);
      console.log(before, stringsFor('de-AT').task.submit);
    `);
    assert.equal(said, 'Submit Absenden');
  });

  it('reads and writes a manifest in Node', () => {
    const said = inProject(`
      import {openManifest, outputManifest, checkManifest, labelsOf} from 'gt-elements/formats.js';
      const manifest = await openManifest('{"source":"a","n":1.0}\\n{"source":"b"}\\nnot json\\n');
      const entry = await manifest.entry(0);
      const lines = new Map([[1, '{"source":"b","x":1}']]);
      const problems = [];
      for await (const {line, code} of checkManifest('{"source":"a"}\\nnot json\\n')) problems.push([line, code.split('/')[0]]);
      console.log(JSON.stringify({
        count: manifest.lineCount, entry: entry.value, labels: labelsOf(entry.value), problems,
        output: await new Response(outputManifest(manifest, lines)).text(),
      }));
    `);
    assert.deepEqual(JSON.parse(said), {
      count: 3,
      entry: {source: 'a', n: 1},
      labels: [],
      problems: [[2, 'manifest']],
      output: '{"source":"a","n":1.0}\n{"source":"b","x":1}\nnot json\n',
    });
  });

  it('writes boxes as COCO and reads them back in Node', () => {
    const said = inProject(`
      import {boxedImage, coco, importCoco} from 'gt-elements/interchange.js';
      const entry = {
        'source-ref': 'tree.jpg',
        fruit: {
          image_size: [{width: 640, height: 480, depth: 3}],
          annotations: [{class_id: 0, left: 10, top: 20, width: 30, height: 40}],
        },
        'fruit-metadata': {'class-map': {0: 'apple'}, objects: [{confidence: 0}], type: 'groundtruth/object-detection'},
      };
      const image = boxedImage(entry, 'fruit');
      const files = [];
      for await (const file of coco.write([image.value])) files.push(file);
      const options = {attribute: 'fruit', jobName: 'fruit', createdAt: 0};
      const coming = await new Blob([files[0].content]).text();
      const {lines, labels} = importCoco(coming, options);
      console.log(JSON.stringify([labels, JSON.parse(lines[0]).fruit.annotations]));
    `);
    assert.deepEqual(JSON.parse(said), [
      ['apple'],
      [{class_id: 0, left: 10, top: 20, width: 30, height: 40}],
    ]);
  });

  it('writes a mask and reads it back in Node', () => {
    const said = inProject(`
      import {decodeMaskPng, encodeMaskPng} from 'gt-elements/raster.js';
      const palette = ['#ffffff', '#2ca02c', '#1f77b4'];
      const png = await encodeMaskPng({width: 4, height: 3, data: Uint8Array.of(0, 1, 1, 0, 0, 1, 2, 2, 0, 0, 2, 2), palette});
      const {data, unknownPixels} = await decodeMaskPng(png, palette);
      const code = await decodeMaskPng(png.subarray(0, 40)).catch((error) => error.code);
      console.log(JSON.stringify([[...data], unknownPixels, code]));
    `);
    assert.deepEqual(JSON.parse(said), [[0, 1, 1, 0, 0, 1, 2, 2, 0, 0, 2, 2], 0, 'png/truncated']);
  });

  it('registers nothing unless an element is imported', () => {
    const registered = inProject(`
      const tags = [];
      globalThis.HTMLElement = class {};
      globalThis.customElements = {define: (tag) => tags.push(tag), get: () => undefined};
      await import('gt-elements/formats.js'); await import('gt-elements/session.js');
      await import('gt-elements/interchange.js'); await import('gt-elements/raster.js');
      await import('gt-elements/strings.js'); await import('gt-elements/strings/de.js');
      console.log(JSON.stringify(tags));
    `);
    assert.equal(registered, '[]');
  });

  /** The modules a page loads at once for one import, bundled and minified with everything inside. */
  async function bundle(specifier) {
    const entry = resolve(packed.project, `entry-${specifier.replace(/\W/g, '-')}.js`);
    const {writeFileSync} = await import('node:fs');
    writeFileSync(entry, `import '${specifier}';\n`);
    const result = await build({
      root: packed.project,
      configFile: false,
      logLevel: 'silent',
      build: {write: false, target: 'es2022', modulePreload: false, rolldownOptions: {input: entry}},
    });
    const {output} = Array.isArray(result) ? result[0] : result;
    const chunks = new Map(
      output.filter(({type}) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
    );
    const reached = new Set();
    const visit = (name) => {
      if (reached.has(name) || !chunks.has(name)) return;
      reached.add(name);
      chunks.get(name).imports.forEach(visit);
    };
    for (const chunk of chunks.values()) if (chunk.isEntry) visit(chunk.fileName);
    const parts = [...reached].map((name) => chunks.get(name));
    return {
      gzip: gzipSync(parts.map(({code}) => code).join('\n'), {level: 9}).length,
      modules: parts.flatMap(({moduleIds}) => moduleIds).map((id) => id.replaceAll('\\', '/')),
    };
  }

  /** Upper bounds in kB, minified and gzipped, with Lit. Raise one only knowingly. */
  const budgets = {
    'gt-elements/gt-classification-task.js': 73,
    'gt-elements/gt-multi-label-task.js': 75,
    'gt-elements/gt-bbox-task.js': 134,
    'gt-elements/gt-session.js': 60,
  };
  for (const [specifier, limit] of Object.entries(budgets)) {
    it(`${specifier} is at most ${limit} kB`, async (test) => {
      const {gzip} = await bundle(specifier);
      test.diagnostic(`${specifier}: ${kilobytes(gzip)} kB min+gzip`);
      assert.ok(gzip <= limit * 1000, `${specifier} is ${kilobytes(gzip)} kB`);
    });
  }

  it('a page with only a classification element loads no drawing, storage, zip or table library', async () => {
    const {modules} = await bundle('gt-elements/gt-classification-task.js');
    assert.ok(modules.some((id) => id.includes('/lit-element/')));
    const strangers = modules.filter((id) => /fabric|\/idb\/|client-zip|papaparse|liquid|dompurify/.test(id));
    assert.deepEqual(strangers, []);
    const languages = modules.filter((id) => /\/dist\/strings\/(?!en\.)/.test(id));
    assert.deepEqual(languages, [], 'other languages come only when imported');
  });

  it('a page with a box element loads the drawing library only when a box is selected', async () => {
    const {modules} = await bundle('gt-elements/gt-bbox-task.js');
    assert.deepEqual(
      modules.filter((id) => /fabric|live-box/.test(id)),
      [],
    );
  });

  it('formats.js is at most 35 kB and needs no library', async () => {
    const entry = join(packed.project, 'formats-entry.js');
    const {writeFileSync} = await import('node:fs');
    writeFileSync(entry, "export * from 'gt-elements/formats.js';\n");
    const result = await build({
      root: packed.project,
      configFile: false,
      logLevel: 'silent',
      build: {
        write: false,
        target: 'es2022',
        lib: {entry, formats: ['es'], fileName: 'formats'},
        rolldownOptions: {output: {minify: true}},
      },
    });
    const {output} = Array.isArray(result) ? result[0] : result;
    const main = output.find(({isEntry}) => isEntry);
    const size = gzipSync(main.code, {level: 9}).length;
    assert.ok(size <= 35_000, `formats.js is ${kilobytes(size)} kB`);
  });

  it('names the published files in custom-elements.json', () => {
    const manifest = JSON.parse(readFileSync(join(folder, 'custom-elements.json'), 'utf8'));
    const defined = manifest.modules.flatMap(({exports = []}) =>
      exports.filter(({kind}) => kind === 'custom-element-definition'),
    );
    for (const tag of tags())
      assert.ok(
        defined.some(({name}) => name === tag),
        `${tag} is not in custom-elements.json`,
      );
    for (const {path} of manifest.modules) {
      if (path.startsWith('dist/'))
        assert.ok(existsSync(join(folder, path)), `${path} is not in the package`);
    }
  });

  it('ships no path of the machine that built it', () => {
    const files = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((file) => file.isFile());
    for (const file of files) {
      const text = readFileSync(join(file.parentPath ?? file.path, file.name), 'utf8');
      assert.ok(!text.includes(root), `${file.name} contains ${root}`);
    }
  });
});
