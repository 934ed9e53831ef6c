import type {FolderFile} from '../media/folder.js';

/** The files of an `<input type="file">`, with or without `webkitdirectory`. */
export function chosenFiles(files: FileList | readonly File[]): readonly FolderFile[] {
  return Array.from(files, (file) => ({path: file.webkitRelativePath || file.name, file}));
}

/** The files of a drop, folders opened all the way down. */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly FolderFile[]> {
  // The entries must be taken before the first await: the browser empties the transfer when the event is over.
  const entries = Array.from(transfer.items, (item) => item.webkitGetAsEntry());
  if (entries.every((entry) => entry === null)) return chosenFiles(transfer.files);
  const nested = await Promise.all(entries.filter((entry) => entry !== null).map(filesBelow));
  return nested.flat();
}

async function filesBelow(entry: FileSystemEntry): Promise<readonly FolderFile[]> {
  if (entry.isFile) {
    const file = await new Promise<File>((done, failed) => (entry as FileSystemFileEntry).file(done, failed));
    return [{path: entry.fullPath.replace(/^\//, ''), file}];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const children: FileSystemEntry[] = [];
  // A reader gives at most 100 entries at a time and an empty list at the end.
  for (let batch; (batch = await readBatch(reader)).length > 0;) children.push(...batch);
  const nested = await Promise.all(children.map(filesBelow));
  return nested.flat();
}

function readBatch(reader: FileSystemDirectoryReader): Promise<readonly FileSystemEntry[]> {
  return new Promise((done, failed) => reader.readEntries(done, failed));
}
