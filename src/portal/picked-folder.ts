import type {FolderFile} from '../media/folder.js';

/** What browsers with access to the file system have; the others have `webkitdirectory`. */
interface FolderWindow {
  showDirectoryPicker?(options: FolderOptions): Promise<FileSystemDirectoryHandle>;
}

interface FolderOptions {
  readonly id: string;
  readonly mode: 'read' | 'readwrite';
}

/** Files that are opened together: one at a time a large folder takes minutes, all at once too much memory. */
const together = 64;

/** True where a folder can be asked for without the browser's word that everything in it is "uploaded". */
export const canPickFolder = (): boolean => 'showDirectoryPicker' in globalThis;

/**
 * Asks for a folder and gives its files, all the way down; nothing when the person changed their mind. Rejects where
 * the browser forbids it, as in a frame of another page.
 */
export async function pickFolder(): Promise<readonly FolderFile[] | undefined> {
  const folder = await picked({id: 'gt-data', mode: 'read'});
  return folder && (await filesIn(folder));
}

async function picked(options: FolderOptions): Promise<FileSystemDirectoryHandle | undefined> {
  try {
    return await (globalThis as FolderWindow).showDirectoryPicker?.(options);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}

/** Asks for a folder to write to; nothing when the person changed their mind. */
export async function pickFolderToFill(): Promise<FileSystemDirectoryHandle | undefined> {
  return picked({id: 'gt-results', mode: 'readwrite'});
}

/** The files of a folder, with paths that begin with its name, as a file input gives them. */
export async function filesIn(folder: FileSystemDirectoryHandle): Promise<readonly FolderFile[]> {
  const handles: {readonly path: string; readonly handle: FileSystemFileHandle}[] = [];
  const walk = async (directory: FileSystemDirectoryHandle, path: string): Promise<void> => {
    for await (const child of directory.values()) {
      if (child.kind === 'directory') await walk(child as FileSystemDirectoryHandle, `${path}/${child.name}`);
      else handles.push({path: `${path}/${child.name}`, handle: child as FileSystemFileHandle});
    }
  };
  await walk(folder, folder.name);
  const files: FolderFile[] = [];
  for (let from = 0; from < handles.length; from += together) {
    const batch = handles.slice(from, from + together);
    files.push(
      ...(await Promise.all(batch.map(async ({path, handle}) => ({path, file: await handle.getFile()})))),
    );
  }
  return files;
}

/** Asks for a folder in the best way there is; `fallback` opens the file input of browsers without access. */
export async function askForFolder(
  fallback: () => void,
  take: (files: readonly FolderFile[]) => void,
): Promise<void> {
  if (!canPickFolder()) return fallback();
  try {
    const files = await pickFolder();
    if (files) take(files);
  } catch {
    fallback(); // Forbidden here, as in a frame: the input works everywhere.
  }
}
