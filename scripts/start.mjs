// `npm start`: the demo portal with the sample jobs, at the address it prints.
import {runNode, tool} from './run.mjs';

process.exitCode = await runNode(tool('vite'), ['--mode', 'demo', ...process.argv.slice(2)]);
