import {expect, fixture} from '@open-wc/testing';
import {html} from 'lit';
import {segments} from './tool-fields.js';

describe('a row of choices', () => {
  it('is spoken as one control with a name, and says what was chosen', async () => {
    const chosen: string[] = [];
    const row = segments(
      'tip',
      'Shape of the tip',
      [
        {value: 'disc', name: 'Round'},
        {value: 'square', name: 'Square', view: html`■`, hint: 'Has corners.'},
      ],
      'disc',
      (value) => chosen.push(value),
    );
    const host = await fixture(html`<div>${row}</div>`);
    const group = host.querySelector('[role=radiogroup]')!;
    expect(group.getAttribute('aria-label')).to.equal('Shape of the tip');
    const [disc, square] = group.querySelectorAll('input');
    expect(disc?.checked).to.equal(true);
    expect(square?.getAttribute('aria-label')).to.equal('Square');
    expect(square?.getAttribute('aria-description')).to.equal('Has corners.');
    square?.click();
    expect(chosen).to.deep.equal(['square']);
  });
});
