import {createServer} from 'node:http';

/**
 * A server beside that of the tests, on an origin of its own, as a plugin of the test runner. What tests send as
 * `executeServerCommand(name, payload)` goes to `command`, with the server's origin.
 */
export function sideServer({name, answer, command}) {
  const server = createServer(answer);
  return {
    name,
    async serverStart() {
      await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
    },
    async serverStop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
    executeCommand({command: called, payload}) {
      if (called !== name) return undefined;
      return command(payload, `http://127.0.0.1:${server.address().port}`);
    },
  };
}
