/** Where one member of the top-level object stands in the text. Offsets are UTF-16 code units. */
export interface MemberSpan {
  readonly key: string;
  /** The opening quote of the key. */
  readonly start: number;
  readonly valueStart: number;
  /** One past the last character of the value. */
  readonly valueEnd: number;
}

/** Where one item of the top-level array stands in the text; `end` is one past its last character. */
export interface ItemSpan {
  readonly start: number;
  readonly end: number;
}

/** What a scan of a JSON text found. */
export interface JsonScan {
  /** The kind of the top-level value, by its first character. */
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'word';
  /** Of the top-level object, in the order of the text, duplicates included. Empty for other kinds. */
  readonly members: readonly MemberSpan[];
  /** Of the top-level array. Empty for other kinds. */
  readonly items: readonly ItemSpan[];
  /** Keys that stand twice in one object, nested objects included, each once. */
  readonly duplicateKeys: readonly string[];
}

/** Where a text stops being JSON, and why: the end of the sentence “Line 3, column 9: …”. */
export interface JsonFault {
  readonly offset: number;
  readonly reason: string;
  /** The text may be JSON, but it nests deeper than the kit reads. */
  readonly tooDeep: boolean;
}

/** Deeper values break `JSON.stringify` and `structuredClone` later on; real lines need about ten levels. */
export const maxDepth = 100;

/**
 * Reads a JSON text strictly and says where the parts of its top-level object are.
 *
 * `JSON.parse` gives neither: its messages differ between browsers and mostly name no place, and its value has lost
 * the spelling of numbers, repeated keys and the order of keys such as `"10"`.
 */
export function scanJson(text: string): JsonScan | JsonFault {
  const scanner = new Scanner(text);
  try {
    return scanner.document();
  } catch (fault) {
    if (fault instanceof Fault) return {offset: fault.offset, reason: fault.reason, tooDeep: fault.tooDeep};
    throw fault;
  }
}

/** True when a scan ended at a fault. */
export function isFault(scan: JsonScan | JsonFault): scan is JsonFault {
  return 'reason' in scan;
}

/** Leaves the recursion; never leaves this file. */
class Fault {
  readonly offset: number;
  readonly reason: string;
  readonly tooDeep: boolean;

  constructor(offset: number, reason: string, tooDeep = false) {
    this.offset = offset;
    this.reason = reason;
    this.tooDeep = tooDeep;
  }
}

const numberAt = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const wordAt = /[\p{L}\p{N}_$]+/uy;
const hex4 = /^[0-9a-fA-F]{4}$/;

