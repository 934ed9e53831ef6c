import {errorAt, type Problem} from '../base/result.js';

/**
 * One way to press a command, as a person would write it: `A`, `Shift+1`, `Ctrl+Shift+Z`, `/`, `Enter`.
 * `Ctrl` (also written `Cmd`, `Meta`, `⌘` or `Mod`) stands for Ctrl on most systems and for ⌘ on a Mac.
 */
export type Chord = string;

/** A command and the chords that run it. Plain data: it can be shown, stored and changed. */
export interface Binding {
  readonly command: string;
  readonly keys: readonly Chord[];
  /** True if holding the key runs the command again and again, as for zooming (KEY-7). */
  readonly repeats?: boolean;
}

/** Bindings in order of precedence. */
export type Keymap = readonly Binding[];

/** What a page may change: command → its new chord or chords; `null` leaves the command without a key. */
export type KeymapChanges = Readonly<Record<string, Chord | readonly Chord[] | null>>;

/** Which shortcuts run (WCAG 2.1.4): `modifier` keeps only those that speech input cannot hit by accident. */
export type ShortcutScope = 'all' | 'modifier' | 'none';

/** The part of a `KeyboardEvent` that decides which command it is. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
}

interface ParsedChord {
  readonly control: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly key: string;
}

const modifierNames = new Map<string, 'control' | 'alt' | 'shift'>([
  ...['ctrl', 'control', 'cmd', 'command', 'meta', 'mod', '⌘'].map((name) => [name, 'control'] as const),
  ...['alt', 'option', '⌥'].map((name) => [name, 'alt'] as const),
  ...['shift', '⇧'].map((name) => [name, 'shift'] as const),
]);

/** Keys whose place matters, not what the layout prints on them (KEY-3): `5` is `(` on a French keyboard. */
const keysByCode = new Map<string, string>([
  ...Array.from({length: 10}, (_, digit) => [`Digit${digit}`, `${digit}`] as const),
  ...Array.from({length: 10}, (_, digit) => [`Numpad${digit}`, `${digit}`] as const),
  ['BracketLeft', '['],
  ['BracketRight', ']'],
]);

/** With Ctrl or ⌘ these belong to the browser (KEY-5). */
const browserKeys = new Set(['t', 'n', 'w', 'r', 'l', 'f', 'p', '+', '-', '=', '0']);
const functionKey = /^f\d{1,2}$/;

/** Single keys that stay when only chords with a modifier are wanted. */
const safeSingleKeys = new Set([
  'escape',
  'enter',
  'tab',
  'delete',
  'arrowup',
  'arrowdown',
  'arrowleft',
  'arrowright',
]);

const isLetter = (key: string): boolean => /^[a-z]$/.test(key);
const isDigit = (key: string): boolean => /^\d$/.test(key);
/** Punctuation: which modifiers it takes to type it depends on the layout, so Shift is not looked at. */
const isPunctuation = (key: string): boolean => key.length === 1 && !isLetter(key) && !isDigit(key);

function parseChord(text: Chord): ParsedChord | undefined {
  const found = {control: false, alt: false, shift: false};
  let rest = text.trim();
  for (let plus = rest.indexOf('+', 1); plus > 0 && plus < rest.length - 1; plus = rest.indexOf('+', 1)) {
    const modifier = modifierNames.get(rest.slice(0, plus).trim().toLowerCase());
    if (!modifier) return undefined;
    found[modifier] = true;
    rest = rest.slice(plus + 1).trim();
  }
  const key = rest.toLowerCase() === 'space' ? ' ' : rest.toLowerCase();
  if (key === '' || (key.length > 1 && !/^[a-z][a-z0-9]*$/.test(key) && [...key].length > 1))
    return undefined;
  return {...found, key};
}

/** The chord a press amounts to. */
function chordOf(press: KeyPress): ParsedChord {
  const key = keysByCode.get(press.code) ?? letterOf(press) ?? press.key.toLowerCase();
  const control = press.ctrlKey || press.metaKey;
  // AltGr reports itself as Ctrl+Alt; then the character is all that was meant.
  if (isPunctuation(key) && press.ctrlKey && press.altKey)
    return {control: false, alt: false, shift: false, key};
  return {control, alt: press.altKey, shift: press.shiftKey, key};
}

