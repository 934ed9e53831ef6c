import {portablePath} from '../formats/worker-response.js';

/** A path that stays inside a zip or a folder, whatever a page's own task element has called its file. */
export function insidePath(path: string): string {
  const parts = portablePath(path).split(/[\\/]/);
  return parts.filter((part) => part !== '' && part !== '.' && part !== '..').join('/');
}
