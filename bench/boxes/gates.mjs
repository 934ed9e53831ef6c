import {gate, round} from '../numbers.mjs';

/** The targets. Times are CPU ms of the main thread, which repeat far better than what a clock shows. */
export function gates(cell, counts) {
  const most = counts.at(-1);
  const ours = (count) => cell(count, 'ours');
  /** Ours at most 1/`part` of theirs. A cell that was too slow to finish is beaten. */
  const beats = (what, act, number, count, peer, part) => {
    const [mine, theirs] = [ours(count)[act]?.[number], cell(count, peer)[act]?.[number]];
    const ratio = theirs / mine;
    const found = theirs === undefined ? 'too slow to measure' : `1/${round(ratio, 1)}`;
    const holds = mine !== undefined && (theirs === undefined || ratio >= part);
    return gate(`${what} of ${count} boxes at most 1/${part} of ${peer}`, found, holds);
  };
  const growth = (act) => {
    const factor = ours(most)[act].main / ours(100)[act].main;
    return gate(
      `${act}: main CPU per frame with ${most} boxes at most 1.6x of 100`,
      `${round(ours(100)[act].main)} to ${round(ours(most)[act].main)} ms, ${round(factor)}x`,
      factor <= 1.6,
    );
  };
  const {us} = ours(most).moves;
  return [
    growth('pan'),
    growth('zoom'),
    growth('drag'),
    beats('drag', 'drag', 'main', 1000, 'annotorious', 10),
    beats('drag', 'drag', 'main', 10_000, 'annotorious', 100),
    beats('drag', 'drag', 'main', 1000, 'konva', 4),
    beats('drag', 'drag', 'main', 10_000, 'konva', 30),
    beats('pan', 'pan', 'main', 1000, 'konva', 5),
    beats('pan', 'pan', 'main', 10_000, 'konva', 40),
    beats('pan', 'pan', 'main', 1000, 'fabric', 4),
    beats('pan', 'pan', 'main', 10_000, 'fabric', 30),
    beats('load', 'load', 'main', 10_000, 'konva', 3),
    beats('load', 'load', 'main', 10_000, 'annotorious', 8),
    beats('script heap', 'heap', 'script', 10_000, 'konva', 7),
    beats('script heap', 'heap', 'script', 10_000, 'annotorious', 25),
    gate(`pointer move among ${most} boxes at most 10 µs`, `${round(us, 1)} µs`, us <= 10),
  ];
}
