// The README tells the truth: its five lines of HTML work when pasted, its commands and files exist.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, describe, it} from 'node:test';
import {root} from '../../scripts/run.mjs';
import {photoFile} from '../../scripts/sample-photos.mjs';
import {launch, watchErrors} from '../helpers/browser.mjs';
import {serve} from '../helpers/serve.mjs';

const readme = readFileSync(join(root, 'README.md'), 'utf8');
const html = /```html\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';

describe('README', () => {
  let server, browser;
  before(async () => {
    server = await serve({pages: {'/': html}});
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });

  it('has HTML that works when pasted as it is', async () => {
    const page = await browser.newPage();
    const errors = watchErrors(page);
    const cross = {'access-control-allow-origin': '*'};
    await page.route(/\/gt-elements(@[\d.]+)?\/dist\/cdn\.js$/, (route) =>
      route.fulfill({
        path: join(root, 'dist/cdn.js'),
        headers: {...cross, 'content-type': 'text/javascript'},
      }),
    );
    await page.route('**/photo.jpg', (route) => route.fulfill({path: photoFile('house-cat.jpg')}));
    const said = [];
    page.on('console', (message) => {
      if (message.type() === 'log') said.push(message.text());
    });
    await page.goto(server.origin);
    const stage = page.locator('gt-image-viewer .stage');
    await page.waitForFunction(
      () => document.querySelector('gt-bbox-task')?.shadowRoot?.querySelector('gt-image-viewer')?.sight,
    );
    const {x, y, width, height} = await stage.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2 + 40, y + height / 2 + 20);
    await page.mouse.move(x + width / 2 + 60, y + height / 2 + 40);
    await page.mouse.up();
    await page.getByRole('button', {name: 'Submit'}).click();
    await page.getByText('Submitted').first().waitFor({state: 'attached'});
    assert.equal(said.length, 1);
    const line = JSON.parse(said[0]);
    assert.equal(line['source-ref'], 'photo.jpg');
    assert.equal(line['labeling-job'].annotations.length, 1);
    assert.deepEqual(line['labeling-job-metadata']['class-map'], {0: 'cat'});
    assert.deepEqual(errors, []);
  });

  it('links to files that exist and names scripts that exist', () => {
    for (const [, path] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      assert.ok(existsSync(join(root, path)), `${path} is not there`);
    }
    const {scripts} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    for (const [, name] of readme.matchAll(/npm (?:run )?(start|test|[a-z]+)(?=[\s`])/g)) {
      if (name !== 'ci' && name !== 'run') assert.ok(scripts[name], `there is no script ${name}`);
    }
  });
});
