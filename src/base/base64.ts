/** Bytes turned into text at a time: whole groups of three, and few enough for one call. */
const chunk = 0x6000;

/** The bytes as base64, without line breaks. */
export function base64Of(bytes: Uint8Array): string {
  const native = bytes as Uint8Array & {toBase64?: () => string};
  if (native.toBase64) return native.toBase64();
  let text = '';
  for (let at = 0; at < bytes.length; at += chunk)
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + chunk)));
  return text;
}

/** The bytes behind base64, with or without `data:…,` before it; `undefined` when it is none. */
export function bytesOfBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    const characters = atob(text.replace(/^data:[^,]*,/, ''));
    const bytes = new Uint8Array(characters.length);
    for (let at = 0; at < characters.length; at++) bytes[at] = characters.charCodeAt(at);
    return bytes;
  } catch {
    return undefined;
  }
}
