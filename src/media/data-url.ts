/**
 * The bytes of a data URL, or nothing if it is broken. Decoded by hand, because a strict content security policy lets
 * a page show data URLs but not fetch them.
 */
export function dataUrlBlob(url: string): Blob | undefined {
  const match = /^data:([^,]*?)(;base64)?,(.*)$/is.exec(url);
  if (!match) return undefined;
  const [, type = '', isBase64, text = ''] = match;
  try {
    const plain = decodeURIComponent(text);
    const binary = isBase64 ? atob(plain) : plain;
    return new Blob([Uint8Array.from(binary, (character) => character.charCodeAt(0))], {type});
  } catch {
    return undefined;
  }
}
