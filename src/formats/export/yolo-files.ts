import type {Size} from '../../geometry/point.js';
import {extensionOf} from '../entry.js';

/** Which image a label file belongs to, and how large it is. */
export function imageFacts(reference: string, {width, height}: Size, stem: string): string {
  const extension = extensionOf(reference) || 'jpg';
  return JSON.stringify({file: `images/${stem}.${extension}`, reference, width, height});
}

/** Six decimals as usual; more only for images so large that a pixel would get lost. */
export function fraction(part: number, whole: number): string {
  return (part / whole).toFixed(Math.max(6, Math.ceil(Math.log10(whole)) + 2));
}

/** A JSON string, which is a YAML string too, once what YAML takes for an end of a line is written by its number. */
function quoted(label: string): string {
  const escaped = (end: string): string => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return JSON.stringify(label).replace(/[\u0085\u2028\u2029]/g, escaped);
}

/** What tools of this format read first: where things are, and what the classes are called. */
export function dataYaml(labels: readonly string[]): string {
  const names = labels.map((label, number) => `  ${number}: ${quoted(label)}\n`).join('');
  return `path: .\ntrain: images\nval: images\nnames:${names === '' ? ' {}' : ''}\n${names}`;
}
