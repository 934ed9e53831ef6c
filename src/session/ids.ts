const hex = (byte: number) => byte.toString(16).padStart(2, '0');

/** A new identifier that no other tab will make. Pages on plain http have no `randomUUID`; they get random hex. */
export function newId(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID();
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join('');
}
