import {expect} from '@open-wc/testing';
import {render} from 'lit';
import {sizeField} from './size-field.js';

describe('a field for a size', () => {
  it('keeps what is being typed when the bar is drawn anew, and takes it in the end', () => {
    const host = document.createElement('div');
    let size = 7;
    const draw = () =>
      render(
        sizeField({
          name: 'Size',
          value: size,
          from: 1,
          to: 512,
          said: String,
          set: (value) => (size = value),
        }),
        host,
      );
    draw();
    const field = host.querySelector<HTMLInputElement>('[type=number]')!;
    field.value = '12';
    draw();
    expect(field.value).to.equal('12');
    field.dispatchEvent(new Event('change'));
    draw();
    expect(size).to.equal(12);
    expect(field.value).to.equal('12');
    field.value = '9999';
    field.dispatchEvent(new Event('change'));
    draw();
    expect(field.value).to.equal('512');
  });
});
