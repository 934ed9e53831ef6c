import {errorAt} from '../base/result.js';
import type {Delivery, JobSink, Parcel} from './job-sink.js';

/** Puts files into a folder on disk, which a person has chosen by `showDirectoryPicker({mode: 'readwrite'})`. */
export class FolderSink implements JobSink {
  readonly #folder: FileSystemDirectoryHandle;

  constructor(folder: FileSystemDirectoryHandle) {
    this.#folder = folder;
  }

  async put({path, body}: Parcel, signal: AbortSignal): Promise<Delivery> {
    try {
      const names = path.split('/');
      let folder = this.#folder;
      for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, {create: true});
      const file = await folder.getFileHandle(names.at(-1)!, {create: true});
      const writable = await file.createWritable();
      // What is written takes the place of the file when it is closed, whole; before that nothing changes.
      await body.stream().pipeTo(writable, {signal});
      return {kind: 'stored'};
    } catch (error) {
      if (signal.aborted) throw error;
      return deliveryOf(error, this.#folder.name);
    }
  }
}

function deliveryOf(error: unknown, folder: string): Delivery {
  const name = error instanceof DOMException ? error.name : '';
  const told = (code: string, why: string) =>
    errorAt('delivery', `delivery/${code}`, `Nothing can be written to the folder “${folder}”: ${why}`);
  if (name === 'NotAllowedError')
    return {kind: 'refused', problem: told('not-allowed', 'the browser may not. Choose the folder again.')};
  if (name === 'NotFoundError')
    return {kind: 'refused', problem: told('not-found', 'it is not there any more. Choose another one.')};
  if (name === 'QuotaExceededError')
    return {kind: 'later', problem: told('full', 'the disk is full. Make room; it is tried again.')};
  const said = error instanceof Error ? error.message : String(error);
  return {kind: 'later', problem: told('busy', `${said} It is tried again.`)};
}
