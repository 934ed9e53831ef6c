import {expect} from '@open-wc/testing';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import {keys} from '../../../test/helpers/press.js';
import '../../define/gt-bbox-task.js';
import {setScreen, underAllCircumstances} from './checklist.harness.js';
import {BboxHarness, painted} from './gt-bbox-task.harness.js';

const control = 2;

underAllCircumstances('checklist: the view while drawing', (spot, line) => {
  /** Where a picture point is seen: by the element that shows the picture, not by what the viewer says. */
  const seen = (x: number, y: number) => {
    const {task} = spot();
    const picture = task.viewer.shadowRoot!.querySelector<HTMLElement>('.picture')!;
    const {left, top, width, height} = picture.getBoundingClientRect();
    const [across, down] = [width / (24 * spot().unit), height / (18 * spot().unit)];
    return {x: left + x * across, y: top + y * down, scale: across};
  };

  line('keeps the point under the pointer there over thirty turns of the wheel', async () => {
    const {task} = spot();
    const [x, y] = spot().at(9, 5);
    await task.click([x, y]);
    const at = task.onPage([x, y]);
    const before = seen(x, y);
    for (let turn = 0; turn < 30; turn++) await task.wheel([x, y], turn % 10 < 5 ? -53 : 49);
    const after = seen(x, y);
    expect(after.scale).to.not.be.closeTo(before.scale, before.scale * 0.01);
    expect(Math.hypot(after.x - at.x, after.y - at.y)).to.be.below(0.5);
    expect(task.boxes).to.deep.equal([]);
    await keys('Escape');
  });

  line(
    'zooms by a fifth at a notch and by a tenth at a pinch of ten, also with a box half drawn',
    async () => {
      const {task} = spot();
      await task.click(spot().at(4, 3));
      const scales = [task.viewer.scale];
      await task.wheel(spot().at(8, 6), -100);
      scales.push(task.viewer.scale);
      await task.wheel(spot().at(8, 6), -10, control);
      scales.push(task.viewer.scale);
      const [before = 0, notch = 0, pinch = 0] = scales;
      expect(notch / before).to.be.within(1.18, 1.22);
      expect(pinch / notch).to.be.within(1.08, 1.12);
      await task.click(spot().at(12, 9));
      expect(task.boxes).to.deep.equal([spot().box(4, 3, 8, 6)]);
    },
  );

  line('pans and zooms in the middle of a drag, and the corners stay where they were put', async () => {
    const {task} = spot();
    await task.mouse('Moved', spot().at(4, 3));
    await task.mouse('Pressed', spot().at(4, 3));
    await task.mouse('Moved', spot().at(8, 6));
    await task.wheel(spot().at(8, 6), -60);
    await task.mouse('Moved', spot().at(10, 8));
    await task.wheel(spot().at(10, 8), 110);
    await task.mouse('Moved', spot().at(12, 9));
    await task.mouse('Released', spot().at(12, 9));
    expect(task.boxes).to.deep.equal([spot().box(4, 3, 8, 6)]);
  });

  line('changes no number when the browser zooms to 150 % between two corners', async () => {
    const {task, circumstance} = spot();
    await task.click(spot().at(4, 3));
    await setScreen(circumstance.devicePixelRatio * 1.5, 1280 / 1.5, 800 / 1.5);
    // The page is laid out anew; the second corner must be in the window.
    task.stage.scrollIntoView({block: 'center', inline: 'center'});
    await painted();
    await task.click(spot().at(9, 9));
    expect(task.boxes).to.deep.equal([spot().box(4, 3, 5, 6)]);
    const before = JSON.stringify(task.element.value);
    await setScreen(circumstance.devicePixelRatio);
    if (circumstance.place === 'scrolled page') task.stage.scrollIntoView();
    await painted();
    expect(JSON.stringify(task.element.value)).to.equal(before);
  });
});

describe('checklist: the view between items', () => {
  it('is fitted again for the next picture', async () => {
    const pictures = {'a.png': await drawnPicture(400, 300), 'b.png': await drawnPicture(1600, 1200)};
    const task = await BboxHarness.of(new Blob(), {
      entry: {'source-ref': 'a.png'},
      resolveSource: ((ref: keyof typeof pictures) => pictures[ref]) as never,
    });
    await task.look(3.3, [10, 10]);
    task.element.entry = {'source-ref': 'b.png'};
    await new Promise((resolve) => task.element.addEventListener('gt-ready', resolve, {once: true}));
    await painted();
    const {view, stage} = task.viewer.sight!;
    expect(view.scale).to.be.below(1);
    expect(view.x).to.be.at.least(0);
    expect(view.x + 1600 * view.scale).to.be.at.most(stage.width);
    expect(view.y + 1200 * view.scale).to.be.at.most(stage.height);
  });
});
