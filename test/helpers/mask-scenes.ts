/** A picture that was made up, and which of its pixels are the thing in it. */
export interface MaskScene {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  /** Pixels as words: red in the lowest eight bits. */
  readonly words: Uint32Array<ArrayBuffer>;
  /** 1 for each pixel at least half of which is the thing. */
  readonly mask: Uint8Array<ArrayBuffer>;
}

type Random = () => number;
/** How far a place is outside a shape (positive) or inside it, in pixels or nearly so. */
type Shape = (x: number, y: number) => number;
type Colour = readonly [number, number, number];
type Texture = (x: number, y: number) => Colour;

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Soft hills from -1 to 1 whose size is `scale`, with finer ones on them. */
function hills(random: Random, scale: number): Shape {
  const table = Float32Array.from({length: 4096}, () => random() * 2 - 1);
  const at = (x: number, y: number) => table[(Math.imul(x, 73_856_093) ^ Math.imul(y, 19_349_663)) & 4095]!;
  const smooth = (share: number) => share * share * (3 - 2 * share);
  const layer = (x: number, y: number) => {
    const [left, top] = [Math.floor(x), Math.floor(y)];
    const [dx, dy] = [smooth(x - left), smooth(y - top)];
    const upper = at(left, top) * (1 - dx) + at(left + 1, top) * dx;
    const lower = at(left, top + 1) * (1 - dx) + at(left + 1, top + 1) * dx;
    return upper * (1 - dy) + lower * dy;
  };
  return (x, y) =>
    (layer(x / scale, y / scale) * 4 +
      layer((x * 2.1) / scale, (y * 2.1) / scale) * 2 +
      layer((x * 4.3) / scale, (y * 4.3) / scale)) /
    7;
}

const mixed = (a: Colour, b: Colour, share: number): Colour => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
  a[2] + (b[2] - a[2]) * share,
];

/** A ground of some colours that flow into each other, or of stripes, or of patches. */
function texture(random: Random, colours: readonly Colour[]): Texture {
  const soft = hills(random, 8 + random() * 60);
  const other = hills(random, 20 + random() * 80);
  const kind = Math.floor(random() * 3);
  const [angle, pitch] = [random() * Math.PI, 5 + random() * 22];
  return (x, y) => {
    const flow = soft(x, y) * 1.6;
    const share =
      kind === 0
        ? flow * 0.5 + 0.5
        : kind === 1
          ? Math.sin((x * Math.cos(angle) + y * Math.sin(angle)) / pitch + flow * 3) * 0.5 + 0.5
          : flow > 0
            ? 0.9
            : 0.1;
    const base = mixed(colours[0]!, colours[1]!, Math.min(1, Math.max(0, share)));
    return mixed(base, colours[2]!, Math.min(1, Math.max(0, other(x, y) * 1.2)));
  };
}

const blob = (random: Random, size: number): Shape => {
  const waves = Array.from({length: 5}, (_, at) => [
    (random() * 0.55) / (at + 1.2),
    random() * 2 * Math.PI,
  ]) as [number, number][];
  return (x, y) => {
    const angle = Math.atan2(y, x);
    const radius = waves.reduce((sum, [by, phase], at) => sum + by * Math.cos((at + 1) * angle + phase), 1);
    return Math.hypot(x, y) - size * radius * 0.75;
  };
};

