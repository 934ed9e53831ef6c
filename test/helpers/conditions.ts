import {emulateMedia, executeServerCommand, setViewport} from '@web/test-runner-commands';

const usual = {width: 1280, height: 800};

/** Shows the page to `check` as different people see it: light, dark, in forced colours, 320 px wide, right to left. */
export const conditions: Readonly<Record<string, (check: () => Promise<void>) => Promise<void>>> = {
  light: (check) => withScheme('light', check),
  dark: (check) => withScheme('dark', check),
  'forced colours': async (check) => {
    await media([{name: 'forced-colors', value: 'active'}]);
    try {
      await check();
    } finally {
      await media([{name: 'forced-colors', value: 'none'}]);
    }
  },
  '320 px': async (check) => {
    await setViewport({width: 320, height: 640});
    try {
      await check();
    } finally {
      await setViewport(usual);
    }
  },
  'right to left': async (check) => {
    document.documentElement.dir = 'rtl';
    try {
      await check();
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  },
};

/** Shows the page as on a screen that has fingers and nothing else. */
export async function onTouchScreen(check: () => Promise<void>): Promise<void> {
  await executeServerCommand('cdp', [['Emulation.setTouchEmulationEnabled', {enabled: true}]]);
  try {
    await check();
  } finally {
    await executeServerCommand('cdp', [['Emulation.setTouchEmulationEnabled', {enabled: false}]]);
  }
}

async function withScheme(scheme: 'light' | 'dark', check: () => Promise<void>): Promise<void> {
  document.documentElement.style.colorScheme = 'light dark';
  document.body.style.background = 'light-dark(#fff, #111)';
  await emulateMedia({colorScheme: scheme});
  try {
    await check();
  } finally {
    await emulateMedia({colorScheme: 'light'});
    document.documentElement.style.colorScheme = '';
    document.body.style.background = '';
  }
}

async function media(features: readonly {readonly name: string; readonly value: string}[]): Promise<void> {
  await executeServerCommand('cdp', [['Emulation.setEmulatedMedia', {features}]]);
}
