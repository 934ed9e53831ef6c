// What a person meets when something is wrong around the data: names that are taken, pictures in the wrong place,
// storage that is full, addresses that lead nowhere, the browser's own buttons.
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {photoFile} from '../../scripts/sample-photos.mjs';
import {withDemo} from '../helpers/demo.mjs';
import {pictureFolder, textFile, withFreshPortal} from '../helpers/portal.mjs';

const textLines = (...texts) => texts.map((source) => `${JSON.stringify({source})}\n`).join('');

/** From now on the page's storage is full, as far as it can tell. */
function fillStorage() {
  for (const name of ['put', 'add']) {
    IDBObjectStore.prototype[name] = () => {
      throw new DOMException('No space left', 'QuotaExceededError');
    };
  }
}

describe('when things go wrong', () => {
  const demo = withDemo({
    folders: {'/photos/': join(photoFile('boats.jpg'), '../..')},
    pages: {'/100%.manifest': textLines('from an odd name')},
  });

  const withPortal = (use, path = '/') => withFreshPortal(demo.browser, demo.origin + path, use);

  const startJob = async (portal, name, text) => {
    await portal.openFiles(textFile(demo.temporary, name, text));
    await portal.fill('Labels', 'a\nb\nc\nd');
    await portal.startWorking();
  };

  it('a new job never takes the place of another, whatever it is called', () =>
    withPortal(async (page, portal) => {
      await startJob(portal, 'birds.manifest', textLines('one', 'two'));
      await page.keyboard.press('1');
      await portal.submitByEnter(1);
      await page.getByRole('button', {name: 'Jobs'}).click();
      await portal.openFiles(textFile(demo.temporary, 'other.manifest', textLines('three', 'four', 'five')));
      await portal.fill('Title', 'birds');
      await portal.fill('Labels', 'x\ny');
      await portal.startWorking();
      await page.getByText('three').waitFor();
      await page.getByRole('button', {name: 'Jobs'}).click();
      await page.getByText('1 of 2 done').waitFor();
      await page.getByText('0 of 3 done').waitFor();
      await portal.openFiles(textFile(demo.temporary, 'third.manifest', textLines('six')));
      await portal.fill('Labels', 'x\ny');
      await portal.fill('Job name', 'birds');
      await page.getByText('There is a job named “birds” already').waitFor();
      await portal.create();
      assert.ok(await page.getByText('There is a job named “birds” already').isVisible());
    }));

  it('a label attribute that is on the lines already is named before it is replaced', () =>
    withPortal(async (page, portal) => {
      await portal.openFiles(textFile(demo.temporary, 'keep.manifest', '{"source":"x","keep":1.0}\n'));
      await portal.openStep('Review & create');
      await page
        .getByText(/keep.*(already|replace)/i)
        .first()
        .waitFor();
    }));

  it('one useless reference does not stop the others', () =>
    withPortal(async (page, portal) => {
      const lines = [
        {'source-ref': `${demo.origin}/photos/data/image.jpg`},
        {'source-ref': 'file:///x.png'},
        {source: 'a text among pictures'},
      ];
      await startJob(portal, 'mixed.manifest', lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      await portal.waitForPicture();
      await page.keyboard.press('1');
      await portal.submitByEnter(1);
      await page.getByRole('button', {name: 'Retry'}).waitFor();
      await page.keyboard.press('PageDown');
      await page.getByText('a text among pictures').waitFor();
    }));

  it('a wrong base address can be put right while working, and the keys work before any picture has come', () =>
    withPortal(async (page, portal) => {
      await portal.openFiles(
        textFile(demo.temporary, 's3.manifest', '{"source-ref":"s3://b/data/image.jpg"}\n'.repeat(2)),
      );
      const address = page.getByRole('textbox', {name: 'Base address of the pictures'});
      await address.fill('not a url');
      await page.keyboard.press('Tab');
      await page.getByText('is no address that pictures can be below').waitFor();
      await address.fill(`${demo.origin}/wrong/`);
      await page.keyboard.press('Tab');
      await portal.fill('Labels', 'a\nb');
      await portal.startWorking();
      await page.getByRole('button', {name: 'Retry'}).waitFor();
      await page.keyboard.press('2');
      await page.getByRole('radio', {name: 'b', checked: true}).waitFor();
      await page.keyboard.press('PageDown');
      await portal.waitForPosition(2);
      await page.getByRole('button', {name: 'Where are the pictures?'}).click();
      await address.fill(`${demo.origin}/photos/`);
      await page.keyboard.press('Tab');
      await portal.waitForPicture();
    }));

  it('a job can be gone on with without its pictures', () =>
    withPortal(async (page, portal) => {
      await portal.openFiles(textFile(demo.temporary, 'none.manifest', '{"source-ref":"s3://b/x.jpg"}\n'));
      await portal.fill('Labels', 'a\nb');
      await portal.create();
      await page.getByRole('button', {name: 'Continue without pictures'}).click();
      await portal.ready();
      await page.getByRole('button', {name: 'Where are the pictures?'}).click();
      await portal.choosePictureFolder(pictureFolder(join(demo.temporary, 'late'), ['x.jpg']));
      await portal.waitForPicture();
    }));

  it('full storage is told when a job is made, and nothing half-made stays', () =>
    withPortal(async (page, portal) => {
      await portal.openFiles(textFile(demo.temporary, 'full.manifest', textLines('one')));
      await portal.fill('Labels', 'a\nb');
      await page.evaluate(fillStorage);
      await portal.create();
      await page.getByRole('alert').getByText('That did not work').waitFor();
      await page.reload();
      await page.getByText('Everything is as it was.').waitFor();
      await page.getByRole('button', {name: 'Cancel'}).click();
      await page.getByText('Try a sample job').waitFor();
      assert.equal(await page.getByText('full.manifest').count(), 0);
    }));

  it('answers that could not be stored are in the export all the same', () =>
    withPortal(async (page, portal) => {
      await startJob(portal, 'unsaved.manifest', textLines('one', 'two', 'three'));
      await page.evaluate(fillStorage);
      await page.keyboard.press('1');
      await portal.submitByEnter(1);
      await page.keyboard.press('2');
      await portal.submitByEnter(2);
      const lines = String(await portal.download('Export output manifest'))
        .trimEnd()
        .split('\n');
      assert.deepEqual(
        lines.map((line) => JSON.parse(line).unsaved),
        [0, 1, undefined],
      );
      await page.keyboard.press('3');
      await page.getByRole('radio', {name: 'c', checked: true}).waitFor();
    }));

  it('an address that leads nowhere says so, an odd name is a name', async () => {
    await withPortal(async (page, _portal, errors) => {
      await page.getByText('This job is not in this browser').waitFor();
      assert.deepEqual(errors, []);
      await page.getByRole('button', {name: 'Jobs'}).click();
      await page.getByText('Try a sample job').waitFor();
    }, '/#job=%E0%A4%A');
    await withPortal(async (page, portal) => {
      await page.getByRole('textbox', {name: 'Address of a manifest'}).fill(`${demo.origin}/100%25.manifest`);
      await page.getByRole('button', {name: 'Open', exact: true}).click();
      await portal.fill('Labels', 'a\nb');
      await portal.startWorking();
      await page.getByText('from an odd name').waitFor();
    });
  });

  it('Back and Forward keep the form, and a drop beside the zone opens the file', () =>
    withPortal(async (page, portal) => {
      const transfer = await page.evaluateHandle(() => {
        const data = new DataTransfer();
        data.items.add(new File(['{"source":"dropped beside"}\n'], 'beside.manifest'));
        return data;
      });
      await page.locator('gt-portal header').dispatchEvent('drop', {dataTransfer: transfer});
      await portal.fill('Labels', 'a\nb');
      await page.goBack();
      await page.getByText('Try a sample job').waitFor();
      await page.goForward();
      await page.getByText('dropped beside').waitFor();
    }));
});