const shapes: Record<string, (random: Random, size: number) => Shape> = {
  ellipse: (random, size) => {
    const flat = 0.4 + random() * 0.6;
    return (x, y) => Math.hypot(x, y / flat) - size;
  },
  box: (random, size) => {
    const flat = 0.35 + random() * 0.65;
    return (x, y) => Math.max(Math.abs(x) - size * 0.9, Math.abs(y) - size * 0.9 * flat);
  },
  blob,
  star: (random, size) => {
    const points = 4 + Math.floor(random() * 4);
    return (x, y) => Math.hypot(x, y) - size * (0.72 + 0.28 * Math.cos(points * Math.atan2(y, x)));
  },
  crescent: (random, size) => {
    const bite = 0.35 + random() * 0.35;
    return (x, y) => Math.max(Math.hypot(x, y) - size, size * 0.85 - Math.hypot(x - size * bite, y));
  },
  hook: (random, size) => {
    const thick = size * (0.3 + random() * 0.2);
    const bar = (x: number, y: number, left: number, top: number, right: number, bottom: number) =>
      Math.max(left - x, x - right, top - y, y - bottom);
    return (x, y) =>
      Math.min(bar(x, y, -size, -size, -size + thick, size), bar(x, y, -size, size - thick, size, size));
  },
  banana: (random, size) => {
    const half = size * (0.22 + random() * 0.15);
    return (x, y) => {
      const angle = Math.min(2.4, Math.max(-0.3, Math.atan2(y + size * 0.2, x)));
      const reach = size * 0.75;
      return Math.hypot(x - Math.cos(angle) * reach, y + size * 0.2 - Math.sin(angle) * reach) - half;
    };
  },
  cloud: (random, size) => {
    const balls = Array.from({length: 5}, () => {
      const turn = random() * 2 * Math.PI;
      return [
        Math.cos(turn) * size * 0.5,
        Math.sin(turn) * size * 0.5,
        size * (0.3 + random() * 0.25),
      ] as const;
    });
    return (x, y) =>
      balls.reduce(
        (least, [cx, cy, r]) => Math.min(least, Math.hypot(x - cx, y - cy) - r),
        Math.hypot(x, y) - size * 0.45,
      );
  },
};

/** The names of the shapes that scenes are made of, in turn. */
export const sceneShapes = Object.keys(shapes);

function placed(shape: Shape, x: number, y: number, turn: number): Shape {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  return (px, py) => shape((px - x) * cos + (py - y) * sin, (py - y) * cos - (px - x) * sin);
}

/**
 * A thing with a texture before a textured ground that may hold colours of the thing and other things like it; with soft
 * edges, uneven light and noise. The same number gives the same scene. `scale` makes the same scene of more pixels.
 */
