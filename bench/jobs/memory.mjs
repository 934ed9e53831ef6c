import {readdirSync, readFileSync} from 'node:fs';

const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // The process has ended, or there is no such place on this system.
  }
};

/** A process and all that it has started. */
function familyOf(id) {
  const parents = new Map();
  for (const name of readdirSync('/proc')) {
    const [, parent] = /\) \S (\d+)/.exec(/^\d+$/.test(name) ? read(`/proc/${name}/stat`) : '') ?? [];
    if (parent) parents.set(name, parent);
  }
  const family = new Set([String(id)]);
  for (let before = 0; before < family.size;) {
    before = family.size;
    for (const [child, parent] of parents) if (family.has(parent)) family.add(child);
  }
  return [...family];
}

/** Bytes that processes hold, with their share of what they hold together (PSS). */
function heldBy(ids) {
  const kilobytes = ids.map((id) =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${id}/smaps_rollup`))?.[1] ?? 0),
  );
  return kilobytes.reduce((sum, size) => sum + size, 0) * 1024;
}

/** Watches the memory of a browser: `end()` gives the most that all its processes held above what they held before. */
export async function memoryOf(browser) {
  if (process.platform !== 'linux') return {end: () => undefined};
  const family = familyOf(browser);
  const before = heldBy(family);
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, heldBy(family))), 200);
  return {
    end() {
      clearInterval(timer);
      return Math.max(peak, heldBy(family)) - before;
    },
  };
}
