import type {ScreenPoint} from '../../geometry/point.js';
import type {StageInput} from './stage-layer.js';

/** The keys that change what a pointer means. */
export type Modifiers = Pick<StageInput, 'shift' | 'alt' | 'control' | 'space'>;

interface ModifierKeys {
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** The bit of `buttons` for the eraser end of a pen. */
const eraserBit = 32;

export function modifiersOf(event: ModifierKeys, space: boolean): Modifiers {
  return {shift: event.shiftKey, alt: event.altKey, control: event.ctrlKey || event.metaKey, space};
}

/** Each event says itself what made it; a computer with a touch screen has a mouse as well. */
export function pointerOf({pointerType}: PointerEvent): StageInput['pointer'] {
  return pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse';
}

export function inputOf(event: PointerEvent, point: ScreenPoint, space: boolean): StageInput {
  const input = {point, pointer: pointerOf(event), timeMs: event.timeStamp, ...modifiersOf(event, space)};
  const isEraser = event.pointerType === 'pen' && (event.button === 5 || (event.buttons & eraserBit) !== 0);
  return isEraser ? {...input, eraser: true} : input;
}
