import {objectFrom, type JsonValue} from '../base/json.js';
import {errorAt, fail, ok, type Problem, type Result} from '../base/result.js';
import {maxDepth, nameOf} from './json-text.js';

/**
 * Reads JSON as page authors write it in attributes: single quotes, keys without quotes, commas too many, comments.
 * Only for attributes, where Ground Truth's own samples are written so; manifests are read strictly.
 */
export function parseLenientJson(text: string): Result<JsonValue> {
  try {
    return ok(JSON.parse(text) as JsonValue);
  } catch {
    const reader = new Reader(text);
    try {
      return ok(reader.document());
    } catch (fault) {
      if (fault instanceof Fault) return fail(problemAt(fault));
      throw fault;
    }
  }
}

class Fault {
  readonly offset: number;
  readonly reason: string;

  constructor(offset: number, reason: string) {
    this.offset = offset;
    this.reason = reason;
  }
}

function problemAt({offset, reason}: Fault): Problem {
  return {...errorAt('text', 'json/syntax', `At character ${offset + 1}: ${reason}.`), column: offset + 1};
}

const blanksAndComments = /(?:[\s\ufeff]|\/\/[^\n\r]*|\/\*[^]*?\*\/)*/y;
const nameAt = /[\p{L}_$][\p{L}\p{N}_$-]*/uy;
const numberAt =
  /[+-]?(?:0[xX][0-9a-fA-F]+|(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?![\p{L}\p{N}_$])/uy;

const escapes: {readonly [letter: string]: string} = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  0: '\0',
};

const words = new Map<string, JsonValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): JsonValue {
    const value = this.#value(1);
    this.#skip();
    if (this.#at < this.#text.length) throw this.#expected('the end of the text');
    return value;
  }

  #value(depth: number): JsonValue {
    this.#skip();
    if (depth > maxDepth) throw new Fault(this.#at, `values nest more than ${maxDepth} levels deep`);
    const first = this.#text[this.#at];
    if (first === '{') return objectFrom(this.#items('}', () => this.#member(depth)));
    if (first === '[') return this.#items(']', () => this.#value(depth + 1));
    if (first === '"' || first === "'") return this.#string(first);
    const number = this.#take(numberAt);
    if (number !== undefined) return Number(number.replace(/^\+/, ''));
    const start = this.#at;
    const word = words.get(this.#take(nameAt) ?? '');
    if (word !== undefined) return word;
    this.#at = start;
    throw this.#expected('a value');
  }

  #items<T>(close: string, read: () => T): T[] {
    const items: T[] = [];
    this.#at++;
    for (;;) {
      this.#skip();
      if (this.#text[this.#at] === close) break;
      items.push(read());
      this.#skip();
      if (this.#text[this.#at] === close) break;
      if (this.#text[this.#at] !== ',') throw this.#expected(`"," or "${close}"`);
      this.#at++;
    }
    this.#at++;
    return items;
  }

  #member(depth: number): [string, JsonValue] {
    const first = this.#text[this.#at];
    const key = first === '"' || first === "'" ? this.#string(first) : this.#take(nameAt);
    if (key === undefined) throw this.#expected('a key');
    this.#skip();
    if (this.#text[this.#at] !== ':') throw this.#expected('":"');
    this.#at++;
    return [key, this.#value(depth + 1)];
  }

  #string(quote: string): string {
    const start = this.#at++;
    let value = '';
    for (;;) {
      const letter = this.#text[this.#at];
      if (letter === undefined) throw new Fault(start, 'a string does not end');
      this.#at++;
      if (letter === quote) return value;
      value += letter === '\\' ? this.#escape() : letter;
    }
  }

  #escape(): string {
    const letter = this.#text[this.#at++] ?? '';
    const length = letter === 'u' ? 4 : letter === 'x' ? 2 : 0;
    if (length === 0)
      return letter === '\n' || letter === '\r'
        ? ''
        : Object.hasOwn(escapes, letter)
          ? (escapes[letter] as string)
          : letter;
    const digits = this.#text.slice(this.#at, this.#at + length);
    if (digits.length !== length || !/^[0-9a-fA-F]*$/.test(digits)) {
      throw new Fault(this.#at, `expected ${length} hexadecimal digits after "\\${letter}"`);
    }
    this.#at += length;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #skip(): void {
    this.#take(blanksAndComments);
  }

  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found) this.#at += found.length;
    return found;
  }

  #expected(what: string): Fault {
    const code = this.#text.codePointAt(this.#at);
    return new Fault(
      this.#at,
      `expected ${what}, found ${code === undefined ? 'the end of the text' : nameOf(code)}`,
    );
  }
}
