import {expect, fixture, html, oneEvent} from '@open-wc/testing';
import {sendKeys} from '@web/test-runner-commands';
import '../../define/gt-classification-task.js';
import {drawnPicture} from '../../../test/helpers/pictures.js';
import type {GtClassificationTask} from '../gt-classification-task/gt-classification-task.js';

describe('label task with pictures', () => {
  let picture: Blob;
  let asked: string[];

  before(async () => {
    picture = await drawnPicture(20, 10);
  });

  const task = async () => {
    asked = [];
    const element = await fixture<GtClassificationTask>(
      html`<gt-classification-task .labels=${['cat', 'dog']}></gt-classification-task>`,
    );
    element.resolveSource = (ref) => {
      asked.push(ref);
      return picture;
    };
    return element;
  };
  const open = async (element: GtClassificationTask, entry: GtClassificationTask['entry']) => {
    const ready = oneEvent(element, 'gt-ready');
    element.entry = entry;
    return (await ready).detail.entry;
  };

  it('has no keys for the picture but its own', async () => {
    const element = await task();
    element.keymap = {fit: 'F'};
    await open(element, {'source-ref': 's3://b/first.png'});
    const viewer = element.shadowRoot!.querySelector('gt-image-viewer')!;
    const press = async (key: string) => {
      viewer.actualSize();
      viewer.zoomIn();
      viewer.focus();
      await sendKeys({press: key});
      return viewer.scale;
    };
    expect(await press('z')).to.equal(1.2);
    expect(await press('f')).to.equal(1);
    element.shortcuts = 'none';
    await element.updateComplete;
    expect(await press('f')).to.equal(1.2);
    expect(await press('-')).to.equal(1.2);
  });

  it('is ready again for a second item with the same picture', async () => {
    const element = await task();
    await open(element, {'source-ref': 's3://b/same.png', id: 1});
    expect(await open(element, {'source-ref': 's3://b/same.png', id: 2})).to.have.property('id', 2);
    expect(asked).to.deep.equal(['s3://b/same.png']);
  });

  it('shows a picture that was fetched ahead without asking for it again', async () => {
    const element = await task();
    await open(element, {'source-ref': 's3://b/first.png'});
    await element.prefetch({'source-ref': 's3://b/second.png'});
    expect(asked).to.deep.equal(['s3://b/first.png', 's3://b/second.png']);
    await open(element, {'source-ref': 's3://b/second.png'});
    expect(asked).to.have.length(2);
  });
});
