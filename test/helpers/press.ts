import {executeServerCommand, sendKeys, sendMouse} from '@web/test-runner-commands';

/** The middle of an element, in CSS pixels of the window. */
export function middleOf(element: Element): [number, number] {
  const {left, top, width, height} = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** Presses the mouse in the middle of an element. */
export async function click(element: Element): Promise<void> {
  element.scrollIntoView({block: 'nearest'});
  await sendMouse({type: 'click', position: middleOf(element)});
}

/** Taps an element with a finger. */
export async function tap(element: Element): Promise<void> {
  element.scrollIntoView({block: 'nearest'});
  const [x, y] = middleOf(element);
  await executeServerCommand('cdp', [
    ['Input.dispatchTouchEvent', {type: 'touchStart', touchPoints: [{x, y}]}],
    ['Input.dispatchTouchEvent', {type: 'touchEnd', touchPoints: []}],
  ]);
}

/** Presses keys one after the other: `1`, `Enter`, `Control+z`. */
export async function keys(...presses: readonly string[]): Promise<void> {
  for (const press of presses) {
    const parts = press === '+' ? ['+'] : press.split('+');
    const key = parts.pop() ?? '';
    for (const modifier of parts) await sendKeys({down: modifier});
    await sendKeys({press: key});
    for (const modifier of parts.reverse()) await sendKeys({up: modifier});
  }
}
