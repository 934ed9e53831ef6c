/** The results of an area as Markdown, for people. */
export function report({area, date, machine, versions = {}, about, tables, gates}) {
  const {cores, memoryGb, system, node, browser, loadBefore} = machine;
  const peers = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const parts = [
    `# ${area}`,
    `${date}. ${cores} cores, ${memoryGb} GB, ${system}, ${browser}, Node ${node}, load average before ${loadBefore}.` +
      (peers.length > 0 ? ` Beside ours: ${peers.join(', ')}.` : ''),
    ...(about ? [about] : []),
    '## Targets',
    markdownTable([
      ['', 'target', 'found'],
      ...gates.map(({target, found, holds}) => [holds ? 'holds' : '**missed**', target, found]),
    ]),
    ...tables.flatMap(({title, rows}) => [`## ${title}`, markdownTable(rows)]),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** Columns as wide as their widest cell, as Prettier wants them. The first row is the head; numbers stand right. */
function markdownTable([head, ...rows]) {
  const all = [head, ...rows].map((row) => row.map((cell) => String(cell).replaceAll('|', '\\|')));
  const widths = all[0].map((_, column) => Math.max(3, ...all.map((row) => row[column].length)));
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const [first, ...rest] = all.map((row) => line(row.map((cell, column) => cell.padEnd(widths[column]))));
  return [first, line(widths.map((width) => '-'.repeat(width))), ...rest].join('\n');
}
