// Every way data comes into the portal, and what happens with data that is broken or hostile.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {photoFile} from '../../scripts/sample-photos.mjs';
import {withDemo} from '../helpers/demo.mjs';
import {pictureFolder, textFile, withFreshPortal} from '../helpers/portal.mjs';

describe('ways into the portal', () => {
  const demo = withDemo({
    folders: {
      '/photos/': join(photoFile('boats.jpg'), '../..'),
      '/data/photos/': join(photoFile('boats.jpg'), '../..'),
    },
    pages: {
      '/data/in.manifest':
        '{"source-ref":"photos/data/image.jpg"}\n{"source-ref":"photos/data/missing.jpg"}\n',
    },
  });

  const withPortal = (use, path = '/') => withFreshPortal(demo.browser, demo.origin + path, use);

  const twoLabels = async (portal) => {
    await portal.fill('Labels', 'yes\nno');
    await portal.startWorking();
  };

  it('a text file becomes a manifest, a line each', () =>
    withPortal(async (page, portal, errors) => {
      await portal.openFiles(textFile(demo.temporary, 'notes.txt', 'first note\n\nsecond note\n'));
      await twoLabels(portal);
      await page.getByText('first note').waitFor();
      await page.keyboard.press('2');
      await portal.submitByEnter(1);
      await page.getByText('second note').waitFor();
      const lines = String(await portal.download('Export output manifest'))
        .trimEnd()
        .split('\n');
      assert.equal(lines.length, 2);
      const {source, notes, 'notes-metadata': metadata} = JSON.parse(lines[0]);
      assert.deepEqual(
        [source, notes, metadata['class-name'], metadata.type],
        ['first note', 1, 'no', 'groundtruth/text-classification'],
      );
      assert.equal(lines[1], '{"source":"second note"}');
      assert.deepEqual(errors, []);
    }));

  it('a table becomes a manifest, a row each', () =>
    withPortal(async (page, portal) => {
      await portal.openFiles(textFile(demo.temporary, 'table.csv', '"good, mostly",5\nbad,1\n'));
      await twoLabels(portal);
      await page.getByText('good, mostly').waitFor();
    }));

  it('a folder of pictures without a manifest', () =>
    withPortal(async (page, portal, errors) => {
      await portal.openFolder(pictureFolder(join(demo.temporary, 'album'), ['b10.jpg', 'b2.jpg']));
      await twoLabels(portal);
      await portal.waitForPicture();
      await page.keyboard.press('1');
      await portal.submitByEnter(1);
      const lines = String(await portal.download('Export output manifest'))
        .trimEnd()
        .split('\n');
      assert.equal(JSON.parse(lines[0])['source-ref'], 'album/b2.jpg');
      assert.deepEqual(errors, []);
    }));

  it('files dropped on the page', () =>
    withPortal(async (page, portal) => {
      const transfer = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        data.items.add(new File(['{"source":"dropped text"}\n'], 'dropped.manifest'));
        return data;
      });
      await page.locator('gt-data-picker .zone').dispatchEvent('drop', {dataTransfer: transfer});
      await twoLabels(portal);
      await page.getByText('dropped text').waitFor();
    }));

  it('?manifest= opens an address, with pictures relative to it', () =>
    withPortal(async (page, portal) => {
      await twoLabels(portal);
      await portal.waitForPicture();
      await page.keyboard.press('1');
      await portal.submitByEnter(1);
      await page.getByRole('button', {name: 'Retry'}).waitFor();
      assert.ok(await page.getByText('404').first().isVisible());
    }, '/?manifest=/data/in.manifest'));

  it('a base address for pictures in S3', () =>
    withPortal(async (page, portal) => {
      await portal.openFiles(
        textFile(demo.temporary, 's3.manifest', '{"source-ref":"s3://bucket/data/image.jpg"}\n'),
      );
      await page.getByRole('textbox', {name: 'Base address of the pictures'}).fill(`${demo.origin}/photos/`);
      await page.keyboard.press('Tab');
      await twoLabels(portal);
      await portal.waitForPicture();
    }));

  it('a job without its pictures asks for them again and goes on', () =>
    withPortal(async (page, portal) => {
      await portal.openFiles(
        textFile(demo.temporary, 'later.manifest', '{"source-ref":"s3://bucket/later/x.jpg"}\n'),
      );
      await portal.fill('Labels', 'yes\nno');
      await portal.create();
      await page.locator('gt-job-room').getByText('Where are the pictures?').waitFor();
      await portal.choosePictureFolder(pictureFolder(join(demo.temporary, 'found'), ['later/x.jpg']));
      await portal.waitForPicture();
    }));

  const notManifests = {
    'a gzip file': ['x.manifest.gz', Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
    'a JSON array': ['x.json', '[{"source":"a"}]'],
    'an empty file': ['x.manifest', ''],
  };
  for (const [what, [name, content]] of Object.entries(notManifests)) {
    it(`${what} is named in one sentence, and the portal goes on`, () =>
      withPortal(async (page, portal) => {
        await portal.openFiles(textFile(demo.temporary, name, content));
        const alert = page.getByRole('alert');
        await alert.waitFor();
        assert.equal(await alert.locator('p').count(), 1);
        await portal.openFiles(textFile(demo.temporary, 'good.manifest', '{"source":"a good one"}\n'));
        await twoLabels(portal);
        await page.getByText('a good one').waitFor();
      }));
  }

  it('a bad line is explained and stepped over', () =>
    withPortal(async (page, portal) => {
      const text = '{"source":"one"}\n{"source":"two",}\n{"source":"three"}\n';
      await portal.openFiles(textFile(demo.temporary, 'mixed.manifest', text));
      await twoLabels(portal);
      await page.keyboard.press('1');
      await portal.submitByEnter(1);
      await page
        .getByText(/[Ll]ine 2/)
        .first()
        .waitFor();
      await page.getByRole('button', {name: 'Next'}).first().click();
      await page.getByText('three').first().waitFor();
      const output = String(await portal.download('Export output manifest'));
      assert.equal(output.split('\n')[1], '{"source":"two",}');
    }));

  it('nothing in a manifest, its labels or its instructions ever runs', () =>
    withPortal(async (page, portal) => {
      const payloads = [
        '<img src=x onerror="pwn()">',
        '<script>pwn()</script>',
        '"><svg onload=pwn()>',
        'javascript:pwn()',
        '{{constructor.constructor("pwn()")()}}',
        '<iframe srcdoc="<script>parent.pwn()</script>">',
      ];
      const called = [];
      await page.exposeFunction('pwn', () => called.push('pwn'));
      const lines = [
        ...payloads.map((source) => JSON.stringify({source, [payloads[0]]: payloads[1]})),
        ...payloads.map((ref) => JSON.stringify({'source-ref': ref})),
      ];
      await portal.openFiles(textFile(demo.temporary, 'hostile.manifest', `${lines.join('\n')}\n`));
      await portal.fill('Labels', payloads.join('\n'));
      await portal.fill('Question', payloads[0]);
      await portal.create();
      await page.getByRole('button', {name: 'Continue without pictures'}).waitFor();
      await page.getByRole('textbox', {name: 'Base address of the pictures'}).fill(`${demo.origin}/photos/`);
      await page.keyboard.press('Tab');
      await portal.ready();
      for (let number = 1; number < lines.length; number++) {
        await portal.waitForPosition(number);
        await page.keyboard.press('PageDown');
      }
      await portal.waitForPosition(lines.length);
      assert.deepEqual(called, []);
      const links = await page.evaluate(() => {
        const found = [];
        const walk = (node) => {
          for (const element of node.querySelectorAll('*')) {
            for (const {name, value} of element.attributes) {
              if (/^on/.test(name) || /^\s*javascript:/i.test(value))
                found.push(`${element.localName} ${name}=${value}`);
            }
            if (element.shadowRoot) walk(element.shadowRoot);
          }
        };
        walk(document);
        return found;
      });
      assert.deepEqual(links, []);
    }));
});
