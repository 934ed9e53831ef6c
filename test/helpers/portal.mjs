import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {photoFile, photoNames} from '../../scripts/sample-photos.mjs';

/** A folder of pictures with these paths: copies of the sample photos. */
export function pictureFolder(folder, paths) {
  for (const [index, path] of paths.entries()) {
    const file = join(folder, path);
    mkdirSync(dirname(file), {recursive: true});
    copyFileSync(photoFile(photoNames[index % photoNames.length]), file);
  }
  return folder;
}

/** Writes text to a file below `folder` and gives its path. */
export function textFile(folder, name, text) {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** The portal as a person uses it: by what is written on it. */
export class PortalPage {
  constructor(page) {
    this.page = page;
  }

  async openFiles(...files) {
    await this.page.locator('gt-data-picker input#files').setInputFiles(files);
  }

  async openFolder(folder) {
    await this.page.locator('gt-data-picker input#folder').setInputFiles(folder);
  }

  async choosePictureFolder(folder) {
    await this.page.locator('gt-picture-source input[type=file]').setInputFiles(folder);
  }

  async fill(label, text) {
    await this.page.getByRole('textbox', {name: label}).fill(text);
  }

  async startWorking() {
    await this.page.getByRole('button', {name: 'Start working'}).click();
    await this.ready();
  }

  /** The task element shows its item and takes input. */
  async ready() {
    await this.page.locator('gt-session').waitFor();
    await this.page.getByRole('radio').or(this.page.getByRole('checkbox')).first().waitFor();
  }

  /** 1-based number of the item on screen. */
  async position() {
    const text = await this.page
      .getByText(/^\d[\d,]* of [\d,]+$/)
      .first()
      .textContent();
    return Number(text.split(' ')[0].replaceAll(',', ''));
  }

  async waitForPosition(number) {
    await this.page
      .getByText(new RegExp(`^${number} of [\\d,]+$`))
      .first()
      .waitFor();
  }

  /** Presses Enter until the item is submitted: right after an item appears a press counts as an accident. */
  async submitByEnter(number) {
    await this.page.waitForFunction(
      () =>
        document
          .querySelector('gt-portal')
          .shadowRoot.querySelector('gt-job-room')
          .shadowRoot.querySelector('gt-session > *').acceptsSubmit,
    );
    await this.page.keyboard.press('Enter');
    await this.page
      .getByText(new RegExp(`^${number} of [\\d,]+$`))
      .first()
      .waitFor({state: 'detached'});
  }

  /** The picture of the item is on screen. */
  async waitForPicture() {
    await this.page.getByRole('img', {name: 'Picture to label'}).waitFor();
  }

  async saved() {
    await this.page.getByText('Saved', {exact: true}).waitFor();
  }

  /** Clicks what starts a download and gives the text of the file. */
  async download(name) {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.page.getByRole('button', {name}).first().click(),
    ]);
    return readFileSync(await download.path());
  }
}