/** The Latin letter of a press. A layout that yields another script falls back to the key's place. */
function letterOf({key, code}: KeyPress): string | undefined {
  const lower = key.toLowerCase();
  if (isLetter(lower)) return lower;
  const placed = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  return placed && /^\p{L}$/u.test(key) && !/^\p{Script=Latin}$/u.test(key) ? placed : undefined;
}

function sameChord(a: ParsedChord, b: ParsedChord): boolean {
  const shiftMatters = !isPunctuation(a.key);
  return (
    a.key === b.key && a.control === b.control && a.alt === b.alt && (!shiftMatters || a.shift === b.shift)
  );
}

function belongsToBrowser({control, key}: ParsedChord): boolean {
  return functionKey.test(key) || (control && browserKeys.has(key));
}

function isInScope(chord: ParsedChord, scope: ShortcutScope): boolean {
  if (scope === 'none') return false;
  return scope === 'all' || chord.control || chord.alt || safeSingleKeys.has(chord.key);
}

/**
 * The commands a press stands for, best first. Usually none or one; a second one gets its turn when the first has
 * nothing to do, as for `/` on layouts where it is Shift+7.
 */
export function commandsFor(
  keymap: Keymap,
  press: KeyPress,
  scope: ShortcutScope = 'all',
): readonly string[] {
  const chords = [chordOf(press)];
  const printed = press.key.toLowerCase();
  if (printed.length === 1 && isPunctuation(printed) && printed !== chords[0]?.key) {
    chords.push({control: false, alt: false, shift: false, key: printed});
  }
  return chords.flatMap((chord) => {
    if (belongsToBrowser(chord) || !isInScope(chord, scope)) return [];
    return keymap
      .filter(({keys, repeats}) => (repeats || !press.repeat) && keys.some((key) => matches(key, chord)))
      .map(({command}) => command);
  });
}

function matches(text: Chord, chord: ParsedChord): boolean {
  const parsed = parseChord(text);
  return parsed !== undefined && sameChord(parsed, chord);
}

/** A keymap after a page's or a worker's changes. Changes that cannot be made are left out and told. */
export function rebind(
  keymap: Keymap,
  changes: KeymapChanges,
): {readonly keymap: Keymap; readonly problems: readonly Problem[]} {
  const problems: Problem[] = [];
  let result = keymap;
  for (const [command, wanted] of Object.entries(changes)) {
    const keys = wanted === null ? [] : typeof wanted === 'string' ? [wanted] : [...wanted];
    const problem = refusal(result, command, keys);
    if (problem) problems.push(problem);
    else result = result.map((binding) => (binding.command === command ? {...binding, keys} : binding));
  }
  return {keymap: result, problems};
}

function refusal(keymap: Keymap, command: string, keys: readonly Chord[]): Problem | undefined {
  const at = `keymap.${command}`;
  if (!keymap.some((binding) => binding.command === command)) {
    const known = keymap.map((binding) => binding.command).join(', ');
    return errorAt(
      at,
      'keymap/unknown-command',
      `There is no command “${command}” here. The commands are: ${known}.`,
    );
  }
  for (const key of keys) {
    const chord = typeof key === 'string' ? parseChord(key) : undefined;
    if (!chord) {
      return errorAt(
        at,
        'keymap/unreadable',
        `“${String(key)}” for “${command}” is not a key. Write it like A, Shift+1 or Ctrl+Enter.`,
      );
    }
    if (belongsToBrowser(chord)) {
      return errorAt(
        at,
        'keymap/reserved',
        `${key} belongs to the browser and cannot run “${command}”. Choose another key.`,
      );
    }
    const holder = keymap.find(
      (binding) => binding.command !== command && binding.keys.some((other) => matches(other, chord)),
    );
    if (holder) {
      return errorAt(
        at,
        'keymap/conflict',
        `${key} runs “${holder.command}” already, so it cannot also run “${command}”. Choose another key or free it first.`,
      );
    }
  }
  return undefined;
}
