const protocols = ['https:', 'http:', 'mailto:'];

/** Where a link in instructions may lead; nothing for every other kind of address. */
export function safeLink(href: string): string | undefined {
  const text = href.trim();
  try {
    const url = new URL(text);
    return protocols.includes(url.protocol) && !url.username && !url.password ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** What a person types as an address, `https://` left out perhaps. */
export function typedLink(typed: string): string | undefined {
  const text = typed.trim();
  if (text === '') return undefined;
  if (/^[^\s@/]+@[^\s@/]+$/.test(text)) return safeLink(`mailto:${text}`);
  return /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]*\.[^/]*:\d/.test(text)
    ? safeLink(text)
    : safeLink(`https://${text}`);
}
