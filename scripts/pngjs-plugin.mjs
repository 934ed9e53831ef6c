// Lets browser tests ask a decoder that runs in Node what a PNG file looks like: `executeServerCommand('decode-with-pngjs', base64)`.
import {PNG} from 'pngjs';

/** Each pixel as one number, and how many of it follow each other: masks are long, and what is said here is text. */
function runsOf(rgba) {
  const runs = [];
  for (let at = 0; at < rgba.length; at += 4) {
    const pixel = rgba.readUInt32BE(at);
    if (runs.at(-2) === pixel) runs[runs.length - 1]++;
    else runs.push(pixel, 1);
  }
  return runs;
}

export function pngjsPlugin() {
  return {
    name: 'pngjs',
    executeCommand({command, payload}) {
      if (command !== 'decode-with-pngjs') return undefined;
      const {width, height, data} = PNG.sync.read(Buffer.from(payload, 'base64'));
      return {width, height, runs: runsOf(data)};
    },
  };
}
