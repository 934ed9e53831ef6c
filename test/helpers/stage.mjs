/** Where a pixel of the picture is on the page, in CSS pixels. */
export const placeOf = (page, x, y) =>
  page.locator('gt-image-viewer').evaluate(
    (viewer, point) => {
      const stage = viewer.shadowRoot.querySelector('.stage').getBoundingClientRect();
      const at = viewer.imageToScreen(point);
      return [stage.left + at.x, stage.top + at.y];
    },
    {x, y},
  );

/** Submits by the keyboard as soon as that is no accident any more. */
export async function submitByKeys(page, task) {
  await acceptsSubmit(page, task);
  await page.keyboard.press('Control+Enter');
}

/** Waits until a press of Submit is no accident any more. */
export async function acceptsSubmit(page, task) {
  const element = await task.elementHandle();
  await page.waitForFunction((one) => one.acceptsSubmit, element);
}
