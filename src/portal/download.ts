/** Hands a file to the person: the browser's own download, under a name without path or odd characters. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = safeFileName(name);
  link.click();
  // The download has begun by then in every browser; the address is only needed to begin it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file name made of data: letters, digits, dot, hyphen and underscore, no leading dot, at most 100 characters. */
export function safeFileName(name: string): string {
  return (
    name
      .replace(/[^A-Za-z0-9._-]+/g, '_')
      .replace(/^\.+/, '')
      .slice(-100) || 'download'
  );
}
