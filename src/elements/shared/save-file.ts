/** The address of the file stays valid this long: the download has begun by then in every browser. */
const keepMs = 60_000;

/** Hands a file to the person as a download. The name is made harmless: no path, no odd characters. */
export function saveFile(blob: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^\.+/, '') || 'download';
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), keepMs);
}
