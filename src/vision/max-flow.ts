const [none, terminal, orphan] = [-1, -2, -3];
const unreachable = 0x7fffffff;

/**
 * The cheapest cut between two sides, exactly: nodes that are tied to the source or the sink, and edges between them
 * whose capacity it costs to cut. Capacities are whole numbers.
 *
 * Two trees grow from source and sink until they meet; the path is filled, what lost its connection is adopted by
 * others of its tree, and so on (the method of Boykov and Kolmogorov). On grids of pixels this is faster than methods
 * with better bounds, because the trees are kept.
 */
export class FlowGraph {
  readonly #first: Int32Array;
  /** Of each arc: where it leads, the next one of the same node, what still fits through. `arc ^ 1` leads back. */
  readonly #head: Int32Array;
  readonly #next: Int32Array;
  readonly #room: Int32Array;
  #arcs = 0;
  /** What still fits from the source (positive) or to the sink (negative). */
  readonly #tie: Int32Array;
  /** The arc to the parent in the tree, or one of the three words above. */
  readonly #parent: Int32Array;
  readonly #isSink: Uint8Array;
  /** When the distance to the root was last known to be right, and what it was. */
  readonly #stamp: Int32Array;
  readonly #depth: Int32Array;
  #time = 1;
  readonly #active: Queue;
  readonly #isActive: Uint8Array;
  readonly #orphans: number[] = [];
  #current = none;
  #isBegun = false;
  #flow = 0;

  constructor(nodes: number, edges: number) {
    const ints = () => new Int32Array(nodes);
    [this.#tie, this.#parent, this.#stamp, this.#depth] = [ints(), ints().fill(none), ints(), ints()];
    this.#first = ints().fill(none);
    this.#isSink = new Uint8Array(nodes);
    this.#isActive = new Uint8Array(nodes);
    this.#active = new Queue(nodes);
    this.#head = new Int32Array(edges * 2);
    this.#next = new Int32Array(edges * 2);
    this.#room = new Int32Array(edges * 2);
  }

  /** What it costs to part a node from the source, and from the sink. Once per node. */
  tie(node: number, toSource: number, toSink: number): void {
    this.#flow += Math.min(toSource, toSink);
    this.#tie[node] = toSource - toSink;
  }

  /** What it costs that `a` is on the source's side and `b` is not, and the other way round. */
  connect(a: number, b: number, there: number, back: number): void {
    this.#arc(a, b, there);
    this.#arc(b, a, back);
  }

  #arc(from: number, to: number, room: number): void {
    const arc = this.#arcs++;
    this.#head[arc] = to;
    this.#room[arc] = room;
    this.#next[arc] = this.#first[from] as number;
    this.#first[from] = arc;
  }

  /** The cost of the cut, once `run` said that it is done. */
  get flow(): number {
    return this.#flow;
  }

  /** Which side of the cheapest cut a node is on. Nodes that could be on either are on the sink's. */
  isOnSource(node: number): boolean {
    return this.#parent[node] !== none && this.#isSink[node] === 0;
  }

  /** Goes on until the cut is found (true), or until so many nodes were looked at. */
  run(budget: number): boolean {
    if (!this.#isBegun) this.#begin();
    for (;;) {
      const node = this.#pick();
      if (node === none) return true;
      const path = this.#isSink[node] ? this.#growSink(node) : this.#growSource(node);
      this.#time++;
      this.#current = path === none ? none : node;
      if (path !== none) {
        budget -= this.#fill(path);
        budget -= this.#orphans.length;
        for (let at = 0; at < this.#orphans.length; at++) {
          const child = this.#orphans[at] as number;
          if (this.#isSink[child]) this.#adoptIntoSink(child);
          else this.#adoptIntoSource(child);
        }
        this.#orphans.length = 0;
      }
      if (--budget <= 0) return false;
    }
  }

  #begin(): void {
    this.#isBegun = true;
    for (let node = 0; node < this.#tie.length; node++) {
      const tie = this.#tie[node] as number;
      if (tie === 0) continue;
      this.#parent[node] = terminal;
      this.#isSink[node] = tie < 0 ? 1 : 0;
      this.#depth[node] = 1;
      this.#activate(node);
    }
  }

  #activate(node: number): void {
    if (this.#isActive[node]) return;
    this.#isActive[node] = 1;
    this.#active.push(node);
  }

  /** The next node that may grow; the one a path was just found from goes on. */
  #pick(): number {
    let node = this.#current;
    while (node === none || this.#parent[node] === none) {
      node = this.#active.shift();
      if (node === none) return none;
      this.#isActive[node] = 0;
    }
    return node;
  }

