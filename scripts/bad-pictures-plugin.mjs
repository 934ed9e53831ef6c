// A picture server for browser tests that does everything servers do wrong, on an origin of its own.
import {crc32, deflateSync} from 'node:zlib';
import {sideServer} from './side-server.mjs';

function chunk(name, data) {
  const body = Buffer.concat([Buffer.from(name), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

/** A PNG of noise, so that it does not shrink: 64 × 48, about 9 kB. */
function noisePng(width = 64, height = 48) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let i = 0, value = 7; i < rows.length; i++) {
    value = (value * 1103515245 + 12345) & 0x7fffffff;
    rows[i] = i % (1 + width * 3) === 0 ? 0 : value >> 16;
  }
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const png = noisePng();
const s3Error = (code, message) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;

const send = (response, status, type, body) => {
  response.writeHead(status, {'content-type': type, 'content-length': Buffer.byteLength(body)});
  response.end(body);
};

/** Last part of the path → what the server does. */
const behaviours = {
  'good.png': (response) => send(response, 200, 'image/png', png),
  'slow.png': (response) => {
    response.writeHead(200, {'content-type': 'image/png', 'content-length': png.length});
    response.write(png.subarray(0, 100));
    setTimeout(() => response.end(png.subarray(100)), 400);
  },
  'hang.png': () => {},
  'stall.png': (response) => {
    response.writeHead(200, {'content-type': 'image/png', 'content-length': png.length});
    response.write(png.subarray(0, 100));
  },
  'cut.png': (response) => {
    response.writeHead(200, {'content-type': 'image/png', 'content-length': png.length});
    response.write(png.subarray(0, 100), () => setTimeout(() => response.destroy(), 20));
  },
  'half.png': (response) => send(response, 200, 'image/png', png.subarray(0, png.length / 2)),
  'reset.png': (response) => response.destroy(),
  'forbidden.png': (response) =>
    send(response, 403, 'application/xml', s3Error('AccessDenied', 'Access Denied')),
  'expired.png': (response) =>
    send(response, 403, 'application/xml', s3Error('AccessDenied', 'Request has expired')),
  'unauthorized.png': (response) => send(response, 401, 'text/plain', 'who are you?'),
  'missing.png': (response) =>
    send(response, 404, 'application/xml', s3Error('NoSuchKey', 'The specified key does not exist.')),
  'broken.png': (response) => send(response, 500, 'text/plain', 'out of order'),
  'page.png': (response) =>
    send(response, 200, 'image/png', '<!doctype html><title>Sign in</title><p>Please sign in.'),
  'empty.png': (response) => send(response, 200, 'image/png', ''),
  'garbage.png': (response) => send(response, 200, 'image/png', Buffer.alloc(500, 0x55)),
  'loop.png': (response, request) => {
    response.writeHead(302, {location: request.url});
    response.end();
  },
};

/** What went over the wire since the last question: the request targets exactly as they came. */
let requests = [];

function answer(request, response) {
  const [, access, name] = /^\/(open|closed)\/([^/?]*)/.exec(request.url) ?? [];
  requests.push(request.url);
  if (access === 'open') response.setHeader('access-control-allow-origin', '*');
  response.setHeader('cache-control', 'no-store');
  const behave = behaviours[name];
  if (behave) behave(response, request);
  else send(response, 404, 'text/plain', 'no such test picture');
}

function command(payload, origin) {
  if (payload === 'origin') return origin;
  const seen = requests;
  requests = [];
  return seen;
}

/**
 * Tests ask `executeServerCommand('bad-pictures', 'origin')` for where the server is. Below `/open/` it allows every
 * page to read, below `/closed/` none. `'requests'` gives and forgets the request targets so far.
 */
export const badPicturesPlugin = () => sideServer({name: 'bad-pictures', answer, command});