export function maskScene(number: number, scale = 1): MaskScene {
  const random = randomFrom(number * 7919 + 13);
  const name = sceneShapes[number % sceneShapes.length]!;
  const [baseWidth, baseHeight] = [240 + Math.floor(random() * 160), 200 + Math.floor(random() * 140)];
  const width = Math.round(baseWidth * scale);
  const height = Math.round(baseHeight * scale);
  const size = Math.min(baseWidth, baseHeight) * (0.2 + random() * 0.16);
  const x = baseWidth * (0.42 + random() * 0.16);
  const y = baseHeight * (0.42 + random() * 0.16);
  const thing = placed(shapes[name]!(random, size), x, y, random() * 2 * Math.PI);

  const ground: Colour = [40 + random() * 170, 40 + random() * 170, 40 + random() * 170];
  const near = ([r, g, b]: Colour, by: number): Colour => {
    const moved = (value: number) => Math.min(245, Math.max(10, value + (random() * 2 - 1) * by));
    return [moved(r), moved(g), moved(b)];
  };
  // How much thing and ground differ decides how hard a scene is: from hardly to clearly, beside what each varies.
  const contrast = 40 + random() * 80;
  const [up, along] = [random() * 2 - 1, random() * 2 * Math.PI];
  const flat = Math.sqrt(1 - up * up) * contrast;
  const offset: Colour = [flat * Math.cos(along), flat * Math.sin(along), up * contrast];
  // Away from the ground, but into the range that bytes have.
  const figure = ground.map((value, at) =>
    value + offset[at]! > 245 || value + offset[at]! < 10 ? value - offset[at]! : value + offset[at]!,
  ) as unknown as Colour;
  const variety = 20 + random() * 45;
  const thingTexture = texture(random, [near(figure, variety), near(figure, variety), near(figure, variety)]);
  const groundTexture = texture(random, [
    near(ground, variety),
    near(ground, variety),
    random() < 0.3 ? near(figure, 40) : near(ground, variety * 1.5),
  ]);
  const others = Array.from({length: Math.floor(random() * 4)}, () => {
    const turn = random() * 2 * Math.PI;
    const far = size * (2 + random());
    return placed(
      blob(random, size * (0.25 + random() * 0.3)),
      x + Math.cos(turn) * far,
      y + Math.sin(turn) * far,
      0,
    );
  });
  const otherTexture = texture(random, [near(figure, 40), near(figure, 40), near(ground, 60)]);
  const softness = 0.6 + random() * 2;
  const [lightX, lightY] = [(random() - 0.5) * 0.5, (random() - 0.5) * 0.5];
  const noise = 3 + random() * 14;
  const bump = hills(random, 14);

  const words = new Uint32Array(width * height);
  const mask = new Uint8Array(width * height);
  const grains = randomFrom(number);
  /** Two even numbers make one that is nearly bell-shaped. */
  const grain = () => (grains() + grains() - 1) * noise * 1.2;
  for (let row = 0, at = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at++) {
      const [px, py] = [(column + 0.5) / scale, (row + 0.5) / scale];
      const outside = thing(px, py) + bump(px, py) * 2.5;
      const cover = Math.min(1, Math.max(0, 0.5 - outside / (2 * softness)));
      let here = groundTexture(px, py);
      for (const other of others) {
        const share = Math.min(1, Math.max(0, 0.5 - other(px, py) / (2 * softness)));
        if (share > 0) here = mixed(here, otherTexture(px, py), share);
      }
      if (cover > 0) here = mixed(here, thingTexture(px, py), cover);
      const light = 1 + (px / baseWidth - 0.5) * lightX + (py / baseHeight - 0.5) * lightY;
      const byte = (value: number) => Math.min(255, Math.max(0, Math.round(value * light + grain())));
      words[at] = byte(here[0]) | (byte(here[1]) << 8) | (byte(here[2]) << 16) | 0xff000000;
      mask[at] = cover >= 0.5 ? 1 : 0;
    }
  }
  keepLargest(mask, width);
  return {name, width, height, words, mask};
}

/** The thing is one piece; specks that the bumps of its border made belong to the ground. */
function keepLargest(mask: Uint8Array, width: number): void {
  const piece = new Int32Array(mask.length);
  const sizes = [0];
  for (let start = 0; start < mask.length; start++) {
    if (!mask[start] || piece[start]) continue;
    const number = sizes.length;
    const queue = [start];
    piece[start] = number;
    for (const at of queue) {
      const x = at % width;
      for (const next of [x > 0 ? at - 1 : at, x < width - 1 ? at + 1 : at, at - width, at + width]) {
        if (!mask[next] || piece[next]) continue;
        piece[next] = number;
        queue.push(next);
      }
    }
    sizes.push(queue.length);
  }
  const largest = sizes.indexOf(Math.max(...sizes));
  for (let at = 0; at < mask.length; at++) mask[at] = piece[at] === largest && largest > 0 ? 1 : 0;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The topmost, bottommost, leftmost and rightmost pixels of a mask, as a careful person would point at them. */
export function extremesOf(mask: Uint8Array, width: number): readonly [Place, Place, Place, Place] {
  let [top, bottom, left, right] = [-1, -1, -1, -1];
  mask.forEach((value, at) => {
    if (!value) return;
    if (top < 0) top = at;
    bottom = at;
    if (left < 0 || at % width < left % width) left = at;
    if (right < 0 || at % width > right % width) right = at;
  });
  const place = (at: number) => ({x: (at % width) + 0.5, y: Math.floor(at / width) + 0.5});
  return [place(top), place(bottom), place(left), place(right)];
}

/** How far two masks agree: what both have, of what either has. */
export function overlapOf(a: Uint8Array, b: Uint8Array): number {
  let [both, either] = [0, 0];
  for (let at = 0; at < a.length; at++) {
    if (a[at] && b[at]) both++;
    if (a[at] || b[at]) either++;
  }
  return either === 0 ? 1 : both / either;
}
