import {expect} from '@open-wc/testing';
import {askForFolder, filesIn} from './picked-folder.js';

interface Picks {
  showDirectoryPicker?: () => Promise<FileSystemDirectoryHandle>;
}
const browser = globalThis as Picks;

/** A folder of the page's own file system: the same handles that a picker gives. */
async function folderWith(...paths: readonly string[]): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  const top = await root.getDirectoryHandle(`album-${crypto.randomUUID()}`, {create: true});
  for (const path of paths) {
    const parts = path.split('/');
    const name = parts.pop()!;
    let folder = top;
    for (const part of parts) folder = await folder.getDirectoryHandle(part, {create: true});
    const writable = await (await folder.getFileHandle(name, {create: true})).createWritable();
    await writable.write(path);
    await writable.close();
  }
  return top;
}

describe('a folder that was picked', () => {
  const picker = browser.showDirectoryPicker;
  afterEach(() => {
    if (picker) browser.showDirectoryPicker = picker;
    else delete browser.showDirectoryPicker;
  });

  const ask = async () => {
    const happened: string[] = [];
    await askForFolder(
      () => happened.push('input'),
      (files) => happened.push(...files.map(({path}) => path)),
    );
    return happened;
  };

  it('gives its files all the way down, with paths that begin with its name', async () => {
    const folder = await folderWith('a.jpg', 'in/deep/b.jpg');
    const files = await filesIn(folder);
    expect(files.map(({path}) => path).sort()).to.deep.equal([
      `${folder.name}/a.jpg`,
      `${folder.name}/in/deep/b.jpg`,
    ]);
    expect(await files.find(({path}) => path.endsWith('b.jpg'))!.file.text()).to.equal('in/deep/b.jpg');
  });

  it('is asked for by the browser where it can, and by an input where it cannot or must not', async () => {
    const folder = await folderWith('x.png');
    browser.showDirectoryPicker = () => Promise.resolve(folder);
    expect(await ask()).to.deep.equal([`${folder.name}/x.png`]);
    browser.showDirectoryPicker = () => Promise.reject(new DOMException('frame', 'SecurityError'));
    expect(await ask()).to.deep.equal(['input']);
    browser.showDirectoryPicker = () => Promise.reject(new DOMException('changed their mind', 'AbortError'));
    expect(await ask()).to.deep.equal([]);
  });
});
