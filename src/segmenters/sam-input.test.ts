import {expect} from '@open-wc/testing';
import {decoderPoints, encoderTensor, samInput, sizeForEncoder} from './sam-input.js';

const picture = {width: 2048, height: 1024};

describe('input of the Segment Anything family', () => {
  it('fills the square with the longer side', () => {
    expect(sizeForEncoder(picture, samInput)).to.deep.equal({width: 1024, height: 512});
    expect(sizeForEncoder({width: 10, height: 500}, samInput)).to.deep.equal({width: 20, height: 1024});
    expect(sizeForEncoder({width: 1, height: 9000}, samInput)).to.deep.equal({width: 1, height: 1024});
  });

  it('gives red, green and blue one after the other, normalised, and 0 beside the picture', () => {
    const pixels = {width: 2, height: 1, data: Uint8ClampedArray.of(10, 20, 30, 255, 40, 50, 60, 255)};
    const tensor = encoderTensor(pixels, {side: 2, mean: [10, 20, 30], deviation: [10, 10, 10]});
    expect([...tensor]).to.deep.equal([0, 3, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0]);
  });

  it('says which points belong to the thing, and fills up where there is no box', () => {
    const prompt = {kind: 'points', plus: [{x: 200, y: 100}], minus: [{x: 20, y: 10}]} as const;
    const {coordinates, labels} = decoderPoints(prompt, picture, samInput);
    expect([...coordinates]).to.deep.equal([100, 50, 10, 5, 0, 0]);
    expect([...labels]).to.deep.equal([1, 0, -1]);
  });

  it('gives a box by two corners, and extreme points by the box around them', () => {
    const box = {
      kind: 'box',
      box: {left: 20, top: 40, width: 100, height: 60},
      minus: [{x: 2, y: 4}],
    } as const;
    const extremes = {
      kind: 'extremes',
      points: [
        {x: 70, y: 40},
        {x: 120, y: 80},
        {x: 60, y: 100},
        {x: 20, y: 50},
      ],
    } as const;
    expect(decoderPoints(box, picture, samInput)).to.deep.equal({
      coordinates: Float32Array.of(1, 2, 10, 20, 60, 50),
      labels: Float32Array.of(0, 2, 3),
    });
    expect(decoderPoints(extremes, picture, samInput)).to.deep.equal({
      coordinates: Float32Array.of(10, 20, 60, 50),
      labels: Float32Array.of(2, 3),
    });
  });
});
