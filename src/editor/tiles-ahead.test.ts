import {expect} from '@open-wc/testing';
import {emptyMap} from '../raster/label-map.js';
import {MapWriter} from '../raster/map-writer.js';
import {encodeTile, tileSize} from '../raster/tiles.js';
import {TilesAhead} from './tiles-ahead.js';

describe('TilesAhead', () => {
  it('gives the runs of a tile as it is, also where the hand came back to it', () => {
    const map = emptyMap({width: 6 * tileSize, height: 2 * tileSize});
    const writer = new MapWriter(map, 1);
    const ahead = new TilesAhead(map);
    const columns = [0, 1, 2, 3, 4, 5, 4, 3, 0, 5];
    columns.forEach((column, move) => {
      const left = column * tileSize;
      writer.write(move, left, left + 20 + move);
      writer.write(tileSize + move, left, left + 1);
      ahead.wrote(writer.takeRecent());
    });
    expect(writer.tiles).to.have.length(12);
    for (const place of writer.tiles) expect(ahead.runsOf(place)).to.deep.equal(encodeTile(map, place));
  });
});
