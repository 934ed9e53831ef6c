import {html, nothing, type TemplateResult} from 'lit';

/**
 * Characters that show nothing or change how others are shown: controls other than tab and line break, embeddings and
 * overrides of direction, zero-width spaces, soft hyphens, line and paragraph separators, lone surrogates. Left alone
 * are the marks that scripts and emoji need: joiners, direction marks and isolates.
 */
const hidden =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\u061c\u200b\u2028-\u202e\u2060-\u2064\ufeff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** What stands for a hidden character: `U+202E`. */
function nameOf(character: string): string {
  return `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Text as it is, with a small mark where a character would be invisible or would reorder its neighbours. The marks
 * look apart and are not part of a selection that is copied.
 */
export function visibleText(text: string): TemplateResult | string {
  const found = [...text.matchAll(hidden)];
  if (found.length === 0) return text;
  let at = 0;
  const parts = found.map((match) => {
    const before = text.slice(at, match.index);
    at = match.index + 1;
    return html`${before || nothing}<span class="hidden-character" part="hidden-character"
        >${nameOf(match[0])}</span
      >`;
  });
  return html`${parts}${text.slice(at)}`;
}

/** The same as plain text, for names, messages and tooltips. */
export function visibleString(text: string): string {
  return text.replace(hidden, (character) => `[${nameOf(character)}]`);
}
