import type {Size} from './point.js';
import type {Frame, View} from './view.js';

/** What somebody sees: which picture, on a stage of which size in CSS pixels, and which part of it. */
export interface Sight {
  readonly view: View;
  readonly frame: Frame;
  readonly stage: Size;
}
