import {expect} from '@open-wc/testing';
import {FolderSink} from './folder-sink.js';
import {FolderSource} from './folder-source.js';

const never = new AbortController().signal;

let tops = 0;

/** A real folder, of this test alone, in the part of the disk that the browser keeps for pages. */
async function newFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(`folder-${performance.timeOrigin}-${tops++}`, {create: true});
}

async function textAt(folder: FileSystemDirectoryHandle, path: string): Promise<string> {
  const names = path.split('/');
  let at = folder;
  for (const name of names.slice(0, -1)) at = await at.getDirectoryHandle(name);
  return (await (await at.getFileHandle(names.at(-1)!)).getFile()).text();
}

describe('FolderSink', () => {
  it('makes the folders of a path, and replaces what is there', async () => {
    const folder = await newFolder();
    const sink = new FolderSink(folder);
    const path = 'birds/annotations/worker-response/iteration-1/7/anna.json';
    expect(await sink.put({path, body: new Blob(['a longer first text'])}, never)).to.deep.equal({
      kind: 'stored',
    });
    expect(await sink.put({path, body: new Blob(['short'])}, never)).to.deep.equal({kind: 'stored'});
    expect(await textAt(folder, path)).to.equal('short');
  });

  it('leaves the old file whole when the writing breaks off', async () => {
    const folder = await newFolder();
    const sink = new FolderSink(folder);
    await sink.put({path: 'a.json', body: new Blob(['whole'])}, never);
    const aborted = AbortSignal.abort(new Error('closed'));
    const broken = await sink.put({path: 'a.json', body: new Blob(['half'])}, aborted).catch(String);
    expect(broken).to.contain('closed');
    expect(await textAt(folder, 'a.json')).to.equal('whole');
  });

  it('refuses in words when the folder is gone', async () => {
    const folder = await newFolder();
    await folder.removeEntry('x', {recursive: true}).catch(() => {});
    await (await navigator.storage.getDirectory()).removeEntry(folder.name, {recursive: true});
    const delivery = await new FolderSink(folder).put({path: 'a/b.json', body: new Blob(['x'])}, never);
    expect(delivery.kind).to.equal('refused');
    expect(delivery).to.have.nested.property('problem.code', 'delivery/not-found');
    expect(delivery).to.have.nested.property('problem.message').that.contains(folder.name);
  });
});

describe('FolderSource', () => {
  const file = (path: string, text: string) => ({path, file: new File([text], path.split('/').at(-1)!)});

  it('finds the manifest, and the files that references mean', async () => {
    const source = new FolderSource([file('job/in.manifest', '{}'), file('job/a/owl.jpg', 'owl')]);
    const manifest = await source.manifest();
    expect(manifest.ok && (await manifest.value.text())).to.equal('{}');
    const owl = await source.media('s3://bucket/a/owl.jpg');
    expect(owl.ok && (await owl.value.text())).to.equal('owl');
    const kite = await source.media('s3://bucket/a/kite.jpg');
    expect(!kite.ok && kite.problems[0]?.code).to.equal('delivery/no-file');
  });

  it('takes none of two manifests, unless it is told which', async () => {
    const files = [file('job/in.manifest', 'in'), file('job/out.manifest', 'out')];
    const undecided = await new FolderSource(files).manifest();
    expect(!undecided.ok && undecided.problems[0]?.code).to.equal('delivery/no-manifest');
    const told = await new FolderSource(files, 'job/out.manifest').manifest();
    expect(told.ok && (await told.value.text())).to.equal('out');
  });
});
