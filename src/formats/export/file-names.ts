/** Names that Windows keeps for devices, and one that YOLO's readers take for the list of classes. */
const taken = /^(?:con|prn|aux|nul|com\d|lpt\d|classes)$/i;
const longest = 120;

/** The file name at the end of an address, without query and fragment; S3 keys have neither. */
export function fileNameOf(reference: string): string {
  const path = /^https?:/i.test(reference) ? decoded(reference.replace(/[?#].*$/s, '')) : reference;
  return path.split(/[/\\]/).findLast((part) => part !== '') ?? '';
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Gives every image a file name of its own that every file system takes, and that tells which image it is. */
export class FileNames {
  readonly #given = new Set<string>();

  /** A name without extension: `tree-7` for `s3://b/in/tree-7.jpg`, `tree-7-2` for the next of that name. */
  stemOf(reference: string): string {
    const stem = safe(fileNameOf(reference).replace(/\.[^.]*$/, ''));
    let name = stem;
    // Some file systems take `A` and `a`, or two spellings of `é`, for the same.
    const key = () => name.normalize('NFC').toLowerCase();
    for (let count = 2; this.#given.has(key()); count++) name = `${stem}-${count}`;
    this.#given.add(key());
    return name;
  }
}

function safe(name: string): string {
  const cleaned = Array.from(name.replace(/[<>:"/\\|?*\p{C}\u2028\u2029]/gu, '_'))
    .slice(0, longest)
    .join('')
    .replace(/^[.\s]+|[.\s]+$/g, '');
  if (cleaned === '') return 'image';
  return taken.test(cleaned) ? `${cleaned}_` : cleaned;
}
