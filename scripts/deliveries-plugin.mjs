// A server that files are put to and got from, on an origin of its own, and that fails on command in all the ways servers do.
import {createHash} from 'node:crypto';
import {sideServer} from './side-server.mjs';

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, PUT',
  'access-control-allow-headers': '*',
  'access-control-expose-headers': '*',
  'cache-control': 'no-store',
};

/** A box of files, with the failures that are next in it. */
const boxes = new Map();
const boxOf = (name) => {
  if (!boxes.has(name)) boxes.set(name, {files: new Map(), puts: [], failures: [], share: 0, seed: 1});
  return boxes.get(name);
};

/** Numbers below 1 that are the same in every run. */
function random(box) {
  box.seed = (Math.imul(box.seed, 1664525) + 1013904223) >>> 0;
  return box.seed / 2 ** 32;
}

const byChance = ['drop', 'cut', 'lost-answer', 500, 503, 429];

function nextFailure(box) {
  const planned = box.failures.shift();
  if (planned !== undefined) return planned;
  if (box.isDown) return 'drop';
  return random(box) < box.share ? byChance[Math.floor(random(box) * byChance.length)] : undefined;
}

async function bytesOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

async function answer(request, response) {
  const {pathname, search} = new URL(request.url, 'http://localhost');
  const [, name, ...rest] = pathname.split('/');
  const path = decodeURIComponent(rest.join('/')) + search;
  const box = boxOf(name);
  if (request.method === 'OPTIONS') return response.writeHead(204, cors).end();
  const failure = nextFailure(box);
  if (failure === 'drop') return request.socket.destroy();
  if (typeof failure === 'number') {
    request.resume();
    const headers = failure === 429 ? {...cors, 'retry-after': '7'} : cors;
    return response.writeHead(failure, headers).end();
  }
  if (request.method === 'PUT') {
    // Half of the body is read, and thrown away: servers keep whole files only.
    if (failure === 'cut') return request.once('data', () => request.socket.destroy());
    const bytes = await bytesOf(request);
    box.files.set(path, bytes);
    box.puts.push(path);
    if (failure === 'lost-answer') return request.socket.destroy();
    return response.writeHead(200, cors).end();
  }
  const bytes = box.files.get(path);
  if (!bytes) return response.writeHead(404, cors).end();
  response.writeHead(200, {...cors, 'content-length': bytes.length});
  if (failure === 'cut') return response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy());
  response.end(bytes);
}

const acts = {
  origin: (_, origin) => origin,
  /** Sets how a box fails: the next requests in this way, all others by chance, or none gets through. */
  fail: ({box, failures = [], share = 0, seed = 1, isDown = false}) => {
    Object.assign(boxOf(box), {failures: [...failures], share, seed, isDown});
  },
  keep: ({box, path, text}) => {
    boxOf(box).files.set(path, Buffer.from(text));
  },
  /** What is in a box, and every PUT that was stored, in order. */
  look: ({box}) => {
    const {files, puts} = boxOf(box);
    const isText = (path) => path.endsWith('.json');
    const text = (path, bytes) =>
      isText(path) ? bytes.toString() : createHash('sha256').update(bytes).digest('hex');
    return {files: Object.fromEntries([...files].map(([path, bytes]) => [path, text(path, bytes)])), puts};
  },
};

/** Tests ask `executeServerCommand('deliveries', {act, …})`; boxes are the first part of the path. */
export const deliveriesPlugin = () =>
  sideServer({
    name: 'deliveries',
    answer: (request, response) => void answer(request, response).catch(() => response.destroy()),
    command: (payload, origin) => acts[payload.act](payload, origin) ?? true,
  });
