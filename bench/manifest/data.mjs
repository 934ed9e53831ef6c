import {createWriteStream, existsSync, mkdirSync, renameSync, statSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {once} from 'node:events';

/** One line of about 290 bytes, as long as a labelled line of an image classification job. */
function pictureLine(item) {
  const number = String(item).padStart(8, '0');
  const id = (item * 7) % 10;
  return (
    `{"source-ref":"s3://orchard-demo/in/2024/plot-${item % 97}/tree-${number}.jpg","plot":"B${item % 97}","height":${(item % 60) / 10},` +
    `"health":${id},"health-metadata":{"class-name":"class ${id}","job-name":"labeling-job/tree-health","confidence":0.${item % 10},` +
    `"type":"groundtruth/image-classification","human-annotated":"yes","creation-date":"2024-05-02T10:11:12.345678"}}\n`
  );
}

/** A manifest of `lines` lines, made once and kept. Always the same bytes; `kind` names what is in a `line`. */
export async function manifestFile(lines, kind = 'lines', line = pictureLine) {
  const folder = join(tmpdir(), 'gt-elements-bench');
  const file = join(folder, `${lines}-${kind}.manifest`);
  if (!existsSync(file)) {
    mkdirSync(folder, {recursive: true});
    const stream = createWriteStream(`${file}.part`);
    for (let item = 0; item < lines;) {
      let piece = '';
      for (const end = Math.min(item + 5000, lines); item < end; item++) piece += line(item);
      if (!stream.write(piece)) await once(stream, 'drain');
    }
    stream.end();
    await once(stream, 'finish');
    renameSync(`${file}.part`, file);
  }
  return {file, lines, megabytes: statSync(file).size / 2 ** 20};
}