class Scanner {
  readonly #text: string;
  readonly #members: MemberSpan[] = [];
  readonly #items: ItemSpan[] = [];
  readonly #duplicateKeys = new Set<string>();
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonScan {
    this.#blanks();
    const first = this.#text[this.#at];
    this.#value(1);
    this.#blanks();
    if (this.#at < this.#text.length) {
      throw new Fault(this.#at, `more text follows the end of the JSON value: ${this.#found()}`);
    }
    const kind =
      first === '{'
        ? 'object'
        : first === '['
          ? 'array'
          : first === '"'
            ? 'string'
            : first === '-' || (first !== undefined && first >= '0' && first <= '9')
              ? 'number'
              : 'word';
    return {kind, members: this.#members, items: this.#items, duplicateKeys: [...this.#duplicateKeys]};
  }

  #value(depth: number): void {
    if (depth > maxDepth) {
      throw new Fault(this.#at, `values nest more than ${maxDepth} levels deep`, true);
    }
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#array(depth);
      case '"':
        this.#string();
        return;
      case 't':
        return this.#word('true');
      case 'f':
        return this.#word('false');
      case 'n':
        return this.#word('null');
      default:
        return this.#number();
    }
  }

  #object(depth: number): void {
    this.#at++;
    this.#blanks();
    if (this.#text[this.#at] === '}') {
      this.#at++;
      return;
    }
    const keys = new Set<string>();
    for (;;) {
      const start = this.#at;
      if (this.#text[start] !== '"') throw this.#badKey();
      const key = this.#string();
      if (keys.has(key)) this.#duplicateKeys.add(key);
      keys.add(key);
      this.#blanks();
      if (this.#text[this.#at] !== ':') {
        throw new Fault(this.#at, `expected ":" after a key, found ${this.#found()}`);
      }
      this.#at++;
      this.#blanks();
      const valueStart = this.#at;
      this.#value(depth + 1);
      if (depth === 1) this.#members.push({key, start, valueStart, valueEnd: this.#at});
      this.#blanks();
      const next = this.#text[this.#at];
      if (next === '}') {
        this.#at++;
        return;
      }
      if (next !== ',') throw new Fault(this.#at, `expected "," or "}", found ${this.#found()}`);
      this.#at++;
      this.#blanks();
      if (this.#text[this.#at] === '}') throw new Fault(this.#at, 'there is a comma before "}"');
    }
  }

  #array(depth: number): void {
    this.#at++;
    this.#blanks();
    if (this.#text[this.#at] === ']') {
      this.#at++;
      return;
    }
    for (;;) {
      const start = this.#at;
      this.#value(depth + 1);
      if (depth === 1) this.#items.push({start, end: this.#at});
      this.#blanks();
      const next = this.#text[this.#at];
      if (next === ']') {
        this.#at++;
        return;
      }
      if (next !== ',') throw new Fault(this.#at, `expected "," or "]", found ${this.#found()}`);
      this.#at++;
      this.#blanks();
      if (this.#text[this.#at] === ']') throw new Fault(this.#at, 'there is a comma before "]"');
    }
  }

  /** Reads a string and gives its value. */
  #string(): string {
    const start = this.#at;
    let escaped = false;
    for (let at = start + 1; ; at++) {
      const code = this.#text.charCodeAt(at);
      if (code === 0x22) {
        this.#at = at + 1;
        const raw = this.#text.slice(start, at + 1);
        return escaped ? (JSON.parse(raw) as string) : raw.slice(1, -1);
      }
      if (code === 0x5c) {
        escaped = true;
        at = this.#escape(at);
      } else if (!(code >= 0x20)) {
        throw Number.isNaN(code)
          ? new Fault(this.#text.length, 'a string does not end')
          : new Fault(
              at,
              `a string holds ${nameOf(code)} as it is; write it as an escape such as \\t or \\n`,
            );
      }
    }
  }

  /** Checks the escape that begins at `at` and gives the place of its last character. */
  #escape(at: number): number {
    const letter = this.#text[at + 1];
    if (letter === 'u') {
      if (hex4.test(this.#text.slice(at + 2, at + 6))) return at + 5;
      throw new Fault(at, 'expected four hexadecimal digits after "\\u"');
    }
    if (letter !== undefined && '"\\/bfnrt'.includes(letter)) return at + 1;
    if (letter === undefined) throw new Fault(this.#text.length, 'a string does not end');
    throw new Fault(at, `"\\${letter}" is not an escape of JSON`);
  }

  #word(word: string): void {
    wordAt.lastIndex = this.#at;
    if (wordAt.exec(this.#text)?.[0] !== word) {
      throw new Fault(this.#at, `expected a JSON value, found ${this.#found()}`);
    }
    this.#at += word.length;
  }

  #number(): void {
    numberAt.lastIndex = this.#at;
    const found = numberAt.exec(this.#text)?.[0];
    if (found === undefined) throw this.#noValue();
    const end = this.#at + found.length;
    const next = this.#text[end];
    if (next !== undefined && /[0-9.eE+\-\w]/.test(next)) {
      throw new Fault(
        this.#at,
        /^-?0[0-9]/.test(this.#text.slice(this.#at, end + 1))
          ? 'a number begins with 0'
          : `a number is not written as in JSON: ${this.#found()}`,
      );
    }
    this.#at = end;
  }

  #noValue(): Fault {
    const rest = this.#text.slice(this.#at, this.#at + 9);
    if (rest.startsWith("'"))
      return new Fault(this.#at, 'a string is in single quotes; JSON takes double quotes');
    if (rest.startsWith('//') || rest.startsWith('/*')) return new Fault(this.#at, 'JSON has no comments');
    if (/^[-+]?(?:NaN|Infinity)/.test(rest)) {
      return new Fault(
        this.#at,
        `${/NaN|Infinity/.exec(rest)?.[0]} is not a JSON value; use null or leave it out`,
      );
    }
    return new Fault(this.#at, `expected a JSON value, found ${this.#found()}`);
  }

  #badKey(): Fault {
    const rest = this.#text.slice(this.#at, this.#at + 2);
    if (rest.startsWith("'"))
      return new Fault(this.#at, 'a key is in single quotes; JSON takes double quotes');
    if (rest.startsWith('//') || rest.startsWith('/*')) return new Fault(this.#at, 'JSON has no comments');
    return new Fault(this.#at, `expected a key in double quotes, found ${this.#found()}`);
  }

  #blanks(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
      this.#at++;
    }
  }

  /** What stands here, for a sentence. */
  #found(): string {
    const code = this.#text.codePointAt(this.#at);
    if (code === undefined) return 'the end of the line';
    if (code < 0x21 || code > 0x7e) return nameOf(code);
    wordAt.lastIndex = this.#at;
    const word = wordAt.exec(this.#text)?.[0] ?? String.fromCodePoint(code);
    return `“${word.length > 20 ? `${word.slice(0, 20)}…` : word}”`;
  }
}

const names = new Map([
  [0x00, 'a NUL character'],
  [0x09, 'a tab'],
  [0x0a, 'a line break'],
  [0x0d, 'a carriage return'],
  [0x20, 'a blank'],
  [0xa0, 'a no-break space'],
  [0x200b, 'a zero-width space'],
  [0x200c, 'a zero-width non-joiner'],
  [0x200d, 'a zero-width joiner'],
  [0x200e, 'a left-to-right mark'],
  [0x200f, 'a right-to-left mark'],
  [0x2028, 'a line separator'],
  [0x2060, 'a word joiner'],
  [0x3000, 'an ideographic space'],
  [0xfeff, 'a byte-order mark'],
]);

/** A character a person cannot see, by name and number: `a no-break space (U+00A0)`. */
export function nameOf(code: number): string {
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names.get(code);
  if (name) return `${name} (${number})`;
  const hidden =
    code < 0x20 || (code >= 0x7f && code <= 0xa0) || /[\p{C}\p{Z}]/u.test(String.fromCodePoint(code));
  return hidden ? `the character ${number}` : `“${String.fromCodePoint(code)}” (${number})`;
}
