import {copyFileSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {photoFile, photoNames} from '../../scripts/sample-photos.mjs';
import {watchErrors} from './browser.mjs';

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

/** Runs `use(page, portal, errors)` on a page of the portal that nobody has visited before. */
export async function withFreshPortal(browser, address, use, options = {}) {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    const errors = watchErrors(page);
    await page.goto(address);
    await use(page, new PortalPage(page), errors);
  } finally {
    await context.close();
  }
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

  /** Opens a step of a new job by its name in the list of steps. */
  async openStep(name) {
    const step = this.page.getByRole('navigation', {name: 'Steps'}).getByRole('button', {name});
    await step.click();
    await this.page.getByRole('heading', {level: 1, name}).waitFor();
  }

  /** Fills a field of a new job, at the step it belongs to. */
  async fill(label, text) {
    const steps = {Question: 'Task', Title: 'Review & create', 'Job name': 'Review & create'};
    if (label === 'Labels') return this.fillLabels(text);
    if (steps[label]) await this.openStep(steps[label]);
    await this.page.getByRole('textbox', {name: label}).fill(text);
  }

  /** Replaces the labels of a new job by those of a text, one a line. */
  async fillLabels(text) {
    await this.openStep('Labels');
    await this.page.getByRole('button', {name: 'Paste a list…'}).click();
    await this.page.getByRole('textbox', {name: /^One label a line/}).fill(text);
    await this.page.getByRole('button', {name: 'Replace all'}).click();
  }

  /** Makes the job that is being set up. */
  async create() {
    await this.openStep('Review & create');
    await this.page.getByRole('button', {name: 'Start working'}).click();
  }

  async startWorking() {
    await this.create();
    await this.ready();
  }

  /** The task element shows its item and takes input. */
  async ready() {
    await this.page.locator('gt-session').waitFor();
    await this.page.getByRole('radio').or(this.page.getByRole('checkbox')).first().waitFor();
  }

  /** The item on screen, counted from 1, as the bar says it. */
  #position(number) {
    return this.page.getByRole('button', {name: new RegExp(`^${number} of [\\d,]+$`)});
  }

  async waitForPosition(number) {
    await this.#position(number).waitFor();
  }

  /** Presses Enter, as soon as a press no longer counts as an accident. */
  async pressEnter() {
    const task = await this.page.locator('gt-classification-task, gt-multi-label-task').elementHandle();
    await this.page.waitForFunction((element) => element.acceptsSubmit, task);
    await this.page.keyboard.press('Enter');
  }

  /** Submits item `number` by Enter and sees the next one come. */
  async submitByEnter(number) {
    await this.pressEnter();
    await this.#position(number).waitFor({state: 'detached'});
  }

  /** The picture of the item is on screen. */
  async waitForPicture() {
    const viewer = await this.page.locator('gt-image-viewer').elementHandle();
    await this.page.waitForFunction((element) => element.shownSrc, viewer);
  }

  async saved() {
    await this.page.getByText('Saved', {exact: true}).waitFor();
  }

  /** Clicks what starts a download, or presses it in another way, and gives the bytes of the file. */
  async download(name, press = (button) => button.click()) {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      press(this.page.getByRole('button', {name}).first()),
    ]);
    return readFileSync(await download.path());
  }
}
