// The smallest pages that use one element: from the CDN file, from a bundler, with attributes set at any time.
import assert from 'node:assert/strict';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {build} from 'vite';
import {photoFile} from '../../scripts/sample-photos.mjs';
import {launch, watchErrors} from '../helpers/browser.mjs';
import {installPacked} from '../helpers/packed.mjs';
import {serve} from '../helpers/serve.mjs';

const page = (body) => `<!doctype html><html lang="en"><meta charset="utf-8"><title>Smallest page</title>
<style>body { margin: 0 } gt-classification-task { height: 100vh }</style>${body}</html>`;

const element = `<gt-classification-task src="/photos/data/image.jpg" labels='["cat", "dog"]' header="What is it?"></gt-classification-task>`;
const listen = `<script>addEventListener('gt-submit', (event) => { window.submitted = event.detail; });</script>`;

const pages = {
  '/cdn': page(`<script type="module" src="/package/dist/cdn.js"></script>${element}${listen}`),
  '/bundled': page(`${element}${listen}<script type="module" src="/bundle/app.js"></script>`),
  '/set-before-upgrade': page(`<gt-classification-task></gt-classification-task>${listen}
    <script>
      const task = document.querySelector('gt-classification-task');
      task.setAttribute('src', '/photos/data/image.jpg');
      task.setAttribute('labels', "['cat', 'dog']");
      task.header = 'What is it?';
    </script><script type="module" src="/package/dist/cdn.js"></script>`),
  '/set-after-upgrade': page(`${listen}<script type="module">
      import '/package/dist/cdn.js';
      const task = document.createElement('gt-classification-task');
      document.body.append(task);
      await task.updateComplete;
      task.setAttribute('src', '/photos/data/image.jpg');
      task.setAttribute('labels', '["cat", "dog"]');
      task.setAttribute('header', 'What is it?');
    </script>`),
};

describe('smallest pages', () => {
  let packed, server, browser;
  before(async () => {
    packed = installPacked();
    const app = join(packed.project, 'app');
    mkdirSync(app);
    writeFileSync(join(app, 'app.js'), "import 'gt-elements/gt-classification-task.js';\n");
    await build({
      root: app,
      configFile: false,
      logLevel: 'silent',
      build: {
        outDir: join(packed.project, 'bundle'),
        target: 'es2022',
        rolldownOptions: {input: join(app, 'app.js'), output: {entryFileNames: 'app.js'}},
      },
    });
    server = await serve({
      pages,
      folders: {
        '/package/': join(packed.project, 'node_modules/gt-elements'),
        '/bundle/': join(packed.project, 'bundle'),
        '/photos/': join(photoFile('boats.jpg'), '../..'),
      },
    });
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
    packed?.remove();
  });

  for (const path of Object.keys(pages)) {
    it(`${path}: choose by key, submit by key, get the line`, async () => {
      const context = await browser.newPage();
      try {
        const errors = watchErrors(context);
        await context.goto(server.origin + path);
        await context.getByRole('radio', {name: 'dog'}).waitFor();
        assert.ok(await context.getByText('What is it?').isVisible());
        await context.getByRole('radio', {name: 'cat'}).focus();
        await context.keyboard.press('2');
        await context.waitForFunction(
          () => document.querySelector('gt-classification-task').value?.label === 'dog',
        );
        await context.waitForFunction(() => {
          if (!window.submitted) void document.querySelector('gt-classification-task').submit();
          return window.submitted;
        });
        const {answer, line} = await context.evaluate(() => window.submitted);
        assert.deepEqual(answer.answerContent, {'crowd-image-classifier': {label: 'dog'}});
        assert.equal(JSON.parse(line)['labeling-job'], 1);
        assert.deepEqual(errors, []);
      } finally {
        await context.close();
      }
    });
  }
});
