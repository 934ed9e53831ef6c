import {createServer} from 'node:http';
import {createReadStream, existsSync, statSync} from 'node:fs';
import {extname, join, normalize} from 'node:path';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.manifest': 'text/plain; charset=utf-8',
};

/**
 * A static server on the loopback address.
 * `folders` maps URL prefixes to folders: `{'/': 'dist-demo', '/deep/sub/': 'dist-demo'}`; `pages` maps paths to HTML.
 */
export async function serve({folders = {}, pages = {}, headers = {}, port = 0}) {
  const prefixes = Object.keys(folders).sort((a, b) => b.length - a.length);
  const requests = [];
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, 'http://localhost').pathname);
    requests.push(request.url);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    if (path === '/favicon.ico') return response.writeHead(204).end();
    if (pages[path] !== undefined) {
      response.setHeader('content-type', types['.html']);
      return response.end(pages[path]);
    }
    const prefix = prefixes.find((candidate) => path.startsWith(candidate));
    let file = prefix && join(folders[prefix], normalize(path.slice(prefix.length) || 'index.html'));
    if (file && existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
    if (!file || !existsSync(file)) {
      response.statusCode = 404;
      return response.end('not found');
    }
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
  await new Promise((done) => server.listen(port, '127.0.0.1', done));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    requests,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  };
}