  /** Lets the source's tree grow from a node; gives the arc by which it touches the sink's tree. */
  #growSource(node: number): number {
    for (let arc = this.#first[node] as number; arc !== none; arc = this.#next[arc] as number) {
      if (this.#room[arc] === 0) continue;
      const to = this.#head[arc] as number;
      if (this.#parent[to] !== none && this.#isSink[to]) return arc;
      this.#reach(node, to, arc ^ 1, 0);
    }
    return none;
  }

  #growSink(node: number): number {
    for (let arc = this.#first[node] as number; arc !== none; arc = this.#next[arc] as number) {
      if (this.#room[arc ^ 1] === 0) continue;
      const to = this.#head[arc] as number;
      if (this.#parent[to] !== none && !this.#isSink[to]) return arc ^ 1;
      this.#reach(node, to, arc ^ 1, 1);
    }
    return none;
  }

  #reach(node: number, to: number, back: number, isSink: 0 | 1): void {
    if (this.#parent[to] === none) {
      this.#isSink[to] = isSink;
      this.#activate(to);
    } else if (
      (this.#stamp[to] as number) > (this.#stamp[node] as number) ||
      (this.#depth[to] as number) <= (this.#depth[node] as number)
    )
      return;
    this.#parent[to] = back;
    this.#stamp[to] = this.#stamp[node] as number;
    this.#depth[to] = (this.#depth[node] as number) + 1;
  }

  /** Sends through the path over this arc what fits; gives how long it was. */
  #fill(middle: number): number {
    const [parent, room, head, tie] = [this.#parent, this.#room, this.#head, this.#tie];
    const [sourceEnd, sinkEnd] = [head[middle ^ 1] as number, head[middle] as number];
    let most = room[middle] as number;
    let length = 1;
    let node = sourceEnd;
    for (let arc = parent[node] as number; arc !== terminal; arc = parent[node] as number) {
      most = Math.min(most, room[arc ^ 1] as number);
      node = head[arc] as number;
      length++;
    }
    most = Math.min(most, tie[node] as number);
    node = sinkEnd;
    for (let arc = parent[node] as number; arc !== terminal; arc = parent[node] as number) {
      most = Math.min(most, room[arc] as number);
      node = head[arc] as number;
      length++;
    }
    most = Math.min(most, -(tie[node] as number));

    room[middle]! -= most;
    room[middle ^ 1]! += most;
    node = sourceEnd;
    for (let arc = parent[node] as number; arc !== terminal; arc = parent[node] as number) {
      room[arc]! += most;
      room[arc ^ 1]! -= most;
      if (room[arc ^ 1] === 0) this.#orphan(node);
      node = head[arc] as number;
    }
    tie[node]! -= most;
    if (tie[node] === 0) this.#orphan(node);
    node = sinkEnd;
    for (let arc = parent[node] as number; arc !== terminal; arc = parent[node] as number) {
      room[arc ^ 1]! += most;
      room[arc]! -= most;
      if (room[arc] === 0) this.#orphan(node);
      node = head[arc] as number;
    }
    tie[node]! += most;
    if (tie[node] === 0) this.#orphan(node);
    this.#flow += most;
    return length;
  }

  #orphan(node: number): void {
    this.#parent[node] = orphan;
    this.#orphans.push(node);
  }

  #adoptIntoSource(node: number): void {
    let best = none;
    let nearest = unreachable;
    for (let arc = this.#first[node] as number; arc !== none; arc = this.#next[arc] as number) {
      if (this.#room[arc ^ 1] === 0) continue;
      const to = this.#head[arc] as number;
      if (this.#isSink[to] || this.#parent[to] === none) continue;
      const far = this.#depthOf(to);
      if (far < nearest) [best, nearest] = [arc, far];
    }
    if (best !== none) return this.#adopt(node, best, nearest);
    this.#parent[node] = none;
    for (let arc = this.#first[node] as number; arc !== none; arc = this.#next[arc] as number) {
      const to = this.#head[arc] as number;
      if (this.#isSink[to] || this.#parent[to] === none) continue;
      if (this.#room[arc ^ 1] !== 0) this.#activate(to);
      if (this.#parent[to] === (arc ^ 1)) this.#orphan(to);
    }
  }

  #adoptIntoSink(node: number): void {
    let best = none;
    let nearest = unreachable;
    for (let arc = this.#first[node] as number; arc !== none; arc = this.#next[arc] as number) {
      if (this.#room[arc] === 0) continue;
      const to = this.#head[arc] as number;
      if (!this.#isSink[to] || this.#parent[to] === none) continue;
      const far = this.#depthOf(to);
      if (far < nearest) [best, nearest] = [arc, far];
    }
    if (best !== none) return this.#adopt(node, best, nearest);
    this.#parent[node] = none;
    for (let arc = this.#first[node] as number; arc !== none; arc = this.#next[arc] as number) {
      const to = this.#head[arc] as number;
      if (!this.#isSink[to] || this.#parent[to] === none) continue;
      if (this.#room[arc] !== 0) this.#activate(to);
      if (this.#parent[to] === (arc ^ 1)) this.#orphan(to);
    }
  }

  #adopt(node: number, arc: number, far: number): void {
    this.#parent[node] = arc;
    this.#stamp[node] = this.#time;
    this.#depth[node] = far + 1;
  }

  /** How far a node is from the root of its tree, or that its branch has lost it. What is found is kept on the way. */
  #depthOf(start: number): number {
    const [parent, head, stamp, depth, time] = [
      this.#parent,
      this.#head,
      this.#stamp,
      this.#depth,
      this.#time,
    ];
    let far = 0;
    for (let node = start; ;) {
      if (stamp[node] === time) {
        far += depth[node] as number;
        break;
      }
      const arc = parent[node] as number;
      far++;
      if (arc === terminal) {
        stamp[node] = time;
        depth[node] = 1;
        break;
      }
      if (arc === orphan) return unreachable;
      node = head[arc] as number;
    }
    let left = far;
    for (let node = start; stamp[node] !== time; node = head[parent[node] as number] as number) {
      stamp[node] = time;
      depth[node] = left--;
    }
    return far;
  }
}

/** First in, first out, for numbers that are in it once at most. */
class Queue {
  readonly #items: Int32Array;
  #start = 0;
  #count = 0;

  constructor(most: number) {
    this.#items = new Int32Array(Math.max(1, most));
  }

  push(item: number): void {
    this.#items[(this.#start + this.#count++) % this.#items.length] = item;
  }

  /** The oldest; `none` when there is none. */
  shift(): number {
    if (this.#count === 0) return none;
    this.#count--;
    const item = this.#items[this.#start] as number;
    this.#start = (this.#start + 1) % this.#items.length;
    return item;
  }
}
