const longestShown = 96;

/** Characters that would vanish or reorder a sentence: shown as `�`. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

function shortened(text: string): string {
  if (text.length <= longestShown) return text;
  // The end names the file, the beginning the place; what is between them matters least.
  return `${text.slice(0, 40)}…${text.slice(-(longestShown - 41))}`;
}

/**
 * An address as it may be shown, logged and copied: short, and without secrets.
 *
 * Credentials become `***`, and the whole query goes, because signed links carry their signature there under many
 * names. A data URL keeps its type only.
 */
export function shownAddress(address: string): string {
  const text = address.trim();
  if (/^data:/i.test(text))
    return `${text.slice(0, 40).split(/[,;]/, 1)[0] ?? 'data:'}…`.replace(unprintable, '�');
  const withoutQuery = text.replace(/\?[^#]*/, '?…').replace(/#.*/, '');
  const masked = withoutQuery.replace(/^([a-z][a-z0-9+.-]*:[/\\]{0,2}|[/\\]{2})[^/\\?#]*@/i, '$1***@');
  return shortened(masked.replace(unprintable, '�'));
}
