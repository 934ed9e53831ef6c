// What the README and docs/reliability.md say of tests is true: the tests they name exist.
import assert from 'node:assert/strict';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, it} from 'node:test';
import {root} from '../../scripts/run.mjs';

const read = (path) => readFileSync(join(root, path), 'utf8');

/** The rows of all tables of a page, without their heads. */
function rowsOf(text) {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[\s|:-]+\|$/.test(line))
    .map((line) =>
      line
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim()),
    );
}

/** The tests that a cell names: a path in code, then the beginning of the name or a part of it. */
const testsOf = (cell) =>
  cell.split('<br>').map((one) => /^`(?<path>[^`]+\.(?:ts|mjs))` (?<title>.+)$/.exec(one.trim())?.groups);

function missing({path, title}) {
  if (!existsSync(join(root, path))) return `${path} does not exist`;
  return read(path).includes(title) ? undefined : `${path} has no test “${title}”`;
}

describe('the promises', () => {
  const page = rowsOf(read('docs/reliability.md'));
  const withTests = page.filter((row) => row.at(-1) !== 'Test' && row.at(-1) !== 'Kept by');

  it('each have a test that exists, or a reason why there is none', () => {
    assert.ok(withTests.length > 70);
    for (const row of withTests) {
      const cell = row.at(-1);
      if (cell.startsWith('– ')) continue;
      for (const test of testsOf(cell)) {
        assert.ok(test, `${row[0]}: ${cell}`);
        assert.equal(missing(test), undefined);
      }
    }
  });

  it('are all there: P1 to P13, F1 to F25', () => {
    const ids = new Set(page.map(([id]) => id));
    const wanted = (letter, count) => Array.from({length: count}, (_, n) => `${letter}${n + 1}`);
    for (const id of [...wanted('P', 13), ...wanted('F', 25)]) assert.ok(ids.has(id), id);
  });

  it('stand in the README as they do there', () => {
    const ofReadme = new Map(rowsOf(read('README.md')).map(([id, ...rest]) => [id, rest]));
    for (const [id, promise, cell] of page.filter(([one]) => /^P\d+$/.test(one))) {
      const row = ofReadme.get(id);
      assert.equal(row?.[0], promise, id);
      const [first] = testsOf(cell);
      if (first) assert.equal(row[1], first.title, id);
    }
  });
});
