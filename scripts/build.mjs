// `npm run build`: the package (dist), the portal (dist-demo) and the Storybook (dist-storybook), or those named.
import {runNode, tool} from './run.mjs';

const vite = (mode) => [tool('vite'), ['build', '--mode', mode, '--logLevel', 'warn']];

const steps = {
  library: [vite('library'), vite('cdn'), [tool('typescript', 'tsc'), ['-p', 'tsconfig.build.json']]],
  demo: [vite('demo')],
  storybook: [
    [tool('storybook'), ['build', '--quiet', '--disable-telemetry', '--output-dir', 'dist-storybook']],
  ],
};

/** Builds what is named; throws when a step fails. */
export async function build(names = Object.keys(steps)) {
  for (const name of names) {
    for (const [script, args] of steps[name]) {
      const env = {STORYBOOK_DISABLE_TELEMETRY: '1'};
      if ((await runNode(script, args, env)) !== 0) throw new Error(`Building "${name}" failed.`);
    }
  }
}

if (process.argv[1]?.endsWith('build.mjs')) {
  const wanted = process.argv.slice(2);
  await build(wanted.length > 0 ? wanted : undefined);
}
