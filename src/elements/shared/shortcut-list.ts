import type {Chord, Keymap, ShortcutScope} from '../../editor/keymap.js';
import type {Strings} from '../../strings/strings.js';

/** One line of the shortcuts page: what it does and the keys that do it, each as the caps to press together. */
export interface ShortcutRow {
  readonly name: string;
  readonly keys: readonly (readonly string[])[];
}

export interface ShortcutGroup {
  readonly title: string;
  readonly rows: readonly ShortcutRow[];
}

const isMac = (): boolean => typeof navigator !== 'undefined' && /mac|iphone|ipad/i.test(navigator.userAgent);

type KeyNames = Strings['shortcuts']['keys'];

const symbols = new Map([
  ['enter', '⏎'],
  ['backspace', '⌫'],
  ['arrowup', '↑'],
  ['arrowdown', '↓'],
  ['arrowleft', '←'],
  ['arrowright', '→'],
]);

const named = new Map<string, keyof KeyNames>([
  ['escape', 'escape'],
  ['delete', 'delete'],
  ['space', 'space'],
  ['pageup', 'pageUp'],
  ['pagedown', 'pageDown'],
]);

/** The key caps of a chord as printed on this person's keyboard: `Ctrl+Z` is Strg Z in German, ⌘ Z on a Mac. */
export function capsOf(chord: Chord, names: KeyNames, mac = isMac()): readonly string[] {
  const parts = chord === '+' ? ['+'] : chord.split(/(?<=.)\+(?=.)/);
  return parts.map((part) => {
    const lower = part.trim().toLowerCase();
    if (['ctrl', 'cmd', 'meta', 'mod', '⌘'].includes(lower)) return mac ? '⌘' : names.control;
    if (lower === 'alt') return mac ? '⌥' : names.alt;
    if (lower === 'shift') return '⇧';
    const name = named.get(lower);
    if (name) return names[name];
    return symbols.get(lower) ?? (lower.length === 1 ? lower.toUpperCase() : part);
  });
}

/** The caps of the key that submits, for the button; the shortest where there are several. */
export function submitCaps(keymap: Keymap, names: KeyNames): readonly string[] {
  const keys = keymap.find(({command}) => command === 'submit')?.keys ?? [];
  const [key] = keys.toSorted((a, b) => a.length - b.length);
  return key === undefined ? [] : capsOf(key, names);
}

const viewCommands = new Set([
  'zoom-in',
  'zoom-out',
  'fit',
  'actual-size',
  'previous-view',
  'adjustments',
  'guides',
  'loupe',
  'hide-all',
  'hide-label',
  'show-tags',
]);
const numbered = /^label-(\d+)$/;

/** The shortcuts page for a keymap: number keys as ranges, then everything else that has a key and a name. */
export function shortcutGroups(
  keymap: Keymap,
  words: Strings['shortcuts'],
  {
    scope = 'all',
    labelRows = [],
    workRows = [],
  }: {
    scope?: ShortcutScope;
    labelRows?: readonly ShortcutRow[];
    workRows?: readonly ShortcutRow[];
  } = {},
): readonly ShortcutGroup[] {
  if (scope === 'none') return [];
  const rowsOf = (wanted: (command: string) => boolean): readonly ShortcutRow[] =>
    keymap
      .filter(({command, keys}) => keys.length > 0 && wanted(command))
      .flatMap(({command, keys}) => {
        const name = words.commands[command];
        return name === undefined ? [] : [{name, keys: keys.map((key) => capsOf(key, words.keys))}];
      });
  const groups: readonly ShortcutGroup[] = [
    {title: words.labels, rows: [...labelRows, ...rowsOf((command) => command.startsWith('label-'))]},
    {
      title: words.work,
      rows: [
        ...workRows,
        ...rowsOf((command) => !command.startsWith('label-') && !viewCommands.has(command)),
      ],
    },
    {title: words.view, rows: rowsOf((command) => viewCommands.has(command))},
  ];
  return groups.filter(({rows}) => rows.length > 0);
}

/** True for the commands `label-1` to `label-30`, which the page sums up as ranges. */
export function labelNumber(command: string): number | undefined {
  const found = numbered.exec(command)?.[1];
  return found === undefined ? undefined : Number(found);
}
