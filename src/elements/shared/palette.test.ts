import {expect} from '@open-wc/testing';
import {distance, visions} from '../../../test/helpers/color-vision.js';
import {hues, lookOf, patterns} from './palette.js';

/** Below about 2 nobody sees a difference; the reference palette of Okabe and Ito keeps 10.9. */
const smallest = 10.5;

describe('palette', () => {
  it('measures colour distance as published', () => {
    const {typical, protanopia} = visions;
    if (!typical || !protanopia) throw new Error('vision missing');
    expect(distance('#000000', '#ffffff', typical)).to.be.closeTo(100, 0.1);
    expect(distance('#ff7f0e', '#2ca02c', protanopia)).to.be.below(2, 'the orange and green many tools use');
  });

  for (const [name, vision] of Object.entries(visions)) {
    it(`keeps every two of its hues apart with ${name}`, () => {
      for (const [index, hue] of hues.entries()) {
        for (const other of hues.slice(index + 1)) {
          expect(distance(hue, other, vision), `${hue} and ${other}`).to.be.above(smallest);
        }
      }
    });
  }

  it('repeats hues with another pattern, so that 48 labels look different', () => {
    const looks = Array.from({length: hues.length * patterns.length}, (_, index) =>
      JSON.stringify(lookOf({label: `${index}`}, index)),
    );
    expect(new Set(looks).size).to.equal(looks.length);
  });

  it('uses the colour of the label as it is, and the palette when that is no colour', () => {
    expect(lookOf({label: 'a', color: '#FF0000'}, 3)).to.deep.equal({color: '#FF0000', pattern: 'solid'});
    expect(lookOf({label: 'a', color: 'red;background:url(//x)'}, 3).color).to.equal(hues[3]);
  });
});
