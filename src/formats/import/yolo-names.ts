import {parseLenientJson} from '../lenient-json.js';

/** The class names of a `data.yaml`, by number: a list or a map under `names:`, in one line or over several. */
export function namesInYaml(text: string): ReadonlyMap<number, string> {
  const lines = text.split(/\r?\n/);
  const start = lines.findIndex((line) => /^names\s*:/.test(line));
  if (start === -1) return new Map();
  const first = (lines[start] as string).replace(/^names\s*:/, '').trim();
  if (/^[[{]/.test(first)) return namesIn([first, ...lines.slice(start + 1)].join('\n'));
  const names = new Map<number, string>();
  for (const line of lines.slice(start + 1)) {
    const item = /^\s*(?:-|['"]?(\d{1,9})['"]?\s*:)\s+(.*)$/s.exec(line);
    if (item) names.set(item[1] === undefined ? names.size : Number(item[1]), scalar(item[2] as string));
    else if (line.trim() !== '' && !line.trim().startsWith('#')) break;
  }
  return names;
}

/** The class names of `classes.txt` or `obj.names`: one a line. */
export function namesInLines(text: string): ReadonlyMap<number, string> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  while (lines.at(-1) === '') lines.pop();
  return new Map(lines.map((name, number) => [number, name || String(number)]));
}

/** A list or map in brackets, up to its end; what follows in the file is something else. */
function namesIn(text: string): ReadonlyMap<number, string> {
  const isMap = text.startsWith('{');
  const names = new Map<number, string>();
  for (const item of itemsIn(text.slice(1))) {
    const keyed = /^['"]?(\d{1,9})['"]?\s*:\s*(.*)$/s.exec(item);
    if (!isMap) names.set(names.size, scalar(item));
    else if (keyed) names.set(Number(keyed[1]), scalar(keyed[2] as string));
  }
  return names;
}

/** The parts between commas, as far as the closing bracket. Quoted parts may hold both. */
function itemsIn(text: string): readonly string[] {
  const items: string[] = [];
  let item = '';
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^]/g)) {
    const isEnd = token === ']' || token === '}';
    if (token !== ',' && !isEnd) {
      item += token;
      continue;
    }
    if (item.trim() !== '') items.push(item.trim());
    if (isEnd) return items;
    item = '';
  }
  return [];
}

/** A YAML value that is a text: in double quotes as in JSON, in single quotes, or plain up to a comment. */
function scalar(text: string): string {
  const double = /^"(?:[^"\\]|\\.)*"/.exec(text)?.[0];
  if (double !== undefined) {
    const read = parseLenientJson(double);
    if (read.ok && typeof read.value === 'string') return read.value;
  }
  const single = /^'((?:[^']|'')*)'/.exec(text)?.[1];
  return single?.replaceAll("''", "'") ?? text.replace(/\s+#.*$/, '').trim();
}
