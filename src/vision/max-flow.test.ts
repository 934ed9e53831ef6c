import {expect} from '@open-wc/testing';
import * as fc from 'fast-check';
import {FlowGraph} from './max-flow.js';

interface Ties {
  readonly toSource: number;
  readonly toSink: number;
}
interface Edge {
  readonly a: number;
  readonly b: number;
  readonly there: number;
  readonly back: number;
}

/** The largest flow by shortest paths, one after the other (Edmonds and Karp), in a table of capacities. */
function obviousFlow(ties: readonly Ties[], edges: readonly Edge[]): number {
  const count = ties.length + 2;
  const [source, sink] = [count - 2, count - 1];
  const room = Array.from({length: count}, () => new Array<number>(count).fill(0));
  ties.forEach(({toSource, toSink}, node) => {
    room[source]![node]! += toSource;
    room[node]![sink]! += toSink;
  });
  for (const {a, b, there, back} of edges) {
    room[a]![b]! += there;
    room[b]![a]! += back;
  }
  for (let flow = 0; ;) {
    const from = new Map([[source, source]]);
    for (const node of from.keys())
      for (let to = 0; to < count; to++) if (room[node]![to]! > 0 && !from.has(to)) from.set(to, node);
    if (!from.has(sink)) return flow;
    let most = Infinity;
    for (let to = sink; to !== source; to = from.get(to)!) most = Math.min(most, room[from.get(to)!]![to]!);
    for (let to = sink; to !== source; to = from.get(to)!) {
      room[from.get(to)!]![to]! -= most;
      room[to]![from.get(to)!]! += most;
    }
    flow += most;
  }
}

function solved(ties: readonly Ties[], edges: readonly Edge[], budget: number): FlowGraph {
  const graph = new FlowGraph(ties.length, edges.length);
  ties.forEach(({toSource, toSink}, node) => graph.tie(node, toSource, toSink));
  for (const {a, b, there, back} of edges) graph.connect(a, b, there, back);
  while (!graph.run(budget)) continue;
  return graph;
}

/** What the sides that a graph found cost to part. */
function costOf(graph: FlowGraph, ties: readonly Ties[], edges: readonly Edge[]): number {
  const isSource = ties.map((_, node) => graph.isOnSource(node));
  let cost = 0;
  ties.forEach(({toSource, toSink}, node) => (cost += isSource[node] ? toSink : toSource));
  for (const {a, b, there, back} of edges) {
    if (isSource[a] && !isSource[b]) cost += there;
    if (isSource[b] && !isSource[a]) cost += back;
  }
  return cost;
}

const capacity = fc.integer({min: 0, max: 12});
const graphs = fc.integer({min: 1, max: 14}).chain((nodes) => {
  const node = fc.integer({min: 0, max: nodes - 1});
  return fc.record({
    ties: fc.array(fc.record({toSource: capacity, toSink: capacity}), {minLength: nodes, maxLength: nodes}),
    edges: fc
      .array(fc.record({a: node, b: node, there: capacity, back: capacity}), {maxLength: 40})
      .map((edges) => edges.filter(({a, b}) => a !== b)),
    budget: fc.integer({min: 1, max: 20}),
  });
});

describe('the cheapest cut', () => {
  it('costs what the largest flow carries, and parts the two sides at that price', () => {
    fc.assert(
      fc.property(graphs, ({ties, edges, budget}) => {
        const graph = solved(ties, edges, budget);
        expect(graph.flow).to.equal(obviousFlow(ties, edges));
        expect(costOf(graph, ties, edges)).to.equal(graph.flow);
      }),
      {numRuns: 1500},
    );
  });

  it('is found on grids of pixels with eight neighbours', () => {
    fc.assert(
      fc.property(fc.integer({min: 1, max: 2 ** 30}), (seed) => {
        let state = seed;
        const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
        const [width, height] = [2 + random(5), 2 + random(5)];
        const ties = Array.from({length: width * height}, () => ({
          toSource: Math.max(0, random(30) - 12),
          toSink: Math.max(0, random(30) - 12),
        }));
        const edges: Edge[] = [];
        for (let at = 0; at < ties.length; at++) {
          const [x, y] = [at % width, Math.floor(at / width)];
          for (const [dx, dy] of [
            [1, 0],
            [0, 1],
            [1, 1],
            [-1, 1],
          ] as const) {
            if (x + dx < 0 || x + dx >= width || y + dy >= height) continue;
            const there = random(9);
            edges.push({a: at, b: at + dx + dy * width, there, back: there});
          }
        }
        const graph = solved(ties, edges, 1000);
        expect(graph.flow).to.equal(obviousFlow(ties, edges));
        expect(costOf(graph, ties, edges)).to.equal(graph.flow);
      }),
      {numRuns: 300},
    );
  });
});
