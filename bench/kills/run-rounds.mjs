import {launchWithProfile} from '../../test/helpers/browser.mjs';
import {kinds} from './kinds.js';

/**
 * A worker labels, the browser ends at a random moment, and the next one looks at what is there; so many times, the task
 * types taking turns. `end(context)` ends the browser. `isCareless`: the page says "saved" too early, as a control.
 */
export async function runRounds({
  origin,
  profile,
  rounds,
  end,
  isCareless = false,
  report = () => undefined,
}) {
  const random = randomFrom(20261121);
  const found = {
    rounds,
    acknowledged: 0,
    lost: 0,
    unreadable: 0,
    losses: 0,
    wrong: [],
    answers: {},
    version: '',
  };
  const told = new Map(kinds.map(({tag}) => [tag, 0]));

  const open = async (kind) => {
    const context = await launchWithProfile(profile, {viewport: {width: 1200, height: 800}});
    found.version = context.browser().version();
    const page = context.pages()[0] ?? (await context.newPage());
    page.on('pageerror', (error) => found.wrong.push(`${kind.tag}: ${error.message}`));
    await page.goto(`${origin}/?task=${kind.tag}${isCareless ? '&careless' : ''}`);
    await page.waitForFunction('Boolean(globalThis.isReady)');
    const seen = await page.evaluate(() => globalThis.bench.verify());
    found.lost += Math.max(0, told.get(kind.tag) - seen.seq);
    found.unreadable += seen.unreadable;
    if (seen.loss) found.losses++;
    found.wrong.push(...seen.wrong.map((what) => `${kind.tag}: ${what}`));
    told.set(kind.tag, seen.seq);
    return {context, page, seen};
  };

  for (let round = 0; round < rounds; round++) {
    const kind = kinds[round % kinds.length];
    const {context, page, seen} = await open(kind);
    page.on('console', (message) => {
      const [, number] = /^saved (\d+)$/.exec(message.text()) ?? [];
      if (number) told.set(kind.tag, Math.max(told.get(kind.tag), Number(number)));
    });
    let isOver = false;
    const ended = new Promise((resolve) => setTimeout(resolve, 100 + random() * 2900))
      .then(() => end(context))
      .then(() => (isOver = true));
    // Acts end with the browser, in the middle of whatever they are at.
    while (!isOver) await work(kind, page, random).catch(() => ended);
    found.acknowledged += told.get(kind.tag) - seen.seq;
    report(round + 1);
  }
  for (const kind of kinds) {
    const {context, page, seen} = await open(kind);
    const output = await page.evaluate(() => globalThis.bench.output());
    found.wrong.push(...output.wrong.map((what) => `${kind.tag}: ${what}`));
    if (output.labelled !== seen.answered)
      found.wrong.push(`${kind.tag}: ${output.labelled} labelled lines, ${seen.answered} answers`);
    found.answers[kind.tag] = seen.answered;
    await context.close();
  }
  return found;
}

/** One act, when the page takes it. */
async function work(kind, page, random) {
  await page.waitForFunction(() => globalThis.bench.isReady());
  await page.evaluate(() => globalThis.bench.focus());
  await kind.work(page, random);
}

/** The same numbers in every run (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
