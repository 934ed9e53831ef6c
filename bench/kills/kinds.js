/** The task types, the name of their label, and what one act of a worker is: real keys and pointer. */
export const kinds = [
  {
    tag: 'gt-classification-task',
    attribute: 'kind',
    isPicture: false,
    async work(page, random) {
      await page.keyboard.press(String(1 + Math.floor(random() * 3)));
      if (random() < 0.3) await page.keyboard.press('Control+z');
      await page.keyboard.press('Enter');
    },
  },
  {
    tag: 'gt-multi-label-task',
    attribute: 'kinds',
    isPicture: false,
    async work(page, random) {
      for (const key of ['1', '2', '3']) if (random() < 0.6) await page.keyboard.press(key);
      if (random() < 0.3) await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+Enter');
    },
  },
  {tag: 'gt-bbox-task', attribute: 'boxes', isPicture: true, work: draw},
  {tag: 'gt-segmentation-task', attribute: 'areas-ref', isPicture: true, work: draw},
  {tag: 'gt-instance-segmentation-task', attribute: 'things-ref', isPicture: true, work: draw},
];

/** Two or three drags over the picture, a step back now and then, and on to the next. */
async function draw(page, random) {
  const place = () => [350 + random() * 350, 200 + random() * 300];
  await page.keyboard.press(String(1 + Math.floor(random() * 3)));
  for (let drags = 1 + Math.floor(random() * 3); drags > 0; drags--) {
    await page.mouse.move(...place());
    await page.mouse.down();
    await page.mouse.move(...place(), {steps: 3});
    await page.mouse.up();
  }
  if (random() < 0.3) await page.keyboard.press('Control+z');
  if (random() < 0.5) await page.keyboard.press('Control+Enter');
}

/** More than can be worked through. */
export const lineCount = 3000;
