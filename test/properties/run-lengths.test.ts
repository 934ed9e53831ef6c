import {expect} from '@open-wc/testing';
import fc from 'fast-check';
import {contoursOf} from '../../src/raster/contours.js';
import {joinRings} from '../../src/raster/join-rings.js';
import {fillPolygon} from '../../src/raster/polygon-fill.js';
import {packRunLengths, runLengthsOf, spansOfRunLengths, unpackRunLengths} from '../../src/raster/rle.js';
import {spansByNumber} from '../../src/raster/spans-by-number.js';

const map = fc
  .record({
    width: fc.integer({min: 1, max: 40}),
    height: fc.integer({min: 1, max: 40}),
    most: fc.integer({min: 1, max: 3}),
  })
  .chain(({width, height, most}) =>
    fc
      .uint8Array({minLength: width * height, maxLength: width * height, max: most})
      .map((data) => ({width, height, data: Uint8Array.from(data)})),
  );

describe('run lengths and rings', () => {
  it('are as a slow count says, and give the same pixels again', () => {
    fc.assert(
      fc.property(map, ({width, height, data}) => {
        for (const [number, spans] of spansByNumber({width, height, data})) {
          const counts: number[] = [];
          let isInside = false;
          let count = 0;
          for (let x = 0; x < width; x++) {
            for (let y = 0; y < height; y++, count++) {
              if ((data[y * width + x] === number) === isInside) continue;
              counts.push(count);
              isInside = !isInside;
              count = 0;
            }
          }
          counts.push(count);
          const found = runLengthsOf(spans, {width, height});
          expect(found).to.deep.equal(counts);
          expect(spansOfRunLengths(found, {width, height})).to.deep.equal(spans);
          expect(unpackRunLengths(packRunLengths(found))).to.deep.equal(found);
        }
      }),
    );
  });

  it('find every pixel of every number, and only those', () => {
    fc.assert(
      fc.property(map, ({width, height, data}) => {
        const read = new Uint8Array(data.length);
        for (const [number, spans] of spansByNumber({width, height, data})) {
          for (let at = 0; at < spans.length; at += 3)
            read.fill(number, spans[at]! * width + spans[at + 1]!, spans[at]! * width + spans[at + 2]!);
        }
        expect(read).to.deep.equal(data);
      }),
    );
  });

  it('joined to one line, fill the same pixels', () => {
    fc.assert(
      fc.property(map, ({width, height, data}) => {
        for (const [number, spans] of spansByNumber({width, height, data})) {
          const {outer, holes} = contoursOf(spans);
          const ring = joinRings([...outer, ...holes]);
          const corners = Array.from({length: ring.length / 2}, (_, at) => ({
            x: ring[at * 2]!,
            y: ring[at * 2 + 1]!,
          }));
          const read = new Uint8Array(data.length);
          fillPolygon([corners], (y, start, end) => {
            for (let x = start; x < end; x++) read[y * width + x]! += 1;
          });
          expect(read).to.deep.equal(data.map((other) => (other === number ? 1 : 0)));
        }
      }),
    );
  });
});
