import {writeFileSync} from 'node:fs';
import {chromeLauncher} from '@web/test-runner-chrome';
import {
  a11ySnapshotPlugin,
  emulateMediaPlugin,
  sendKeysPlugin,
  sendMousePlugin,
  setViewportPlugin,
} from '@web/test-runner-commands/plugins';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import {summaryReporter} from '@web/test-runner';
import {badPicturesPlugin} from './scripts/bad-pictures-plugin.mjs';
import {browserFlags, findBrowser} from './scripts/browser.mjs';
import {cdpPlugin} from './scripts/cdp-plugin.mjs';
import {deliveriesPlugin} from './scripts/deliveries-plugin.mjs';
import {packagesPlugin} from './scripts/packages-plugin.mjs';
import {pngjsPlugin} from './scripts/pngjs-plugin.mjs';
import {realDataPlugin} from './scripts/real-data.mjs';

/** Writes how many tests passed, failed and were skipped, for `scripts/test.mjs` to add up. */
function countReporter(file) {
  return {
    onTestRunFinished({sessions}) {
      const count = {passed: 0, failed: 0, skipped: 0};
      const walk = (suite) => {
        for (const test of suite.tests) count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed']++;
        suite.suites.forEach(walk);
      };
      for (const session of sessions) {
        if (session.testResults) walk(session.testResults);
        count.failed += session.errors.length;
      }
      writeFileSync(file, JSON.stringify(count));
    },
  };
}

const conditions = ['browser', 'development'];

export default {
  rootDir: '.',
  files: ['src/**/*.test.ts', 'test/{properties,contract,golden}/**/*.test.ts'],
  nodeResolve: {exportConditions: conditions},
  concurrency: 2,
  testFramework: {config: {timeout: 15_000}},
  testsFinishTimeout: 180_000,
  browsers: [
    chromeLauncher({
      // A context of its own gives each lane a window with focus, animation frames and storage.
      createPage: async ({browser}) => (await browser.createBrowserContext()).newPage(),
      launchOptions: {executablePath: findBrowser(), args: [...browserFlags, '--hide-scrollbars']},
    }),
  ],
  plugins: [
    packagesPlugin({folders: ['src', 'test'], conditions}),
    esbuildPlugin({ts: true, json: true, tsconfig: './tsconfig.json', target: 'es2022'}),
    a11ySnapshotPlugin(),
    emulateMediaPlugin(),
    sendKeysPlugin(),
    sendMousePlugin(),
    setViewportPlugin(),
    cdpPlugin(),
    realDataPlugin(),
    pngjsPlugin(),
    badPicturesPlugin(),
    deliveriesPlugin(),
  ],
  filterBrowserLogs: ({args}) => !String(args[0]).includes('Lit is in dev mode'),
  reporters: [
    summaryReporter(),
    ...(process.env.TEST_COUNT_FILE ? [countReporter(process.env.TEST_COUNT_FILE)] : []),
  ],
};
