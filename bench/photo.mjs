import {existsSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {chromium} from 'playwright-core';
import {browserFlags, findBrowser} from '../scripts/browser.mjs';
import {photoFile} from '../scripts/sample-photos.mjs';

/** A real photo enlarged to `width` × `height`, as a JPEG file in the folder for temporary files. Made once. */
export async function largePhoto({width, height}, name = 'boats.jpg') {
  const folder = join(tmpdir(), 'gt-elements-bench');
  const file = join(folder, `${width}x${height}-${name}`);
  if (existsSync(file)) return file;
  const browser = await chromium.launch({executablePath: findBrowser(), args: browserFlags});
  try {
    const page = await browser.newPage();
    const source = `data:image/jpeg;base64,${readFileSync(photoFile(name)).toString('base64')}`;
    const base64 = await page.evaluate(drawLarge, {source, width, height});
    mkdirSync(folder, {recursive: true});
    writeFileSync(file, Buffer.from(base64, 'base64'));
  } finally {
    await browser.close();
  }
  return file;
}

/** Runs in the page. */
async function drawLarge({source, width, height}) {
  const image = new Image();
  image.src = source;
  await image.decode();
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0, width, height);
  const blob = await canvas.convertToBlob({type: 'image/jpeg', quality: 0.85});
  const reader = new FileReader();
  reader.readAsDataURL(blob);
  await new Promise((resolve) => reader.addEventListener('load', resolve));
  return reader.result.slice(reader.result.indexOf(',') + 1);
}
