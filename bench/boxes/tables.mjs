import {round} from '../numbers.mjs';
import {limitMs} from './cell.mjs';
import {libraries} from './libraries.mjs';

const short = (value) =>
  value === undefined ? '' : String(value >= 100 ? Math.round(value) : round(value, value < 10 ? 2 : 1));

/** A table: one row per number of boxes, one column per library. */
function table(title, cell, counts, text) {
  const value = (count, name) => {
    const found = cell(count, name);
    return text(found) ?? (found.isLate ? `> ${limitMs / 1000} s` : '-');
  };
  return {
    title,
    rows: [
      ['boxes', ...libraries.map((library) => library.title)],
      ...counts.map((count) => [count, ...libraries.map(({name}) => value(count, name))]),
    ],
  };
}

/** Main thread and all processes. */
const cpu = (found) => found && `${short(found.main)} / ${short(found.all)}`;

export function tables(cell, counts) {
  return [
    table('Pan, main / all', cell, counts, ({pan}) => cpu(pan)),
    table('Zoom, main / all', cell, counts, ({zoom}) => cpu(zoom)),
    table('Drag one box, main / all', cell, counts, ({drag}) => cpu(drag)),
    table('Pointer move and its frame, main / all', cell, counts, ({hover}) => cpu(hover)),
    table('Pointer move, script only, µs', cell, counts, ({moves}) => moves && short(moves.us)),
    table('Load until painted, main CPU ms', cell, counts, ({load}) => load && short(load.main)),
    table('Load until painted, wall ms', cell, counts, ({load}) => load && short(load.ms)),
    table(
      'Start of a drag until painted, wall ms',
      cell,
      counts,
      ({dragStart}) => dragStart && short(dragStart.ms),
    ),
    table('End of a drag until painted, wall ms', cell, counts, ({dragEnd}) => dragEnd && short(dragEnd.ms)),
    table('Sharp again after a zoom, wall ms', cell, counts, ({settle}) => settle && short(settle.ms)),
    table('Script heap the boxes take, MB', cell, counts, ({heap}) => heap && short(heap.script / 1e6)),
    table('Memory of page elements they take, MB', cell, counts, ({heap}) => heap && short(heap.nodes / 1e6)),
  ];
}
